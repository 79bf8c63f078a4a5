import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type HonestArchive, honestArchive } from '#test/support/honest-archive.ts'
import { differencesOf } from '#test/support/looking-through.ts'
import { behindOurBack } from '#test/support/told-archive.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let honest: HonestArchive

beforeAll(async () => {
  honest = await honestArchive()
})

test('an honest archive is what its events say, in whichever look', async () => {
  expect(await differencesOf(honest.owner)).toEqual([])
  expect(await differencesOf(honest.owner, { isFull: false })).toEqual([])
})

type Tampering = {
  what: string
  table: string
  column: string
  row: (of: HonestArchive) => string
  to: string
  finds: (of: HonestArchive) => object
}

const EVENT = "record = '$' and n = 3"
const inRecord = (of: HonestArchive) => EVENT.replace('$', of.record)
const eventOf = ({ record }: HonestArchive) => ({
  what: 'eventDiffers',
  table: 'archive.events',
  record,
  n: 3,
})
const byId = (name: 'record' | 'first' | 'newer' | 'waits' | 'hold') => (of: HonestArchive) =>
  `id = '${of[name]}'`

const SOMEBODY = `(select p.id from people p where p.name <> 'Dewi Lestari' and not exists (select from mandates m where m.person = p.id) limit 1)`

/** Of one row one column; the first difference is that one, named by table, row and field. */
const TAMPERINGS: readonly Tampering[] = [
  ...[
    ['name', "'recordNoted'"],
    ['at', "at + interval '1 second'"],
    ['actor', 'null'],
    ['hat', 'null'],
    ['person', 'null'],
    ['body', `body || '{"no": 7}'`],
    ['salt', "decode(repeat('00', 32), 'hex')"],
  ].map(([column = '', to = '']) => ({
    what: `an event's ${column}`,
    ...{ table: 'archive.events', column, row: inRecord, to, finds: eventOf },
  })),
  ...[
    ['browser', "'Firefox'"],
    ['detail', `detail || '{"run": "x"}'`],
    ['at', "at - interval '1 microsecond'"],
  ].map(([column = '', to = '']) => ({
    what: `the ${column} of an event of an account`,
    ...{ table: 'public.events', column, to },
    row: () => "detail ->> 'run' = '301'",
    finds: () => ({ what: 'eventDiffers', table: 'public.events' }),
  })),
  ...[
    ['stage', "'inactive'"],
    ['next_n', 'next_n + 1'],
    ['next_no', 'next_no + 1'],
    ['type', "'cpns'"],
    ['held', 'not held'],
    ['agency', '(select id from agencies where id <> agency limit 1)'],
  ].map(([column = '', to = '']) => ({
    what: `the ${column} of a record`,
    ...{ table: 'archive.records', column, row: byId('record'), to },
    finds: ({ record }: HonestArchive) => ({
      ...{ what: 'rowDiffers', table: 'archive.records', row: record, field: column },
    }),
  })),
  ...[
    ['bytes', 'bytes + 1'],
    ['verified_by', SOMEBODY],
    ['verified_as', 'null'],
    ['verified_at', "verified_at - interval '1 day'"],
    ['uploaded_by', SOMEBODY],
    ['uploaded_as', 'null'],
    ['received_at', "received_at - interval '1 day'"],
    ['metadata', `metadata || '{"decreeNumber": "821/17/2011"}'`],
    ['metadata_salt', "decode(repeat('00', 32), 'hex')"],
  ].map(([column = '', to = '']) => ({
    what: `the ${column} of a version`,
    ...{ table: 'archive.versions', column, row: byId('newer'), to },
    finds: ({ record, newer }: HonestArchive) => ({
      ...{ what: 'rowDiffers', table: 'archive.versions', row: newer, record },
      field: column.replace('metadata_salt', 'metadata'),
    }),
  })),
  ...[
    ['status', 'waits', "'withdrawn'"],
    ['superseded_at', 'first', "superseded_at - interval '1 day'"],
  ].map(([column = '', name = '', to = '']) => ({
    what: `the ${column} of a version`,
    ...{ table: 'archive.versions', column, row: byId(name as 'first'), to },
    finds: () => ({ what: 'rowDiffers', table: 'archive.versions', field: column }),
  })),
  {
    what: 'the number of a version',
    ...{ table: 'archive.versions', column: 'no', row: byId('newer'), to: '9' },
    finds: ({ record }) => ({ what: 'commitmentDiffers', record, version: 9 }),
  },
  {
    what: 'what a version commits to',
    ...{ table: 'archive.versions', column: 'commitment', row: byId('first') },
    to: "decode(repeat('00', 32), 'hex')",
    finds: ({ record }) => ({ what: 'commitmentDiffers', record, n: 1, version: 1 }),
  },
  ...[
    ['review_on', "review_on + interval '1 day'"],
    ['placed_by', SOMEBODY],
    ['placed_at', "placed_at - interval '1 day'"],
    ['silent', 'not silent'],
    ['record', '(select id from archive.records where id <> holds.record limit 1)'],
  ].map(([column = '', to = '']) => ({
    what: `the ${column} of a hold`,
    ...{ table: 'archive.holds', column, row: byId('hold'), to },
    finds: ({ hold }: HonestArchive) => ({
      ...{ what: 'rowDiffers', table: 'archive.holds', row: hold, field: column },
    }),
  })),
  ...[
    ['action', "'recordShared'"],
    ['at', "at + interval '1 second'"],
    ['version_no', '1'],
  ].map(([column = '', to = '']) => ({
    what: `the ${column} of a reading`,
    ...{ table: 'archive.access_log', column, row: () => 'n = 2', to },
    finds: () => ({ what: 'accessesDiffer', told: 2, found: 2 }),
  })),
  {
    what: 'the hash of a copy that was seen whole',
    ...{ table: 'archive.copies', column: 'sha256', row: ({ newer }) => `version = '${newer}'` },
    to: "decode(repeat('00', 32), 'hex')",
    finds: () => ({ what: 'copiesDiffer' }),
  },
  {
    what: 'the row of a leaf',
    ...{ table: 'archive.log_leaves', column: 'leaf', row: () => 'index = 300' },
    to: "convert_to(replace(convert_from(leaf, 'UTF8'), 'v1', 'v2'), 'UTF8')",
    finds: () => ({ what: 'leafDiffers', index: 300 }),
  },
  {
    what: 'the note of a checkpoint',
    ...{ table: 'archive.log_checkpoints', column: 'note' },
    row: () => 'size = (select min(size) from archive.log_checkpoints)',
    to: "translate(note, 'abcdef', 'ghijkl')",
    finds: () => ({ what: 'badCheckpoint', in: 'database' }),
  },
]

