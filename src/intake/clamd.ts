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
type Patience = { silenceMs: number; answerMs: number }

type Say = (socket: Socket) => Promise<void>

const PATIENCE: Patience = { silenceMs: 30_000, answerMs: 120_000 }
const MAX_REPLY = 4_096
const END_OF_FILE = Buffer.alloc(4)

/** An answer comes before an end without one, so that clean is only what was called clean. */
export function makeScanner(clamd: ClamdAddress | undefined, patience = PATIENCE): Scanner {
  async function engine(): Promise<Result<ScanEngine, NotScanned>> {
    if (!clamd) return no('off')
    const reply = await talk(clamd, patience, 'misunderstood', async (socket) => {
      socket.write('zVERSION\0')
    })
    return reply.ok ? engineIn(reply.value) : reply
  }

  async function scan(source: AsyncIterable<Uint8Array>): Promise<ScanAnswer> {
    const by = await engine()
    if (!by.ok || !clamd) return { kind: 'notScanned', why: by.ok ? 'off' : by.problem }
    let isSent = false
    // clamd closes without a word on what is longer than it takes.
    const reply = await talk(clamd, patience, 'oversize', async (socket) => {
      isSent = await sendFile(socket, source)
    })
    if (!reply.ok) return { kind: 'notScanned', why: reply.problem }
    return answerIn(reply.value, by.value, isSent)
  }

  return { scan, engine }
}

/** Asks once and resolves with what comes up to the zero byte; rejects only if `say` does. */
async function talk(
  clamd: ClamdAddress,
  { silenceMs, answerMs }: Patience,
  wordless: NotScanned,
  say: Say,
): Promise<Result<string, NotScanned>> {
  const { promise: reply, resolve } = Promise.withResolvers<Result<string, NotScanned>>()
  const socket = createConnection(clamd)
  const impatience = setTimeout(() => resolve(no('slow')), answerMs)
  let isThere = false
  let heard = ''
  socket.on('connect', () => {
    isThere = true
  })
  socket.setTimeout(silenceMs, () => resolve(no('slow')))
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1')
    const [said, rest] = heard.split('\0')
    if (rest !== undefined) resolve(ok(said ?? ''))
    else if (heard.length > MAX_REPLY) resolve(no('misunderstood'))
  })
  socket.on('error', () => undefined)
  socket.on('close', () => resolve(no(isThere ? (heard ? 'misunderstood' : wordless) : 'absent')))
  const said = say(socket)
  try {
    return await Promise.race([reply, said.then(() => reply)])
  } finally {
    clearTimeout(impatience)
    socket.destroy()
    said.catch(() => undefined)
  }
}

/** Chunks after their length, then a length of nothing; no, when it takes no more. */
async function sendFile(socket: Socket, source: AsyncIterable<Uint8Array>): Promise<boolean> {
  let isTaken = await write(socket, 'zINSTREAM\0')
  for await (const chunk of source) {
    if (!isTaken) return false
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    isTaken = chunk.length === 0 || (await write(socket, Buffer.concat([length, chunk])))
  }
  return isTaken && write(socket, END_OF_FILE)
}

function write(socket: Socket, bytes: string | Uint8Array): Promise<boolean> {
  return new Promise((resolve) => socket.write(bytes, (problem) => resolve(!problem)))
}

/** "ClamAV 1.4.3/27523/Mon Jan 13 …"; without the middle it has none but signatures of its own. */
function engineIn(reply: string): Result<ScanEngine, NotScanned> {
  const [engine = '', signatures = ''] = reply.split('/')
  return engine.startsWith('ClamAV ') ? ok({ engine, signatures }) : no('misunderstood')
}

/** Clean is the whole file or nothing: an answer before its end is none. */
function answerIn(reply: string, by: ScanEngine, isSent: boolean): ScanAnswer {
  if (reply === 'stream: OK' && isSent) return { kind: 'scanClean', by }
  const [, name] = /^stream: (.+) FOUND$/.exec(reply) ?? []
  if (name) return { kind: 'scanFound', by, name }
  return { kind: 'notScanned', why: /size limit/.test(reply) ? 'oversize' : 'misunderstood' }
}
