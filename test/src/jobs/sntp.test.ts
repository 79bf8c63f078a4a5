import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { measureNtp } from '#src/jobs/sntp.ts'

const SECONDS_1900_TO_1970 = 2_208_988_800
const at = new Date('2026-11-21T02:00:00.500Z')

test('R-OT-07 a clock 90 s slower than the time server is measured as that', async () => {
  const server = await timeServer((answer) => writeTimes(answer, at.getTime() + 90_000))
  expect(await measureNtp(() => at, server)).toEqual({ offsetMs: -90_000, uncertaintyMs: 0 })
})

test('R-OT-07 the time that the server itself took is no uncertainty', async () => {
  const ours = [at, new Date(at.getTime() + 1_000)]
  const server = await timeServer((answer) => {
    writeTimes(answer, at.getTime() + 200)
    writeTime(answer, 40, at.getTime() + 800)
  })
  const measured = await measureNtp(() => ours.shift() ?? at, server)
  expect(measured.offsetMs).toBeCloseTo(0)
  expect(measured.uncertaintyMs).toBeCloseTo(200)
})

test('R-OT-07 the era that begins in February 2036 is read', async () => {
  const later = new Date('2040-01-01T00:00:00Z')
  const server = await timeServer((answer) => writeTimes(answer, later.getTime()))
  expect(await measureNtp(() => later, server)).toEqual({ offsetMs: 0, uncertaintyMs: 0 })
})

test.each<[string, (answer: Buffer) => unknown]>([
  ['to another question', (answer) => answer.fill(1, 24, 32)],
  ['of a server that is not set', (answer) => answer.writeUInt8(0xe4, 0)],
  ['that is a kiss of death', (answer) => answer.writeUInt8(0, 1)],
  ['of another kind', (answer) => answer.writeUInt8(0x23, 0)],
])('R-OT-07 an answer %s is not used', async (_, spoil) => {
  const server = await timeServer((answer) => {
    writeTimes(answer, at.getTime())
    spoil(answer)
  })
  await expect(measureNtp(() => at, server)).rejects.toThrow('no usable answer')
})

test('R-OT-07 where no time server listens the measure is refused', async () => {
  const { port } = await timeServer(() => {}, 'closed')
  await expect(measureNtp(() => at, { host: '127.0.0.1', port })).rejects.toThrow()
})

async function timeServer(fill: (answer: Buffer) => void, state: 'open' | 'closed' = 'open') {
  const socket = createSocket('udp4')
  socket.on('message', (question, asker) => {
    const answer = Buffer.alloc(48)
    answer.writeUInt8(0x24, 0)
    answer.writeUInt8(2, 1)
    question.copy(answer, 24, 40, 48)
    fill(answer)
    socket.send(answer, asker.port, asker.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  if (state === 'closed') socket.close()
  else onTestFinished(() => void socket.close())
  return { host: '127.0.0.1', port }
}

function writeTimes(answer: Buffer, time: number): void {
  writeTime(answer, 32, time)
  writeTime(answer, 40, time)
}

function writeTime(answer: Buffer, offset: number, time: number): void {
  const seconds = Math.floor(time / 1000) + SECONDS_1900_TO_1970
  answer.writeUInt32BE(seconds % 2 ** 32, offset)
  answer.writeUInt32BE(((time % 1000) / 1000) * 2 ** 32, offset + 4)
}
