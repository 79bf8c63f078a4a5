import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { RecordId } from '#domain/archive/record.ts'
import { after } from '#domain/instant.ts'
import { passDay, retentionRound } from '#src/jobs/retention.ts'
import { recomputePeople } from '#src/store/archive/retention/recompute.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { liftHolds } from '#test/support/lifted.ts'
import { answerRequests, OPEN_REQUEST_NAMES, OPEN_REQUESTS } from '#test/support/open-requests.ts'
import { addHold, addRetired, addSomeRule, eventsOf, keptOf } from '#test/support/retention-rows.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

/** Retired in 2010: 1 year active until the end of 2011, 9 inactive until the end of 2020. */
const retired = await addRetired(owner, '2010-08-01')
const rule = await addSomeRule(owner, retired.agency)
const LAST_MOMENT = new Date('2020-12-31T16:59:59.999Z')
const MIDNIGHT = new Date('2020-12-31T17:00:00Z')

let record: RecordId
beforeEach(async () => {
  await liftHolds(owner, retired.id)
  record = await counted('inactive')
})

async function counted(stage: 'active' | 'inactive') {
  const id = await addRecord(owner, {
    person: retired.id,
    type: 'golongan',
    slot: randomUUID(),
    stage,
  })
  await owner.begin((tx) => recomputePeople(tx, [retired.id], LAST_MOMENT))
  return id
}

const pass = (now: Date) => passDay(sql, () => now)

describe('T13 retention ends', () => {
  test('fault 13: at midnight in Jakarta after its last day, and not before', async () => {
    await pass(LAST_MOMENT)
    expect(await keptOf(owner, record)).toMatchObject({
      stage: 'inactive',
      retentionEnd: '2020-12-31',
    })
    await pass(MIDNIGHT)
    expect((await keptOf(owner, record)).stage).toBe('retentionEnded')
    expect(await eventsOf(owner, record)).toEqual([
      ['retentionExpired', { on: '2020-12-31', rule: rule.id, version: 1 }],
    ])
  })

  test('once, and its event waits to become a leaf', async () => {
    await pass(MIDNIGHT)
    await Promise.all([pass(MIDNIGHT), pass(MIDNIGHT)])
    expect(await eventsOf(owner, record)).toHaveLength(1)
    const waiting = await owner`
      select from archive.log_queue q join archive.events e on e.id = q.event where e.record = ${record}`
    expect(waiting).toHaveLength(1)
  })

  test('I1 not under a hold, whatever the list says', async () => {
    await addHold(owner, retired.id)
    await pass(MIDNIGHT)
    expect((await keptOf(owner, record)).stage).toBe('inactive')
  })

  test.each(['awaitingVerification', 'quarantined'] as const)(
    'not while a version is %s',
    async (status) => {
      await addVersion(owner, { record, status })
      await pass(MIDNIGHT)
      expect((await keptOf(owner, record)).stage).toBe('inactive')
    },
  )

  test.each(OPEN_REQUEST_NAMES)('not while somebody waits for an answer: %s', async (name) => {
    await OPEN_REQUESTS[name](owner, { record, person: retired.id, at: MIDNIGHT })
    await pass(MIDNIGHT)
    expect((await keptOf(owner, record)).stage).toBe('inactive')
    await answerRequests(owner)
    await pass(MIDNIGHT)
    expect((await keptOf(owner, record)).stage).toBe('retentionEnded')
  })

  test('a revocation that nobody seconded in time is asked for no more', async () => {
    const name = 'a revocation that waits for the second word'
    await OPEN_REQUESTS[name](owner, { record, person: retired.id, at: after(MIDNIGHT, -3601) })
    await pass(MIDNIGHT)
    expect((await keptOf(owner, record)).stage).toBe('retentionEnded')
  })

  test('not by a rule that nobody verified', async () => {
    const other = await addRetired(owner, '2010-08-01')
    await addSomeRule(owner, other.agency, { verified: false })
    const kept = await addRecord(owner, { person: other.id, type: 'pns', stage: 'inactive' })
    await owner.begin((tx) => recomputePeople(tx, [other.id], LAST_MOMENT))
    await pass(MIDNIGHT)
    expect(await keptOf(owner, kept)).toMatchObject({
      stage: 'inactive',
      retentionEnd: '2020-12-31',
    })
  })

  test('not by what was counted yesterday: service that did not end after all', async () => {
    const back = await addRetired(owner, '2010-08-01', { agency: retired.agency })
    const kept = await addRecord(owner, { person: back.id, type: 'pns', stage: 'inactive' })
    await owner.begin((tx) => recomputePeople(tx, [back.id], LAST_MOMENT))
    expect((await keptOf(owner, kept)).retentionEnd).toBe('2020-12-31')
    await owner`update people set legal_position = '01', end_of_service = null where id = ${back.id}`
    await pass(MIDNIGHT)
    expect(await keptOf(owner, kept)).toMatchObject({
      stage: 'inactive',
      retentionEnd: null,
      reason: 'triggerUnknown',
    })
  })
})

