import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { NotScanned } from '#domain/archive/scan.ts'
import { type ClamdAddress, makeScanner } from '#src/intake/clamd.ts'
import { clamd } from '#test/support/clamd.ts'
import { inParts, pdfVector } from '#test/support/pdf.ts'

const by = { engine: 'ClamAV 1.4.6', signatures: '27523' }
const brief = { silenceMs: 200, answerMs: 200 }
const large = Buffer.alloc(300_000, 'x')

describe('the scanner answers', () => {
  test('clean, with the engine and signatures that say so', async () => {
    expect(await scan(await clamd(), pdfVector('valid-20-pages.pdf'))).toEqual({
      kind: 'scanClean',
      by,
    })
    expect(await scan(await clamd(), large)).toEqual({ kind: 'scanClean', by })
    expect(await scan(await clamd(), Buffer.alloc(0))).toEqual({ kind: 'scanClean', by })
  })

  test('found, by the name of what was found, also where it lies between two parts', async () => {
    const found = { kind: 'scanFound', by, name: 'Test.EICAR.UNOFFICIAL' }
    const address = await clamd()
    const parts = inParts(pdfVector('eicar.pdf'), 7)
    expect(await makeScanner(address).scan(parts)).toEqual(found)
  })

  test('without official signatures, and on a socket of this machine', async () => {
    const version = (socket: { end: (said: string) => void }) => socket.end('ClamAV 1.4.6\0')
    const path = join(tmpdir(), `clamd-${process.pid}.sock`)
    const { port } = await clamd({ version })
    const relay = createServer((socket) => joined(socket, connect(port, '127.0.0.1')))
    onTestFinished(() => void relay.close())
    await once(relay.listen(path), 'listening')
    const bare = { engine: 'ClamAV 1.4.6', signatures: '' }
    expect(await scan({ path }, large)).toEqual({ kind: 'scanClean', by: bare })
  })
})

describe('I6 fault 9: not scanned, and never clean, is the answer of a scanner that', () => {
  test.each<[string, Parameters<typeof clamd>[0], NotScanned]>([
    ['closes at its size without a word', { closesAt: 100_000 }, 'oversize'],
    [
      'closes at its size with a word',
      { closesAt: 100_000, says: 'INSTREAM size limit exceeded. ERROR\0' },
      'oversize',
    ],
    ['never answers', { answer: () => undefined }, 'slow'],
    ['never says who it is', { version: () => undefined }, 'slow'],
    [
      'is another program',
      { version: (socket) => socket.end('SSH-2.0-OpenSSH_9.2\0') },
      'misunderstood',
    ],
    [
      'says clean, but not to its end',
      { answer: (socket) => socket.end('stream: OK') },
      'misunderstood',
    ],
    ['leaves when asked who it is', { version: (socket) => socket.destroy() }, 'misunderstood'],
    [
      'says more than clean',
      { answer: (socket) => socket.end('stream: OK, I think\0') },
      'misunderstood',
    ],
    [
      'tells of a failure',
      { answer: (socket) => socket.end('Can’t allocate memory ERROR\0') },
      'misunderstood',
    ],
    [
      'says clean and found',
      { answer: (socket) => socket.end('stream: OK\nstream: X FOUND\0') },
      'misunderstood',
    ],
    ['babbles', { answer: (socket) => socket.write('x'.repeat(5_000)) }, 'misunderstood'],
    ['dies over the file', { answer: (socket) => socket.destroy() }, 'oversize'],
  ])('%s', async (_, manners, why) => {
    const { scan: look } = makeScanner(await clamd(manners), why === 'slow' ? brief : undefined)
    expect(await look(inParts(large))).toEqual({ kind: 'notScanned', why })
  })

  test('says clean before it has all', async () => {
    async function* slowly() {
      yield large
      await new Promise(() => undefined)
    }
    const { scan: look } = makeScanner(await clamd({ closesAt: 1_000, says: 'stream: OK\0' }))
    expect(await look(slowly())).toEqual({ kind: 'notScanned', why: 'misunderstood' })
  })

  test('is not there', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address() as { port: number }
    await new Promise((resolve) => server.close(resolve))
    const gone = { host: '127.0.0.1', port: address.port }
    expect(await scan(gone, large)).toEqual({ kind: 'notScanned', why: 'absent' })
    const nowhere = { path: '/nowhere/clamd.ctl' }
    expect(await scan(nowhere, large)).toEqual({ kind: 'notScanned', why: 'absent' })
  })

  test('is off', async () => {
    expect(await makeScanner(undefined).scan(inParts(large))).toEqual({
      kind: 'notScanned',
      why: 'off',
    })
  })
})

test('a source that fails is no answer of the scanner', async () => {
  async function* source() {
    yield Buffer.from('%PDF-')
    throw new Error('the store is gone')
  }
  await expect(makeScanner(await clamd()).scan(source())).rejects.toThrow('the store is gone')
})

function scan(address: ClamdAddress, file: Buffer) {
  return makeScanner(address).scan(inParts(file))
}

function joined(one: Socket, other: Socket): void {
  one.pipe(other)
  other.pipe(one)
}
