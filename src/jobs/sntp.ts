import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import type { ClockOffset } from '#domain/mfa/server-clock.ts'

type Server = { host: string; port: number }

const SIZE = 48
const CLIENT_VERSION_4 = 0x23
const SERVER_MODE = 4
const UNSYNCHRONIZED = 3
const ORIGINATE = 24
const RECEIVED = 32
const SENT = 40
const PATIENCE_MS = 3_000
const SECONDS_1900_TO_1970 = 2_208_988_800
const ERA_SECONDS = 2 ** 32

/** Asks a time server once (SNTP, RFC 4330); rejects on silence and on answers not to be used. */
export async function measureNtp(ours: () => Date, server: Server): Promise<ClockOffset> {
  const question = Buffer.alloc(SIZE)
  question[0] = CLIENT_VERSION_4
  // The server repeats this field: random bytes there show that the answer is to our question.
  randomBytes(8).copy(question, SENT)
  const asked = ours().getTime()
  const answer = await exchange(question, server)
  const answered = ours().getTime()
  if (!isUsable(question, answer)) throw new Error('the time server gave no usable answer')
  const received = timeIn(answer, RECEIVED)
  const sent = timeIn(answer, SENT)
  return {
    offsetMs: (asked - received + (answered - sent)) / 2,
    uncertaintyMs: Math.max(0, (answered - asked - (sent - received)) / 2),
  }
}

async function exchange(question: Buffer, { host, port }: Server): Promise<Buffer> {
  const socket = createSocket({ type: host.includes(':') ? 'udp6' : 'udp4' })
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const impatience = setTimeout(() => reject(new Error('the time server is silent')), PATIENCE_MS)
  socket.once('error', reject).once('message', resolve)
  // A connected socket takes datagrams from that server alone.
  socket.once('connect', () => socket.send(question))
  socket.connect(port, host)
  return await promise.finally(() => {
    clearTimeout(impatience)
    socket.close()
  })
}

function isUsable(question: Buffer, answer: Buffer): boolean {
  if (answer.length < SIZE) return false
  const [first = 0, stratum = 0] = answer
  if ((first & 0b111) !== SERVER_MODE || first >> 6 === UNSYNCHRONIZED) return false
  if (stratum < 1 || stratum > 15) return false
  return answer.subarray(ORIGINATE, RECEIVED).equals(question.subarray(SENT))
}

/** Milliseconds since 1970; seconds without their top bit belong to the era that begins in 2036. */
function timeIn(answer: Buffer, at: number): number {
  const seconds = answer.readUInt32BE(at)
  const era = seconds < ERA_SECONDS / 2 ? ERA_SECONDS : 0
  const fraction = answer.readUInt32BE(at + 4) / ERA_SECONDS
  return (seconds + era - SECONDS_1900_TO_1970 + fraction) * 1000
}