test('fault 13: no day passes by a clock that another contradicts', async () => {
  const keep = async (isCertain: boolean) => {
    const round = retentionRound({ sql, clock: () => MIDNIGHT, isCertain: () => isCertain })
    await round(() => false)
    return (await keptOf(owner, record)).stage
  }
  expect(await keep(false)).toBe('inactive')
  expect(await keep(true)).toBe('retentionEnded')
})

describe('T12 an active record', () => {
  test('becomes inactive after its active period, and ends with the same pass when both are over', async () => {
    const active = await counted('active')
    await pass(new Date('2011-12-31T16:59:59Z'))
    expect(await keptOf(owner, active)).toMatchObject({ stage: 'active', activeEnd: '2011-12-31' })
    await pass(new Date('2011-12-31T17:00:00Z'))
    expect((await keptOf(owner, active)).stage).toBe('inactive')
    await pass(MIDNIGHT)
    expect((await eventsOf(owner, active)).map(([name]) => name)).toEqual([
      'recordInactivated',
      'retentionExpired',
    ])
  })
})

describe('T15 a record that the JRA keeps for good', () => {
  test('becomes permanent in the pass that ends its retention', async () => {
    const other = await addRetired(owner, '2010-08-01')
    await addSomeRule(owner, other.agency, { disposition: 'permanent' })
    const kept = await addRecord(owner, { person: other.id, type: 'pns', stage: 'inactive' })
    await owner.begin((tx) => recomputePeople(tx, [other.id], LAST_MOMENT))
    await pass(MIDNIGHT)
    expect((await keptOf(owner, kept)).stage).toBe('permanent')
  })
})

test('a pass goes through more records than one piece holds, past those it may not end', async () => {
  const other = await addRetired(owner, '2010-08-01')
  await addSomeRule(owner, other.agency)
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`
      insert into archive.records (id, person, agency, type, slot, stage, stage_since, retention_end)
      select gen_random_uuid(), ${other.id}, ${other.agency}, 'golongan', 'x' || n, 'inactive', now(), '2020-12-31'
      from generate_series(1, 450) n`
  })
  await owner`
    insert into archive.versions (id, record, no, person, agency, status, bytes, commitment, uploaded_by, received_at, status_since)
    select gen_random_uuid(), r.id, 1, r.person, r.agency, 'quarantined', 1, '\\x00', r.person, now(), now()
    from archive.records r where r.agency = ${other.agency} and r.slot between 'x1' and 'x2'`
  await pass(MIDNIGHT)
  const rows = await owner`
    select r.stage, v.id is null as free, count(*)::integer as count
    from archive.records r left join archive.versions v on v.record = r.id
    where r.agency = ${other.agency} and r.slot like 'x%' group by 1, 2 order by 1`
  const [blocked, ended] = rows
  expect(rows).toMatchObject([
    { stage: 'inactive', free: false },
    { stage: 'retentionEnded', free: true },
  ])
  expect(blocked?.['count'] + ended?.['count']).toBe(450)
})
