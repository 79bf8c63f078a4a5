import { describe, expect, test } from 'vitest'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { addExtension } from '#src/store/archive/retention/extensions.ts'
import { recomputePeople, recomputeRecord } from '#src/store/archive/retention/recompute.ts'
import { recountStale } from '#src/store/archive/retention/recounts.ts'
import { actorOf } from '#src/store/worn-hat.ts'
import { addRecord } from '#test/support/archive.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { liftHolds } from '#test/support/lifted.ts'
import { day } from '#test/support/retention.ts'
import {
  addHold,
  addRetired,
  addSomeRule,
  addVerified,
  eventsOf,
  keptOf,
} from '#test/support/retention-rows.ts'
import { acting } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

const recompute = (...people: PersonId[]) => sql.begin((tx) => recomputePeople(tx, people, NOW))
async function workOff() {
  while (await recountStale(sql, NOW));
}
async function factsOf(person: PersonId) {
  const rows = await owner`
    select kind, on_date::text as on, how from archive.retention_facts where person = ${person} order by kind`
  return rows.map(({ kind, on, how }) => [kind, on, how])
}

describe('facts of a person', () => {
  test('come from verified papers and the national data, and go when those take them back', async () => {
    const { id } = await addRetired(owner, '2024-08-01')
    const decree = await addRecord(owner, { person: id, type: 'pns', stage: 'active' })
    await addVerified(owner, decree, { effectiveDate: '1999-03-01', decreeDate: '1999-02-01' })
    await owner`
      insert into archive.history (person, type, key, label, on_date, source, added_at)
      values (${id}, 'pemberhentian', 'n', 'Pensiun', '2024-09-01', 'national', now())`
    await recompute(id)
    expect(await factsOf(id)).toEqual([
      ['appointed', '1999-03-01', null],
      ['serviceEnded', '2024-09-01', 'retired'],
    ])
    await owner`update people set legal_position = '01', end_of_service = null where id = ${id}`
    await recompute(id)
    expect(await factsOf(id)).toEqual([['appointed', '1999-03-01', null]])
  })

  test('are never what somebody added about themselves, nor a paper that nobody verified', async () => {
    const { id } = await addPerson(owner)
    await owner`update people set legal_position = '99' where id = ${id}`
    await owner`
      insert into archive.history (person, type, key, label, on_date, source, added_by, added_at)
      values (${id}, 'pemberhentian', 'p', 'Pensiun', '2001-01-01', 'person', ${id}, now())`
    const decree = await addRecord(owner, {
      person: id,
      type: 'pemberhentian',
      slot: 'p',
      stage: 'active',
    })
    await owner`
      insert into archive.versions (id, record, no, person, agency, status, bytes, metadata, commitment, uploaded_by,
        received_at, status_since)
      select gen_random_uuid(), r.id, 1, r.person, r.agency, 'quarantined', 1, '{"effectiveDate": "2001-01-01"}', '\\x00',
        r.person, now(), now() from archive.records r where r.id = ${decree}`
    await recompute(id)
    expect(await factsOf(id)).toEqual([])
  })
})

