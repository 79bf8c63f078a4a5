import { execFile } from 'node:child_process'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type ZipEntry, zipOf } from '#src/bags/zip.ts'
import { allOf, inPieces } from '#test/support/bytes.ts'

vi.setConfig({ testTimeout: 60_000 })

const run = promisify(execFile)
const AT = new Date('2026-11-21T05:06:08Z')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asn-zip-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Programs that other people wrote; one that is not on this machine says nothing. */
const has = async (program: string) =>
  run('which', [program]).then(
    () => true,
    () => false,
  )
const [hasUnzip, hasPython] = await Promise.all([has('unzip'), has('python3')])

function entry(name: string, content: Buffer): ZipEntry {
  return {
    name,
    bytes: content.length,
    crc: crc32(content),
    content: () => inPieces(content, 1000),
  }
}

async function zipped(entries: ZipEntry[]): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.zip`)
  await writeFile(path, await allOf(zipOf(entries, AT)))
  return path
}

const LIST = `
import sys, zipfile, hashlib, json
z = zipfile.ZipFile(sys.argv[1])
print(json.dumps([[i.filename, i.file_size, i.header_offset, list(i.date_time), hashlib.sha256(z.read(i)).hexdigest()]
  for i in z.infolist() if i.file_size < 1000000]))`

async function listed(path: string) {
  const { stdout } = await run('python3', ['-c', LIST, path], { maxBuffer: 2 ** 26 })
  return JSON.parse(stdout) as [string, number, number, number[], string][]
}

describe('a zip is what other programs read', () => {
  const files = [entry('a/satu.txt', Buffer.from('satu')), entry('a/kosong.txt', Buffer.alloc(0))]

  test.runIf(hasUnzip)('unzip finds each file whole', async () => {
    const path = await zipped(files)
    await run('unzip', ['-t', path])
    await run('unzip', ['-q', path, '-d', join(folder, 'keluar')])
    expect(await readFile(join(folder, 'keluar/a/satu.txt'), 'utf8')).toBe('satu')
    expect((await readFile(join(folder, 'keluar/a/kosong.txt'))).length).toBe(0)
  })

  test.runIf(hasPython)('zipfile of Python finds names, times and bytes', async () => {
    const [first, second] = await listed(await zipped(files))
    expect(first?.slice(0, 2)).toEqual(['a/satu.txt', 4])
    expect(first?.[3]).toEqual([2026, 11, 21, 5, 6, 8])
    expect(second?.slice(0, 2)).toEqual(['a/kosong.txt', 0])
  })

  test.runIf(hasPython)('with more files than the old directory can count', async () => {
    const many = Array.from({ length: 65_536 }, (_, at) => entry(`${at}`, Buffer.from(`${at}`)))
    const found = await listed(await zipped(many))
    expect(found).toHaveLength(65_536)
    expect(found.at(-1)?.[0]).toBe('65535')
  })

  test.runIf(hasPython)('with a file behind the first 4 GiB', async () => {
    const path = join(folder, 'besar.zip')
    const half = 2 ** 31 + 5
    const large = (name: string) => ({ ...nothing(half), name })
    const last = entry('akhir.txt', Buffer.from('di belakang'))
    await writeSparse(path, zipOf([large('satu'), large('dua'), last], AT))
    const [found] = await listed(path)
    expect(found?.[0]).toBe('akhir.txt')
    expect(found?.[2]).toBeGreaterThan(2 ** 32)
    await rm(path)
  })

  test.runIf(hasPython)('whatever is in it', async () => {
    const content = fc.uint8Array({ maxLength: 5000 }).map((bytes) => Buffer.from(bytes))
    await fc.assert(
      fc.asyncProperty(fc.array(content, { maxLength: 8 }), async (contents) => {
        const found = await listed(await zipped(contents.map((one, at) => entry(`${at}`, one))))
        expect(found.map(([, bytes]) => bytes)).toEqual(contents.map(({ length }) => length))
      }),
      { numRuns: 5 },
    )
  })

  test('and none at all where a file is not what it was said to be', async () => {
    const cut = { ...entry('a', Buffer.from('satu')), bytes: 5 }
    await expect(allOf(zipOf([cut], AT))).rejects.toThrow('has changed')
    const other = { ...entry('a', Buffer.from('satu')), crc: 1 }
    await expect(allOf(zipOf([other], AT))).rejects.toThrow('has changed')
  })
})

const PIECE = Buffer.alloc(2 ** 22)

/** So many zeros, which take no room where they are only skipped. */
function nothing(bytes: number) {
  let crc = 0
  for (let rest = bytes; rest > 0; rest -= PIECE.length)
    crc = crc32(PIECE.subarray(0, Math.min(rest, PIECE.length)), crc)
  const content = async function* () {
    for (let rest = bytes; rest > 0; rest -= PIECE.length)
      yield PIECE.subarray(0, Math.min(rest, PIECE.length))
  }
  return { bytes, crc, content }
}

async function writeSparse(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'w')
  let at = 0
  for await (const chunk of chunks) {
    if (chunk.buffer !== PIECE.buffer) await file.write(chunk, 0, chunk.length, at)
    at += chunk.length
  }
  await file.close()
}
