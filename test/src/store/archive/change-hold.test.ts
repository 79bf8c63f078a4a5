import { describe, expect, test } from 'vitest'
import type { HoldId } from '#domain/archive/hold.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { no } from '#domain/result.ts'
import {
  agreeToLifting,
  askForLifting,
  refuseLifting,
  renewReview,
} from '#src/store/archive/change-hold.ts'
import { listCovered } from '#src/store/archive/covered-records.ts'
import { listHoldEvents } from '#src/store/archive/hold-history.ts'
import { findHold, listHolds } from '#src/store/archive/holds.ts'
import { placeHold } from '#src/store/archive/place-hold.ts'
import { isHeld } from '#src/store/archive/records.ts'
import { addRecord } from '#test/support/archive.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { wantedHold } from '#test/support/holds.ts'
import { acting, later } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const agency = await addAgency(owner)
const first = await acting(owner, { role: 'legalOfficer', agency, name: 'Ani' })
const second = await acting(owner, { role: 'legalOfficer', agency, name: 'Budi' })
const stranger = await acting(owner, { role: 'legalOfficer' })
const reason = 'Putusan sudah berkekuatan hukum tetap.' as Reason
const REFUSED = { code: '23514' }

async function held(fields: { person?: PersonId; days?: number } = {}) {
  const person = fields.person ?? (await addPerson(owner, { agency })).id
  const record = await addRecord(owner, { person, stage: 'inactive' })
  const id = crypto.randomUUID() as HoldId
  const reviewOn = { year: 2026, month: 12, day: fields.days ?? 1 }
  const placed = await placeHold(sql, wantedHold({ id, person, agency, reviewOn }), first)
  expect(placed.ok).toBe(true)
  return { id, person, record }
}

