import { createConnection, type Socket } from 'node:net'
import type { NotScanned, ScanAnswer, ScanEngine } from '#domain/archive/scan.ts'
import { no, ok, type Result } from '#domain/result.ts'

/** Where clamd listens. */
export type ClamdAddress = { host: string; port: number } | { path: string }

/** Looks for malware in a file as it streams by. */
export type Scanner = {
  scan: (source: AsyncIterable<Uint8Array>) => Promise<ScanAnswer>
  /** Which it is and how new its signatures are, or why it does not say. */
  engine: () => Promise<Result<ScanEngine, NotScanned>>
}

/** Without a word from it for `silenceMs`, or without an answer after `answerMs`, it is too slow. */
export type Patience = { silenceMs: number; answerMs: number }

type Say = (socket: Socket) => Promise<void>

const PATIENCE: Patience = { silenceMs: 30_000, answerMs: 120_000 }
const MAX_REPLY = 4_096
const END_OF_FILE = Buffer.alloc(4)

/** An answer comes before an end without one, so that clean is only what was called clean. */
export function makeScanner(clamd: ClamdAddress | undefined, patience = PATIENCE): Scanner {
  async function engine(): Promise<Result<ScanEngine, NotScanned>> {
    if (!clamd) return no('off')
    const reply = await talk(clamd, patience, async (socket) => {
      socket.write('zVERSION\0')
    })
    return reply.ok ? engineIn(reply.value) : reply
  }

  async function scan(source: AsyncIterable<Uint8Array>): Promise<ScanAnswer> {
    const by = await engine()
    if (!by.ok || !clamd) return { kind: 'notScanned', why: by.ok ? 'off' : by.problem }
    const reply = await talk(clamd, patience, (socket) => sendFile(socket, source))
    return reply.ok ? answerIn(reply.value, by.value) : { kind: 'notScanned', why: reply.problem }
  }

  return { scan, engine }
}

/** Asks once and resolves with what comes up to the zero byte; rejects only if `say` does. */
async function talk(
  clamd: ClamdAddress,
  { silenceMs, answerMs }: Patience,
  say: Say,
): Promise<Result<string, NotScanned>> {
  const { promise: reply, resolve } = Promise.withResolvers<Result<string, NotScanned>>()
  const socket = createConnection(clamd)
  const impatience = setTimeout(() => resolve(no('slow')), answerMs)
  let heard = ''
  socket.setTimeout(silenceMs, () => resolve(no('slow')))
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1')
    const [said, rest] = heard.split('\0')
    if (rest !== undefined) resolve(ok(said ?? ''))
    else if (heard.length > MAX_REPLY) resolve(no('misunderstood'))
  })
  socket.on('error', () => resolve(no(endOf(socket, heard))))
  socket.on('close', () => resolve(no(endOf(socket, heard))))
  const said = say(socket)
  try {
    return await Promise.race([reply, said.then(() => reply)])
  } finally {
    clearTimeout(impatience)
    socket.destroy()
    said.catch(() => undefined)
  }
}

/** clamd closes without a word on what is longer than it takes. */
function endOf(socket: Socket, heard: string): NotScanned {
  if (socket.bytesWritten === 0) return 'absent'
  return heard === '' ? 'oversize' : 'misunderstood'
}

/** Chunks after their length, then a length of nothing. */
async function sendFile(socket: Socket, source: AsyncIterable<Uint8Array>): Promise<void> {
  let isTaken = await write(socket, 'zINSTREAM\0')
  for await (const chunk of source) {
    if (!isTaken) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    isTaken = chunk.length === 0 || (await write(socket, Buffer.concat([length, chunk])))
  }
  if (isTaken) socket.write(END_OF_FILE)
}

function write(socket: Socket, bytes: string | Uint8Array): Promise<boolean> {
  return new Promise((resolve) => socket.write(bytes, (problem) => resolve(!problem)))
}

/** "ClamAV 1.4.3/27523/Mon Jan 13 …"; without the middle it has none but signatures of its own. */
function engineIn(reply: string): Result<ScanEngine, NotScanned> {
  const [engine = '', signatures = ''] = reply.split('/')
  return engine.startsWith('ClamAV ') ? ok({ engine, signatures }) : no('misunderstood')
}

function answerIn(reply: string, by: ScanEngine): ScanAnswer {
  if (reply === 'stream: OK') return { kind: 'scanClean', by }
  const [, name] = /^stream: (.+) FOUND$/.exec(reply) ?? []
  if (name) return { kind: 'scanFound', by, name }
  return { kind: 'notScanned', why: /size limit/.test(reply) ? 'oversize' : 'misunderstood' }
}
