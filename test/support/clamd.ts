import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { ClamdAddress } from '#src/intake/clamd.ts'

const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
const VERSION = 'ClamAV 1.4.6/27523/Thu Nov 26 02:00:00 2026\0'
const COMMAND = 'zINSTREAM\0'

type Manners = {
  /** Instead of its version. */
  version?: (socket: Socket) => void
  /** Instead of an honest answer to the whole file. */
  answer?: (socket: Socket, file: Buffer) => void
  /** Closes at so many bytes, without a word or with this one. */
  closesAt?: number
  says?: string
}

/** A server that speaks as clamd does, but for its manners. */
export async function clamd(manners: Manners = {}): Promise<ClamdAddress & { port: number }> {
  const server = createServer((socket) => serve(socket, manners))
  const open = new Set<Socket>()
  server.on('connection', (socket) => open.add(socket))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const address = server.address()
  return { host: '127.0.0.1', port: typeof address === 'object' ? (address?.port ?? 0) : 0 }
}

function serve(socket: Socket, manners: Manners): void {
  let heard = Buffer.alloc(0)
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    heard = Buffer.concat([heard, chunk])
    if (heard.toString('latin1').startsWith('zVERSION\0')) {
      if (manners.version) manners.version(socket)
      else socket.end(VERSION)
      return
    }
    const file = fileIn(heard.subarray(COMMAND.length))
    if (manners.closesAt !== undefined && heard.length > manners.closesAt) {
      if (manners.says) socket.end(manners.says)
      else socket.destroy()
    } else if (file) (manners.answer ?? answer)(socket, file)
  })
}

/** The whole file, once its end has come. */
function fileIn(stream: Buffer): Buffer | undefined {
  const chunks: Buffer[] = []
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(stream.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

function answer(socket: Socket, file: Buffer): void {
  socket.end(file.includes(EICAR) ? 'stream: Test.EICAR.UNOFFICIAL FOUND\0' : 'stream: OK\0')
}
