import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { makeDice } from '#src/synthetic/dice.ts'

export type Line = { bytesPerSecond: number; loss: number }

const PACKET = 1400
/** What a sender waits before it sends a lost packet again; three times running, and the line is cut. */
const RETRANSMIT_MS = 200
const MOST_LOST = 3

/**
 * A SOCKS5 proxy whose line is as good as that of the machine until it is made worse: then each packet
 * takes its time, and a lost one the time to send it again.
 */
export async function startBadLine() {
  let line: Line | undefined
  let lost = 0
  let left = Number.POSITIVE_INFINITY
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    near.once('data', (hello) => {
      if (hello[0] !== 5) near.destroy()
      else near.write(Buffer.from([5, 0]))
      near.once('data', (request) => open(near, request))
    })
    keep(near)
  })
  const dice = makeDice(5)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  afterAll(() => {
    cutAll()
    server.close()
  })

  function cutAll() {
    left = Number.POSITIVE_INFINITY
    for (const socket of sockets) socket.destroy()
  }

  function keep(socket: Socket) {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  }

  function open(near: Socket, request: Buffer) {
    const far = connect(request.readUInt16BE(request.length - 2), '127.0.0.1')
    keep(far)
    near.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
    void carry(near, far)
    void carry(far, near)
  }

  async function carry(from: Socket, to: Socket) {
    try {
      for await (const bytes of from)
        for (let at = 0; at < bytes.length; at += PACKET)
          await sendPacket(to, bytes.subarray(at, at + PACKET))
      to.end()
    } catch {
      to.destroy()
    }
    from.destroy()
  }

  async function sendPacket(to: Socket, packet: Buffer) {
    if (line) await pause((packet.length / line.bytesPerSecond) * 1000)
    for (let times = 1; line && dice.chance(line.loss); times += 1) {
      lost += 1
      if (times === MOST_LOST) throw new Error('the line is cut')
      await pause(RETRANSMIT_MS * times)
    }
    left -= packet.length
    if (left < 0) cutAll()
    if (!to.write(packet)) await new Promise((drained) => to.once('drain', drained))
  }

  const { port } = server.address() as { port: number }
  return {
    /** For a browser's window; without the bypass Chromium goes around it on its own machine. */
    proxy: { server: `socks5://127.0.0.1:${port}`, bypass: '<-loopback>' },
    worsen: (to: Line | undefined) => {
      line = to
    },
    /** Once, when so many bytes have come over it. */
    cutAfter: (bytes: number) => {
      left = bytes
    },
    isCut: () => left === Number.POSITIVE_INFINITY,
    lost: () => lost,
  }
}