describe('T25 a hold is lifted', () => {
  test('by two, and then what it held is held no more', async () => {
    const { id, record, person } = await held()
    expect((await askForLifting(sql, { id, act: first, reason })).ok).toBe(true)
    expect(await isHeld(sql, record)).toBe(true)
    expect((await agreeToLifting(sql, { id, act: second })).ok).toBe(true)
    expect(await isHeld(sql, record)).toBe(false)
    const [row] = await owner`select held from archive.records where id = ${record}`
    expect(row).toEqual({ held: false })
    const names = await owner`
      select name from archive.events where record = ${record} order by n`
    expect(names.map(({ name }) => name)).toEqual(['holdPlaced', 'holdLifted'])
    const hold = await findHold(sql, first.hat, { id, viewer: first.id }, NOW)
    expect(hold).toMatchObject({ state: 'lifted', askerName: 'Ani', agreerName: 'Budi', person })
  })

  test('and leaves what another hold is on', async () => {
    const { id, record, person } = await held()
    await held({ person: (await addPerson(owner, { agency })).id })
    await placeHold(sql, wantedHold({ person, agency }), second)
    await askForLifting(sql, { id, act: first, reason })
    await agreeToLifting(sql, { id, act: second })
    expect(await isHeld(sql, record)).toBe(true)
    const [row] = await owner`select held from archive.records where id = ${record}`
    expect(row).toEqual({ held: true })
  })

  test('never by one, though a hundred times at once', async () => {
    const { id } = await held()
    await askForLifting(sql, { id, act: first, reason })
    const tries = Array.from({ length: 8 }, () => agreeToLifting(sql, { id, act: first }))
    for (const tried of await Promise.all(tries)) expect(tried).toEqual(no({ kind: 'ownRequest' }))
    const agreed = Array.from({ length: 4 }, () => agreeToLifting(sql, { id, act: second }))
    expect((await Promise.all(agreed)).filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('by nobody of another agency', async () => {
    const { id } = await held()
    const unknown = no({ kind: 'noSuchHold' })
    expect(await askForLifting(sql, { id, act: stranger, reason })).toEqual(unknown)
    await askForLifting(sql, { id, act: first, reason })
    expect(await agreeToLifting(sql, { id, act: stranger })).toEqual(unknown)
    expect(await refuseLifting(sql, { id, act: stranger })).toEqual(unknown)
    expect(await renewReview(sql, { id, act: stranger, until: undefined })).toEqual(unknown)
    expect(await findHold(sql, stranger.hat, { id, viewer: stranger.id }, NOW)).toBeUndefined()
  })

  test('or kept, and its history says what happened', async () => {
    const { id, person } = await held()
    await askForLifting(sql, { id, act: later(first, 60), reason })
    await refuseLifting(sql, { id, act: later(second, 120) })
    const until = { year: 2027, month: 6, day: 1 }
    await renewReview(sql, { id, act: later(second, 180), until })
    const told = await listHoldEvents(sql, { id, person, scope: { of: 'person' } })
    expect(told.map(({ name, by, review }) => [name, by, review])).toEqual([
      ['holdPlaced', 'Ani', '2026-12-01'],
      ['holdLiftAsked', 'Ani', '2026-12-01'],
      ['holdKept', 'Budi', '2026-12-01'],
      ['holdReviewed', 'Budi', '2027-06-01'],
    ])
  })
})

describe('I1 the database itself', () => {
  test('lets nobody lift alone, nor a subject lift their own', async () => {
    const { id, person } = await held()
    await askForLifting(sql, { id, act: first, reason })
    const lift = (by: PersonId, withWhom: PersonId) => owner`
      update archive.holds set asked_to_lift_by = ${by}, lifted_by = ${by}, lifted_with = ${withWhom},
        lifted_as = ${second.hat.id}, lifted_at = ${NOW}, lift_reason = ${reason} where id = ${id}`
    await expect(lift(first.id, first.id)).rejects.toMatchObject(REFUSED)
    await expect(lift(person, second.id)).rejects.toMatchObject(REFUSED)
    await expect(lift(first.id, person)).rejects.toMatchObject(REFUSED)
  })

  test('changes no hold into one that holds less, and brings none back', async () => {
    const { id, record } = await held()
    await expect(
      owner`update archive.holds set record = ${record} where id = ${id}`,
    ).rejects.toMatchObject({ ...REFUSED, message: 'a hold is not changed' })
    await askForLifting(sql, { id, act: first, reason })
    await agreeToLifting(sql, { id, act: second })
    await expect(
      owner`update archive.holds set lifted_at = null where id = ${id}`,
    ).rejects.toMatchObject({ ...REFUSED, message: 'a hold that was lifted stays so' })
  })
})

describe('lists of holds', () => {
  test('of an agency, by what has to be done, page by page', async () => {
    const mine = await addAgency(owner)
    const placer = await acting(owner, { role: 'legalOfficer', agency: mine })
    const other = await acting(owner, { role: 'legalOfficer', agency: mine })
    const ids: HoldId[] = []
    for (let day = 1; day <= 28; day += 1) {
      const { id: person } = await addPerson(owner, { agency: mine })
      const id = crypto.randomUUID() as HoldId
      const reviewOn = { year: 2026, month: 12, day }
      await placeHold(sql, wantedHold({ id, person, agency: mine, reviewOn }), placer)
      ids.push(id)
    }
    const [early = '' as HoldId, asked = '' as HoldId, gone = '' as HoldId] = ids
    for (const id of [asked, gone]) await askForLifting(sql, { id, act: placer, reason })
    await agreeToLifting(sql, { id: gone, act: other })
    const list = async (list: Omit<Parameters<typeof listHolds>[2], 'viewer'>, now = NOW) =>
      (await listHolds(sql, placer.hat, { ...list, viewer: placer.id }, now)).map(({ id }) => id)
    expect(await list({ list: 'on', after: undefined })).toEqual(ids.filter((id) => id !== gone))
    expect(await list({ list: 'on', after: ids[24] })).toEqual(ids.slice(25))
    expect(await list({ list: 'due', after: undefined })).toEqual([])
    const december = new Date('2026-12-01T12:00:00+07:00')
    expect(await list({ list: 'due', after: undefined }, december)).toEqual([early])
    expect(await list({ list: 'toLift', after: undefined })).toEqual([asked])
    expect(await list({ list: 'lifted', after: undefined })).toEqual([gone])
    const theirs = { list: 'on', after: undefined, viewer: stranger.id } as const
    expect(await listHolds(sql, stranger.hat, theirs, NOW)).toEqual([])
  })

  test('another agency finds one where records of its person are kept there', async () => {
    const { id, person } = await held()
    const seen = () => findHold(sql, stranger.hat, { id, viewer: stranger.id }, NOW)
    expect(await seen()).toBeUndefined()
    await owner`
      update archive.records set agency = ${stranger.hat.agency ?? ''} where person = ${person}`
    expect(await seen()).toMatchObject({ id })
    expect(await findHold(sql, first.hat, { id, viewer: first.id }, NOW)).toMatchObject({ id })
  })

  test('name what a hold covers, and the proof where it came too late', async () => {
    const { id: person } = await addPerson(owner, { agency })
    const gone = await addRecord(owner, { person, stage: 'destroyed', type: 'cpns' })
    await owner`
      insert into archive.events (id, record, n, person, at, name, body, salt)
      values (${crypto.randomUUID()}, ${gone}, 1, ${person}, ${NOW}, 'recordDestroyed', '{}', ${Buffer.alloc(32)})`
    const { id, record } = await held({ person })
    expect(await listCovered(sql, first.hat, { id })).toMatchObject([
      { id: gone, late: { at: NOW, n: 1, leaf: undefined, batch: undefined } },
      { id: record, late: undefined },
    ])
  })

  test('call a hold late for nothing that was destroyed after it was lifted', async () => {
    const { id, person } = await held()
    await askForLifting(sql, { id, act: first, reason })
    await agreeToLifting(sql, { id, act: second })
    const afterwards = await addRecord(owner, { person, stage: 'destroyed', type: 'cpns' })
    await owner`
      update archive.records set destroyed_at = ${later(first, 3600).event.at} where id = ${afterwards}`
    const covered = await listCovered(sql, first.hat, { id })
    expect(covered.map(({ type, late }) => [type, late])).toEqual([
      ['cpns', undefined],
      ['pns', undefined],
    ])
  })
})
