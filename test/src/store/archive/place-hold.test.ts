import { describe, expect, test } from 'vitest'
import type { HoldId } from '#domain/archive/hold.ts'
import type { WantedHold } from '#domain/archive/place-hold.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import { no } from '#domain/result.ts'
import { closeGate, passGate } from '#src/store/archive/gate.ts'
import { listToldHolds } from '#src/store/archive/holds-told.ts'
import { placeHold } from '#src/store/archive/place-hold.ts'
import { isHeld, lockOrAddRecord } from '#src/store/archive/records.ts'
import { inTransaction, type TransactionSql } from '#src/store/database.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { untilSomeoneWaits, whileHeld } from '#test/support/held.ts'
import { wantedHold } from '#test/support/holds.ts'
import { acting } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const agency = await addAgency(owner)
const legal = await acting(owner, { role: 'legalOfficer', agency })

function wanted(person: PersonId, fields: Partial<WantedHold> = {}): WantedHold {
  return wantedHold({ person, agency, id: crypto.randomUUID() as HoldId, ...fields })
}

async function stageOf(record: RecordId) {
  const [row] = await owner`select stage, held from archive.records where id = ${record}`
  return row
}

async function eventsOf(record: RecordId): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select name from archive.events where record = ${record} order by n`
  return rows.map(({ name }) => name)
}

describe('T24 a hold that is placed', () => {
  test('holds every record of its person, and each says so', async () => {
    const { id: person } = await addPerson(owner, { agency })
    const records = [
      await addRecord(owner, { person, stage: 'active' }),
      await addRecord(owner, { person, stage: 'retentionEnded', type: 'cpns' }),
    ]
    const placed = await placeHold(sql, wanted(person), legal)
    expect(placed).toMatchObject({ ok: true, value: { tooLate: [], taken: [] } })
    for (const record of records) {
      expect(await stageOf(record)).toMatchObject({ held: true })
      expect(await isHeld(sql, record)).toBe(true)
      expect(await eventsOf(record)).toEqual(['holdPlaced'])
    }
    const told = await owner`
      select body from archive.events where person = ${person} and record is null`
    expect(told).toMatchObject([{ body: { of: 'person', silent: false, review: '2027-03-01' } }])
  })

  test('takes what is in a batch out of it', async () => {
    const { id: person } = await addPerson(owner, { agency })
    const record = await addRecord(owner, { person, stage: 'waitingPeriod' })
    await addVersion(owner, { record })
    const placed = await placeHold(sql, wanted(person), legal)
    expect(placed).toMatchObject({ ok: true, value: { taken: [record] } })
    expect(await stageOf(record)).toMatchObject({ stage: 'inactive', held: true })
    expect(await eventsOf(record)).toEqual(['itemWithdrawn', 'holdPlaced'])
  })

  test('also covers what comes later, of its type alone', async () => {
    const { id: person } = await addPerson(owner, { agency })
    await placeHold(sql, wanted(person, { scope: { of: 'type', type: 'pns' } }), legal)
    const [pns, cpns] = await Promise.all(['pns', 'cpns'].map((type) => newRecord(person, type)))
    expect(await stageOf(pns as RecordId)).toMatchObject({ held: true })
    expect(await stageOf(cpns as RecordId)).toMatchObject({ held: false })
  })

  test('is told to its subject on the record, unless it is silent', async () => {
    const { id: person } = await addPerson(owner, { agency })
    const record = await addRecord(owner, { person, stage: 'active' })
    await placeHold(sql, wanted(person, { silent: true }), legal)
    expect(await listToldHolds(sql, person, record)).toEqual([])
    await placeHold(sql, wanted(person, { scope: { of: 'record', record } }), legal)
    expect(await listToldHolds(sql, person, record)).toMatchObject([{ agencyName: 'Instansi Uji' }])
    expect(await listToldHolds(sql, legal.id, record)).toEqual([])
  })

  test('is not told on a record that it came too late for', async () => {
    const { id: person } = await addPerson(owner, { agency })
    const gone = await addRecord(owner, { person, type: 'cpns', stage: 'destroyed' })
    await placeHold(sql, wanted(person), legal)
    expect(await listToldHolds(sql, person, gone)).toEqual([])
  })

  test('reaches the people of the agency and whose records it keeps still, and nobody else', async () => {
    const elsewhere = await addAgency(owner)
    const { id: stranger } = await addPerson(owner, { agency: elsewhere })
    const record = await addRecord(owner, { person: stranger })
    expect(await placeHold(sql, wanted(stranger), legal)).toEqual(no({ kind: 'noSuchPerson' }))
    expect(await isHeld(sql, record)).toBe(false)
    const { id: moved } = await addPerson(owner, { agency: elsewhere })
    await addRecord(owner, { person: moved, agency })
    expect((await placeHold(sql, wanted(moved), legal)).ok).toBe(true)
  })

  test('is refused with nothing changed', async () => {
    const { id: person } = await addPerson(owner, { agency })
    const record = await addRecord(owner, { person, stage: 'active' })
    const past = wanted(person, { reviewOn: { year: 2026, month: 11, day: 21 } })
    expect(await placeHold(sql, past, legal)).toEqual(no({ kind: 'reviewNotLater' }))
    expect(await placeHold(sql, wanted(legal.id), legal)).toEqual(no({ kind: 'oneself' }))
    const laid = { ...legal, session: Buffer.from('another') }
    expect(await placeHold(sql, wanted(person), laid)).toEqual(no({ kind: 'noLonger' }))
    expect(await stageOf(record)).toMatchObject({ held: false })
    expect(await eventsOf(record)).toEqual([])
  })
})

describe('I1 a hold and the keys of a record', () => {
  async function destroying() {
    const { id: person } = await addPerson(owner, { agency })
    const record = await addRecord(owner, { person, stage: 'destroying' })
    const version = await addVersion(owner, { record })
    return { person, record, version }
  }

  /** What the one function that deletes keys does (archive.md 5.3), but for the key itself. */
  async function deleteKeys(tx: TransactionSql, record: RecordId): Promise<boolean> {
    await passGate(tx)
    await tx`select from archive.records where id = ${record} for update`
    const [row] = await tx<{ held: boolean }[]>`select archive.is_held(${record}) as held`
    if (row?.held) return false
    await tx`
      update archive.versions set key_gone_at = ${NOW}, metadata = null, sealed = null, twin_tag = null
      where record = ${record}`
    return true
  }

  test('too late is told with its time once the keys have gone', async () => {
    const { person, record } = await destroying()
    const placed = await whileHeld(
      owner,
      (tx) => deleteKeys(tx, record),
      () => placeHold(sql, wanted(person, { scope: { of: 'record', record } }), legal),
    )
    expect(placed).toEqual(no({ kind: 'tooLate', at: NOW }))
    expect(await stageOf(record)).toMatchObject({ stage: 'destroying', held: false })
  })

  test('keys wait for a hold that is being placed, and then stay', async () => {
    const { person, record } = await destroying()
    const goes = await whileHeld(
      owner,
      async (tx) => {
        await closeGate(tx)
        await tx`
          insert into archive.holds (id, person, basis, case_no, review_on, placed_by, placed_as, placed_at)
          values (${crypto.randomUUID()}, ${person}, 'Perkara tata usaha negara', '12/G/2026', '2027-01-01',
            ${legal.id}, ${legal.hat.id}, ${NOW})`
      },
      () => inTransaction(owner, (tx) => deleteKeys(tx, record)),
    )
    expect(goes).toBe(false)
  })

  test('a version that was withdrawn long ago does not make a hold too late', async () => {
    const { person, record } = await destroying()
    const withdrawn = await addVersion(owner, { record, status: 'withdrawn' })
    await owner`
      update archive.versions set key_gone_at = ${NOW}, metadata = null where id = ${withdrawn}`
    const placed = await placeHold(sql, wanted(person), legal)
    expect(placed).toMatchObject({ ok: true, value: { taken: [record], tooLate: [] } })
    expect(await stageOf(record)).toMatchObject({ stage: 'inactive' })
  })

  test('whoever comes first, either the keys or the hold remain', async () => {
    for (let round = 0; round < 40; round += 1) {
      const { person, record } = await destroying()
      const one = wanted(person, { scope: { of: 'record', record } })
      const [placed, gone] = await Promise.all([
        placeHold(sql, one, legal),
        inTransaction(owner, (tx) => deleteKeys(tx, record)),
      ])
      expect(placed.ok).toBe(!gone)
      if (!placed.ok) expect(placed.problem).toEqual({ kind: 'tooLate', at: NOW })
      expect(await isHeld(sql, record)).toBe(placed.ok)
    }
  }, 60_000)
})

describe('I1 a hold and whatever else is done at the same time', () => {
  const STEPS: readonly (readonly [Stage, Stage])[] = [
    ['inactive', 'retentionEnded'],
    ['retentionEnded', 'underAppraisal'],
    ['underAppraisal', 'proposedForDestruction'],
    ['proposedForDestruction', 'waitingPeriod'],
    ['waitingPeriod', 'destroying'],
  ]

  test.each(STEPS)('a step from %s to %s under way is undone by it', async (from, to) => {
    const { id: person } = await addPerson(owner, { agency })
    const record = await addRecord(owner, { person, stage: from })
    const placed = await whileHeld(
      owner,
      (tx) => tx`update archive.records set stage = ${to} where id = ${record}`,
      () => placeHold(sql, wanted(person), legal),
    )
    const isTaken = to !== 'retentionEnded'
    expect(placed).toMatchObject({ ok: true, value: { taken: isTaken ? [record] : [] } })
    const stage = isTaken ? 'inactive' : to
    expect(await stageOf(record)).toMatchObject({ stage, held: true })
  })

  test.each(STEPS)('a step from %s to %s that comes after it is refused', async (from, to) => {
    const { id: person } = await addPerson(owner, { agency })
    const record = await addRecord(owner, { person, stage: from })
    const step = await whileHeld(
      owner,
      async (tx) => {
        await tx`select from archive.records where id = ${record} for update`
        await tx`
          insert into archive.holds (id, person, basis, case_no, review_on, placed_by, placed_as, placed_at)
          values (${crypto.randomUUID()}, ${person}, 'Perkara tata usaha negara', '12/G/2026', '2027-01-01',
            ${legal.id}, ${legal.hat.id}, ${NOW})`
      },
      () => refusalOf(sql`update archive.records set stage = ${to} where id = ${record}`),
    )
    expect(step).toBe('a hold is on the record')
  })

  test('while it waits for a list that is being drawn up, others go on with theirs', async () => {
    const { id: person } = await addPerson(owner, { agency })
    const placed = await owner.begin(async (drawing) => {
      await passGate(drawing)
      const placing = placeHold(sql, wanted(person), legal)
      await untilSomeoneWaits(owner)
      await inTransaction(owner, passGate)
      return { placing }
    })
    expect(await placed.placing).toMatchObject({ ok: true })
  })

  test('a record that begins meanwhile is held too', async () => {
    const { id: person } = await addPerson(owner, { agency })
    const record = await whileHeld(
      owner,
      async (tx) => {
        await closeGate(tx)
        await tx`
          insert into archive.holds (id, person, basis, case_no, review_on, placed_by, placed_as, placed_at)
          values (${crypto.randomUUID()}, ${person}, 'Perkara tata usaha negara', '12/G/2026', '2027-01-01',
            ${legal.id}, ${legal.hat.id}, ${NOW})`
      },
      () => newRecord(person, 'pns'),
    )
    expect(await stageOf(record)).toMatchObject({ held: true })
  })

  test('two holds, and a third that is placed with them, are all on', async () => {
    const { id: person } = await addPerson(owner, { agency })
    const record = await addRecord(owner, { person, stage: 'underAppraisal' })
    const placed = await Promise.all(
      Array.from({ length: 3 }, () => placeHold(sql, wanted(person), legal)),
    )
    expect(placed.every(({ ok }) => ok)).toBe(true)
    expect((await eventsOf(record)).filter((name) => name === 'itemWithdrawn')).toHaveLength(1)
  })
})

async function newRecord(person: PersonId, type: string): Promise<RecordId> {
  const id = crypto.randomUUID() as RecordId
  await inTransaction(sql, (tx) =>
    lockOrAddRecord(tx, { id, person, agency, type, slot: '', since: NOW }),
  )
  return id
}

/** Begun at once, and its refusal never unheard. */
async function refusalOf(step: Promise<unknown>): Promise<string | undefined> {
  return step.then(
    () => undefined,
    (problem: Error) => problem.message,
  )
}