describe('T22 a fact whose paper was destroyed', () => {
  test('is remembered while a record of its person is left, and then forgotten', async () => {
    const { id, agency } = await addRetired(owner, '2010-08-01')
    await addSomeRule(owner, agency)
    const record = await addRecord(owner, { person: id, type: 'pns', stage: 'destroying' })
    await recompute(id)
    const destroy = (of: string) =>
      owner.begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update archive.versions set key_gone_at = now(), metadata = null where record = ${of}`
        await tx`update archive.records set stage = 'destroyed', destroyed_at = now() where id = ${of}`
      })
    const [decree] =
      await owner`select id from archive.records where person = ${id} and type = 'pemberhentian'`
    await destroy(decree?.['id'])
    await recompute(id)
    expect(await factsOf(id)).toEqual([['serviceEnded', '2010-08-01', 'retired']])
    await destroy(record)
    await recompute(id)
    expect(await factsOf(id)).toEqual([])
  })
})

describe('T11 T14 a record counted anew', () => {
  test('keeps its end with the reason, by its own paper where the rule asks for that', async () => {
    const { id, agency } = await addPerson(owner).then(async (one) => {
      const [row] = await owner<{ agency: never }[]>`select agency from people where id = ${one.id}`
      return { id: one.id, agency: row?.agency as never }
    })
    await addSomeRule(owner, agency, {
      covers: { of: 'type', type: 'golongan' },
      active: { years: 2, trigger: 'decreeIssued' },
    })
    const record = await addRecord(owner, {
      person: id,
      type: 'golongan',
      slot: 'III/a',
      stage: 'active',
    })
    await addVerified(owner, record, { decreeDate: '2020-02-29' })
    await sql.begin((tx) => recomputeRecord(tx, record, NOW))
    expect(await keptOf(owner, record)).toEqual({
      stage: 'active',
      activeEnd: '2022-12-31',
      retentionEnd: '2031-12-31',
      reason: 'until',
    })
    expect(await eventsOf(owner, record)).toEqual([])
  })

  test('opens again with an event, where its retention had ended and now has not', async () => {
    const { id, agency } = await addRetired(owner, '2010-08-01')
    const before = await addSomeRule(owner, agency)
    const record = await addRecord(owner, { person: id, type: 'pns', stage: 'retentionEnded' })
    await owner`update archive.records set retention_end = '2020-12-31' where id = ${record}`
    await recompute(id)
    expect((await keptOf(owner, record)).stage).toBe('retentionEnded')
    await addSomeRule(owner, agency, {
      ...before,
      version: 2,
      inactive: { years: 29, trigger: 'activeEnded' },
    })
    await recompute(id)
    expect(await keptOf(owner, record)).toMatchObject({
      stage: 'inactive',
      retentionEnd: '2040-12-31',
    })
    expect(await eventsOf(owner, record)).toEqual([
      ['retentionRecomputed', { from: '2020-12-31', to: '2040-12-31' }],
    ])
  })

  test('fault 23: stays where it is under a hold that a shorter rule meets', async () => {
    const { id, agency } = await addRetired(owner, '2024-08-01')
    const long = await addSomeRule(owner, agency, {
      inactive: { years: 29, trigger: 'activeEnded' },
    })
    const record = await addRecord(owner, { person: id, type: 'pns', stage: 'inactive' })
    await recompute(id)
    await addHold(owner, id)
    await owner`update archive.retention_rules set known_until = now() where id = ${long.id}`
    await addSomeRule(owner, agency)
    await recompute(id)
    expect((await keptOf(owner, record)).retentionEnd).toBe('2054-12-31')
    await liftHolds(owner, id)
    await recompute(id)
    expect((await keptOf(owner, record)).retentionEnd).toBe('2034-12-31')
  })

  test('is kept by what a panel granted beside the rules', async () => {
    const { id, agency } = await addRetired(owner, '2010-08-01')
    await addSomeRule(owner, agency)
    const record = await addRecord(owner, { person: id, type: 'pns', stage: 'inactive' })
    const by = await acting(owner, { agency, role: 'appraiser' })
    const extension = { until: day('2050-06-30'), reason: 'Masih dipakai di pengadilan.' as Reason }
    await sql.begin((tx) => addExtension(tx, record, extension, { by: actorOf(by), at: NOW }))
    await recompute(id)
    expect(await keptOf(owner, record)).toMatchObject({
      retentionEnd: '2050-06-30',
      reason: 'extended',
    })
  })

  test('waits for whoever has the record, and counts what that one left', async () => {
    const { id, agency } = await addRetired(owner, '2024-08-01')
    await addSomeRule(owner, agency)
    const record = await addRecord(owner, { person: id, type: 'pns', stage: 'inactive' })
    await whileHeld(
      owner,
      (tx) => tx`update archive.records set stage = 'retentionEnded' where id = ${record}`,
      () => recompute(id),
    )
    expect(await keptOf(owner, record)).toMatchObject({
      stage: 'inactive',
      retentionEnd: '2034-12-31',
    })
  })
})

describe('whose facts have changed is noted', () => {
  test('by the national data, a verified paper and a history, for who has records', async () => {
    const { id, agency } = await addRetired(owner, '2024-08-01', { position: '01' })
    await addSomeRule(owner, agency)
    const record = await addRecord(owner, { person: id, type: 'pns', stage: 'inactive' })
    await owner`delete from archive.retention_stale`
    await owner`update people set name = 'Lain' where id = ${id}`
    await addPerson(owner)
    expect(await owner`select from archive.retention_stale`).toHaveLength(0)
    await owner`update people set legal_position = '99' where id = ${id}`
    expect(await owner`select from archive.retention_stale`).toHaveLength(1)
    await workOff()
    expect((await keptOf(owner, record)).retentionEnd).toBe('2034-12-31')
    await owner`
      insert into archive.history (person, type, key, label, on_date, source, added_at)
      values (${id}, 'pemberhentian', 'n', 'Pensiun', '2025-09-01', 'national', now())`
    await workOff()
    expect((await keptOf(owner, record)).retentionEnd).toBe('2035-12-31')
    await owner`update archive.versions set metadata = '{"effectiveDate": "2026-01-01"}' where person = ${id}`
    await workOff()
    expect((await keptOf(owner, record)).retentionEnd).toBe('2036-12-31')
    expect(await owner`select from archive.retention_stale`).toHaveLength(0)
  })

  test('whoever notes it waits for nobody who works it off', async () => {
    const { id } = await addRetired(owner, '2024-08-01')
    await owner.begin(async (tx) => {
      await tx`delete from archive.retention_stale`
      await owner`update people set legal_position = '88' where id = ${id}`
    })
    expect(await owner`select from archive.retention_stale where person = ${id}`).toHaveLength(1)
  })
})