describe('fault 17: whoever changes one column behind our back is found by row and field', () => {
  test.each(TAMPERINGS)('$what', async ({ table, column, row, to, finds }) => {
    const where = row(honest)
    const undo = await change(table, column, where, to)
    const found = await differencesOf(honest.owner)
    await undo()
    expect(found[0]).toMatchObject(finds(honest))
  })

  test('and once all of it is undone nothing differs', async () => {
    expect(await differencesOf(honest.owner)).toEqual([])
  })
})

describe('fault 17: a byte that is flipped in a file is found by file and place', () => {
  test.each([
    ['/log/tile/0/000', 'tileDiffers', 5 * 32 + 7, 5],
    ['/log/tile/0/002.p/', 'tileDiffers', 3 * 32, 515],
    ['/log/tile/1/000.p/2', 'tileDiffers', 32, 256],
    ['/log/tile/entries/001', 'bundleDiffers', 30, 256],
    ['/log/tile/entries/000', 'bundleDiffers', 0, 0],
    ['/log/checkpoint', 'badCheckpoint', 30, undefined],
    ['/second/checkpoint', 'badCheckpoint', 60, undefined],
    ['/log/vkey', 'vkeyDiffers', 40, undefined],
  ] as const)('%s', async (start, what, place, index) => {
    const { stored } = honest.log
    const path = widestOf(start)
    const bytes = stored.get(path) ?? Buffer.of()
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8(flipped.readUInt8(place) ^ 1, place)
    stored.set(path, flipped)
    const found = await differencesOf(honest.owner)
    stored.set(path, bytes)
    const file = what === 'badCheckpoint' || what === 'vkeyDiffers' ? {} : { path: path.slice(5) }
    expect(found[0]).toMatchObject({ what, ...(index !== undefined && { index }), ...file })
  })

  test.each(['/log/tile/0/001', '/log/tile/entries/001'])('%s is gone', async (path) => {
    const { stored } = honest.log
    const bytes = stored.get(path) ?? Buffer.of()
    stored.delete(path)
    const found = await differencesOf(honest.owner)
    stored.set(path, bytes)
    expect(found).toMatchObject([{ path: path.slice(5), index: 256 }])
  })
})

/** Of the partial tiles of one place the widest. */
function widestOf(start: string): string {
  const paths = [...honest.log.stored.keys()].filter((path) => path.startsWith(start))
  const widthOf = (path: string) => Number(path.split('.p/')[1] ?? 0)
  return paths.sort((one, other) => widthOf(other) - widthOf(one))[0] ?? start
}

const KEYS: Record<string, string> = {
  'archive.access_log': 'n',
  'archive.copies': 'object',
  'archive.log_leaves': 'index',
  'archive.log_checkpoints': 'size',
}

/** One column of one row, by whoever may everything; answers how it is undone. */
async function change(table: string, column: string, where: string, to: string) {
  const key = KEYS[table] ?? 'id'
  const [old] = await honest.owner.unsafe<{ key: string; value: string | null; type: string }[]>(
    `select ${key}::text as key, ${column}::text as value, pg_typeof(${column})::text as type
     from ${table} where ${where} limit 1`,
  )
  if (!old) throw new Error(`no row of ${table} where ${where}`)
  const set = (expression: string, values: (string | null)[]) =>
    behindOurBack(honest.owner, async (tx) => {
      const set = await tx.unsafe(
        `update ${table} set ${column} = ${expression} where ${key}::text = '${old.key}'`,
        values,
      )
      expect(set.count).toBe(1)
    })
  await set(to, [])
  return () => set(`$1::text::${old.type}`, [old.value])
}
