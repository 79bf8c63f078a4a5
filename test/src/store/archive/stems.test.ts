import { describe, expect, test } from 'vitest'
import { stemOf } from '#domain/archive/indonesian-stem.ts'
import { testDatabase } from '#test/support/database.ts'

const sql = await testDatabase()

const BEGINNINGS = [
  ...['', 'di', 'me', 'men', 'meng', 'meny', 'mem', 'ter', 'ke', 'pen', 'peng', 'peny', 'pem'],
  ...['per', 'pe', 'ber', 'be', 'pel', 'bel', 'keber', 'memper', 'diper', 'teper'],
]
const ENDINGS = ['', 'kan', 'an', 'i', 'kah', 'lah', 'pun', 'ku', 'mu', 'nya', 'annya', 'kanlah']
const ROOTS = [
  ...['angkat', 'ajar', 'kerja', 'pindah', 'tetap', 'usul', 'simpan', 'naik', 'henti', 'didik'],
  ...['latih', 'guru', 'televisi', 'organisasi', 'nyata', 'mutasi', 'sah', 'a', 'rsi', 'ñandu'],
]

describe('a stem', () => {
  test('is the one that PostgreSQL has, whatever stands around a root', async () => {
    const words = BEGINNINGS.flatMap((one) =>
      ROOTS.flatMap((root) => ENDINGS.map((other) => one + root + other)),
    )
    const rows = await sql<{ word: string; stem: string }[]>`
      select word, (ts_lexize('indonesian_stem', word))[1] as stem from unnest(${words}::text[]) as word`
    const differing = rows.filter(({ word, stem }) => stemOf(word) !== stem)
    expect(rows.length).toBe(words.length)
    expect(differing.map(({ word, stem }) => [word, stem, stemOf(word)])).toEqual([])
  })

  test('of what has digits in it is the whole, as there', async () => {
    const [row] = await sql<{ lexemes: string[] }[]>`
      select tsvector_to_array(to_tsvector('indonesian', 'pengangkatan2')) as lexemes`
    expect(row?.lexemes).toEqual([stemOf('pengangkatan2')])
  })
})
