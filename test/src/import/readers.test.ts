import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvReader } from '#src/import/csv-reader.ts'
import type { Entry, EntryReader } from '#src/import/entry.ts'
import { readLines } from '#src/import/line-reader.ts'
import { readRealm } from '#src/import/realm-reader.ts'
import { importProblemIn } from '#src/import/refusal.ts'
import { newFolder } from '#test/support/processes.ts'

const folder = await newFolder()
const HUGE = 200 * 1024 * 1024

async function entries(
  reader: EntryReader,
  text: string | Buffer | AsyncIterable<Buffer>,
  piece = 64 * 1024,
): Promise<Entry[]> {
  const path = join(folder, crypto.randomUUID())
  await writeFile(path, text)
  const read: Entry[] = []
  for await (const some of reader(createReadStream(path, { highWaterMark: piece })))
    read.push(...some)
  return read
}

async function problem(reader: EntryReader, text: string | AsyncIterable<Buffer>) {
  return entries(reader, text).then(
    () => undefined,
    (thrown) => importProblemIn(thrown),
  )
}

/** What it gives, and how much memory the process needed more while it did. */
async function withPeak<Answer>(work: () => Promise<Answer>): Promise<[Answer, number]> {
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 5)
  const answer = await work().finally(() => clearInterval(watch))
  return [answer, (Math.max(peak, process.memoryUsage().rss) - before) / 1e6]
}

async function* hugeBetween(start: string, end: string): AsyncIterable<Buffer> {
  yield Buffer.from(start)
  // One piece again and again, so that what is measured is not what waits for the collector here.
  const piece = Buffer.alloc(1024 * 1024, 'x')
  for (let left = HUGE; left > 0; left -= piece.length) yield piece
  yield Buffer.from(end)
}

describe('a table of commas', () => {
  const commas = csvReader(',')

  test('is read by the names of its columns, with quotes, umlauts and line ends of Windows', async () => {
    const text = '\ufeffNIP , name\r\n1,"Drs. H. Sugeng, S.Pd. ""Gus"""\r\n\r\n2,José\r\n'
    expect(await entries(commas, text)).toEqual([
      { line: 2, fields: { nip: '1', name: 'Drs. H. Sugeng, S.Pd. "Gus"' } },
      { line: 4, fields: { nip: '2', name: 'José' } },
    ])
  })

  test('has empty cells where a line is short, and no more columns than its head', async () => {
    expect(await entries(commas, 'nip,name\n1\n2,b,c\n')).toMatchObject([
      { fields: { nip: '1' } },
      { fields: { nip: '2', name: 'b' } },
    ])
  })

  test('is refused with its line where a quote stands wrong, without repeating what stands there', async () => {
    expect(await problem(commas, 'nip,name\n1,a\n2,"b"c\n')).toEqual({ kind: 'badCsv', line: 3 })
    expect(await problem(commas, 'nip,name\n1,"a\n2,b\n')).toEqual({ kind: 'badCsv', line: 2 })
  })

  test('is refused where two columns have one name', async () => {
    expect(await problem(commas, 'nip,NIP\n')).toEqual({ kind: 'columnTwice', column: 'nip' })
  })

  test('with a line of 200 MB is refused, and the line not held', async () => {
    const [refused, megabytes] = await withPeak(() =>
      problem(commas, hugeBetween('nip,name\n1,"', '"\n')),
    )
    expect(refused).toEqual({ kind: 'tooLong', line: 2 })
    expect(megabytes).toBeLessThan(150)
  }, 30_000)
})

describe('lines of JSON', () => {
  test('are read wherever the file is cut, lines that are none reported by number', async () => {
    const text = '{"nip":"1"}\n\n[1]\nkaput\n{"nip":"Jos\u00e9"}'
    const expected = [
      { line: 1, fields: { nip: '1' } },
      { line: 3, problem: 'unreadable' },
      { line: 4, problem: 'unreadable' },
      { line: 5, fields: { nip: 'José' } },
    ]
    for (const piece of [1, 2, 7, 64])
      expect(await entries(readLines, text, piece)).toEqual(expected)
  })

  test('with one of 200 MB skip it, do not hold it, and go on', async () => {
    const text = hugeBetween('{"nip":"1"}\n{"nip":"', '"}\n{"nip":"3"}\n')
    const [read, megabytes] = await withPeak(() => entries(readLines, text))
    expect(read).toEqual([
      { line: 1, fields: { nip: '1' } },
      { line: 2, problem: 'tooLong' },
      { line: 3, fields: { nip: '3' } },
    ])
    expect(megabytes).toBeLessThan(150)
  }, 30_000)
})

describe('an export of a realm', () => {
  const user = fc.record({
    username: fc.string({ unit: 'binary' }),
    attributes: fc.dictionary(fc.string(), fc.array(fc.string())),
    credentials: fc.array(fc.record({ secretData: fc.json() })),
  })

  test('has the users that JSON.parse finds, wherever the file is cut', async () => {
    const realm = fc.record({
      realm: fc.string(),
      before: fc.json(),
      users: fc.array(user),
      after: fc.jsonValue(),
    })
    await fc.assert(
      fc.asyncProperty(realm, fc.integer({ min: 1, max: 40 }), async (all, piece) => {
        const read = await entries(readRealm, JSON.stringify(all), piece)
        const expected = JSON.parse(JSON.stringify(all)).users
        expect(read.map((one) => 'fields' in one && one.fields)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('reads no other list, however it is called or nested', async () => {
    const text = JSON.stringify({
      users2: [{ a: 1 }],
      clients: [{ users: [{ b: 1 }] }],
      users: [{ username: 'x' }],
      'us"ers': [{ c: 1 }],
    })
    expect(await entries(readRealm, text)).toEqual([{ line: 1, fields: { username: 'x' } }])
  })

  test('without users has none', async () => {
    expect(await entries(readRealm, '{"realm":"x"}')).toEqual([])
  })

  test('with a damaged user reports that one alone', async () => {
    const read = await entries(readRealm, '{"users":[{"a":1},{"a":},{"a":3}]}')
    expect(read.map((one) => ('problem' in one ? one.problem : one.fields['a']))).toEqual([
      1,
      'unreadable',
      3,
    ])
  })

  test.each(['{"users":[{"a":1}', '{"users":[{"a":"1}]}', '{"realm":"x'])(
    'that ends in the middle is refused: %s',
    async (text) => {
      expect(await problem(readRealm, text)).toMatchObject({ kind: 'truncated' })
    },
  )

  test.each(['[{"users":[{"a":1}]}]', '"x"', ''])(
    'that is another file is refused: %j',
    async (text) => {
      expect(await problem(readRealm, text)).toMatchObject({ kind: 'notAnExport' })
    },
  )

  test('passes over 200 MB elsewhere, and over a user as long, without holding either', async () => {
    const text = hugeBetween('{"note":"', '","users":[{"a":1},')
    const rest = hugeBetween('{"a":"', '"},{"a":3}]}')
    async function* both() {
      yield* text
      yield* rest
    }
    const [read, megabytes] = await withPeak(() => entries(readRealm, both()))
    expect(read).toEqual([
      { line: 1, fields: { a: 1 } },
      { line: 2, problem: 'tooLong' },
      { line: 3, fields: { a: 3 } },
    ])
    expect(megabytes).toBeLessThan(150)
  }, 30_000)
})
