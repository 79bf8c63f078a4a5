import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { VersionStatus } from '#domain/archive/version.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import {
  checkSome,
  findCompleteness,
  recomputeCompleteness,
  recomputeStale,
} from '#src/store/archive/completeness.ts'
import { addHistoryRow } from '#src/store/archive/history.ts'
import { inTransaction } from '#src/store/database.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { addDocument } from '#test/support/archive-states.ts'
import { addAgency, addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { someRow } from '#test/support/careers.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { naiveScore } from '#test/support/naive-score.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const { id: verifiedBy } = await addPerson(owner)

async function kept(person: PersonId) {
  const [row] = await owner`
    select agency, unit, scheme, score, missing, waiting, returned, lacking, gaps, stale
    from archive.completeness where person = ${person}`
  return row
}

function recompute(person: PersonId): Promise<void> {
  return inTransaction(sql, (tx) => recomputeCompleteness(tx, person))
}

async function countStale(): Promise<void> {
  while (await recomputeStale(sql));
}

describe('completeness', () => {
  test('of a new person is counted by the job, for nobody counts when people are made', async () => {
    const { id } = await addPerson(owner)
    expect(await kept(id)).toMatchObject({ stale: true, score: null, lacking: 0 })
    await countStale()
    expect(await kept(id)).toMatchObject({ stale: false, scheme: 'pns', score: 7750, missing: 5 })
  })

  test('of a PPPK has no score', async () => {
    const { id } = await addPerson(owner, { kind: 'pppk', nip: '200012312024211901' })
    await recompute(id)
    expect(await kept(id)).toMatchObject({ scheme: 'pppk', score: null, missing: 5 })
  })

  test('names what is missing or came back, and counts what is on its way', async () => {
    const { id } = await addPerson(owner)
    const document = (type: string, ...statuses: VersionStatus[]) =>
      addDocument(owner, { person: id, type, statuses, verifiedBy })
    await document('drh', 'superseded', 'verified')
    await document('d2np', 'returned')
    await document('cpns', 'returned', 'awaitingVerification')
    await document('spmtCpns', 'quarantined')
    await document('pns', 'rejectedBySystem')
    await recompute(id)
    expect(await kept(id)).toMatchObject({
      score: 7750,
      missing: 1,
      waiting: 2,
      returned: 1,
      gaps: [
        { type: 'd2np', slot: '', reason: 'returned' },
        { type: 'pns', slot: '', reason: 'missing' },
      ],
    })
  })

  test('of one person tells how many wait before a version, in its own agency alone', async () => {
    const agency = await addAgency(owner)
    const { id } = await addPerson(owner, { agency })
    const { id: neighbour } = await addPerson(owner, { agency })
    const { id: stranger } = await addPerson(owner)
    const at = (days: number) => after(NOW, days * 86_400)
    for (const [person, submittedAt] of [
      [neighbour, at(-3)],
      [stranger, at(-3)],
      [id, at(-2)],
    ] as const)
      await addDocument(owner, {
        person,
        type: 'pns',
        statuses: ['awaitingVerification'],
        verifiedBy,
        submittedAt,
      })
    const found = await findCompleteness(sql, id)
    expect(found?.slots.find(({ type }) => type.code === 'pns')?.state).toEqual({
      kind: 'awaitingVerification',
      since: at(-2),
      ahead: 1,
    })
    expect(await findCompleteness(sql, crypto.randomUUID() as PersonId)).toBeUndefined()
  })

  test('follows somebody to another agency at once, and is counted anew when the kind changes', async () => {
    const { id } = await addPerson(owner, { kind: 'cpns' })
    await countStale()
    const agency = await addAgency(owner)
    const unit = await addUnit(owner, agency)
    await owner`update people set agency = ${agency}, unit = ${unit} where id = ${id}`
    expect(await kept(id)).toMatchObject({ agency, unit, stale: false, missing: 4 })
    await owner`update people set kind = 'pns' where id = ${id}`
    expect(await kept(id)).toMatchObject({ stale: true, scheme: 'cpns' })
    await countStale()
    expect(await kept(id)).toMatchObject({ stale: false, scheme: 'pns', missing: 5 })
  })

  test('counts both of two changes at once, whichever is first', async () => {
    const { id } = await addPerson(owner)
    await recompute(id)
    await whileHeld(
      owner,
      async (tx) => {
        const record = await addRecord(owner, { person: id, type: 'drh', stage: 'active' })
        await tx`
          insert into archive.history (person, type, key, label, source, added_at)
          values (${id}, 'skp22', '2024', 'SKP 2024', 'national', ${NOW})`
        await recomputeCompleteness(tx, id)
        return record
      },
      async () => {
        await addDocument(owner, { person: id, type: 'pns', statuses: ['verified'], verifiedBy })
        await recompute(id)
      },
    )
    expect(await kept(id)).toMatchObject({ missing: 5, score: 7500 })
  })

  test('is counted under the role that destroys, too', async () => {
    const { id } = await addPerson(owner)
    await inTransaction(owner, async (tx) => {
      await tx`set local role asn_keyring`
      await recomputeCompleteness(tx, id)
    })
    expect(await kept(id)).toMatchObject({ stale: false, missing: 5 })
  })
})

describe('a row of a history', () => {
  const by = (person: PersonId) => ({ person, hat: undefined })
  const { source: _, ...row } = someRow({ type: 'skp22', key: '2024', label: 'SKP 2024' })

  test('added with an upload is expected from then on', async () => {
    const { id } = await addPerson(owner)
    await inTransaction(sql, (tx) => addHistoryRow(tx, { ...row, person: id, by: by(id), at: NOW }))
    expect(await kept(id)).toMatchObject({ missing: 6, stale: false })
  })

  test('does not change what is there already', async () => {
    const { id } = await addPerson(owner)
    const add = (label: string) =>
      inTransaction(sql, (tx) =>
        addHistoryRow(tx, { ...row, label, person: id, by: by(id), at: NOW }),
      )
    await add('SKP 2024')
    await add('Lain')
    expect(await owner`select label, source from archive.history where person = ${id}`).toEqual([
      { label: 'SKP 2024', source: 'person' },
    ])
  })
})

describe('the check', () => {
  test('finds nothing where nothing was missed, and mends what was', async () => {
    await owner`delete from archive.completeness`
    const { id } = await addPerson(owner)
    await countStale()
    expect(await checkSome(sql)).toBe(0)
    const before = await kept(id)
    await owner`update archive.completeness set missing = 0, gaps = '[]' where person = ${id}`
    expect(await checkSome(sql)).toBe(1)
    expect(await kept(id)).toEqual(before)
  })
})

const STATUSES: VersionStatus[] = [
  'quarantined',
  'awaitingVerification',
  'returned',
  'verified',
  'withdrawn',
]
const SLOTS = [
  ['drh', '', ''],
  ['d2np', '', ''],
  ['pns', '', ''],
  ['pendidikan', 'S-1', '#ijazah'],
  ['pendidikan', 'S-1', '#transkrip'],
  ['golongan', 'III/a', '#skKp'],
  ['golongan', 'III/b', '#skKp'],
  ['golongan', 'III/b', '#pertekKp'],
  ['diklat', 'dasar', ''],
  ['angkaKredit', '2024', '#skPak'],
  ['angkaKredit', '2024', '#dokPak'],
  ['skp22', '2023', ''],
  ['penghargaan', 'x', ''],
] as const

test('fault 25: after any changes the roll-up is what a plain count comes to', async () => {
  const change = fc.record({
    slot: fc.constantFrom(...SLOTS),
    status: fc.constantFrom(...STATUSES),
  })
  const kind = fc.constantFrom('pns' as const, 'cpns' as const)
  await fc.assert(
    fc.asyncProperty(kind, fc.array(change, { maxLength: 12 }), async (of, changes) => {
      const { id } = await addPerson(owner, {
        kind: of,
        password: 'x',
        mfa: 'none',
        state: 'created',
      })
      for (const { slot, status } of changes) await apply(id, slot, status)
      await recompute(id)
      const score = await naiveScore(owner, id)
      expect(await kept(id)).toMatchObject({ scheme: of, score })
    }),
    { numRuns: 40 },
  )
}, 120_000)

async function apply(
  person: PersonId,
  [type, key, part]: (typeof SLOTS)[number],
  status: VersionStatus,
) {
  if (key)
    await owner`
      insert into archive.history (person, type, key, label, source, added_at)
      values (${person}, ${type}, ${key}, ${key}, 'national', ${NOW}) on conflict do nothing`
  const slot = `${key}${part}`
  const [known] = await owner<{ id: string }[]>`
    select id from archive.records where person = ${person} and type = ${type} and slot = ${slot}`
  const record = (known?.id ??
    (await addRecord(owner, { person, type, slot, stage: 'active' }))) as Awaited<
    ReturnType<typeof addRecord>
  >
  const verified = await owner`
    select from archive.versions where record = ${record} and status = 'verified'`
  if (status !== 'verified' || verified.length === 0)
    await addVersion(owner, { record, status, verifiedBy })
}
