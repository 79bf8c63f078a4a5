import { describe, expect, test } from 'vitest'
import { STAGE_MOVES, STATUS_MOVES } from '#domain/archive/moves.ts'
import { STAGES, type Stage } from '#domain/archive/record.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { addPerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const REFUSED = { code: '23514' }
const DENIED = { code: '42501' }

const STATUSES: readonly VersionStatus[] = [
  'quarantined',
  'rejectedBySystem',
  'awaitingVerification',
  'returned',
  'verified',
  'superseded',
  'withdrawn',
]

describe('I2 the database has the moves of the rules, and no others', () => {
  test('of a version', async () => {
    const rows = await sql`select from_status, to_status, event from archive.status_moves`
    expect(
      sorted(rows.map(({ fromStatus, toStatus, event }) => [fromStatus, toStatus, event])),
    ).toEqual(sorted(STATUS_MOVES))
  })

  test('of a record', async () => {
    const rows = await sql`select from_stage, to_stage, event from archive.stage_moves`
    expect(
      sorted(rows.map(({ fromStage, toStage, event }) => [fromStage, toStage, event])),
    ).toEqual(sorted(STAGE_MOVES))
  })
})

describe('I2 a trigger refuses every other move of a version', () => {
  test.each(STATUSES)('from %s', async (from) => {
    const person = await addPerson(owner)
    const verifier = await addPerson(owner)
    const record = await addRecord(owner, { person: person.id })
    const id = await addVersion(owner, { record, status: from, verifiedBy: verifier.id })
    const away = STATUSES.filter((to) => to !== from && !leads(STATUS_MOVES, from, to))
    for (const to of away)
      await expect(
        sql`update archive.versions set status = ${to} where id = ${id}`,
        `to ${to}`,
      ).rejects.toMatchObject({ ...REFUSED, message: expect.stringContaining('does not go') })
  })
})

describe('I2 a trigger refuses every other move of a record', () => {
  test.each(STAGES)('from %s', async (from) => {
    const person = await addPerson(owner)
    const record = await addRecord(owner, { person: person.id, stage: from })
    const away = STAGES.filter((to) => to !== from && !leads(STAGE_MOVES, from, to))
    for (const to of away)
      await expect(
        sql`update archive.records set stage = ${to} where id = ${record}`,
        `to ${to}`,
      ).rejects.toMatchObject({ ...REFUSED, message: expect.stringContaining('does not go') })
  })
})

describe('I1 a hold always wins', () => {
  const TOWARDS: readonly (readonly [Stage, Stage])[] = [
    ['inactive', 'retentionEnded'],
    ['retentionEnded', 'underAppraisal'],
    ['underAppraisal', 'proposedForDestruction'],
    ['proposedForDestruction', 'waitingPeriod'],
    ['waitingPeriod', 'destroying'],
  ]

  test.each(TOWARDS)('from %s to %s', async (from, to) => {
    const person = await addPerson(owner)
    const officer = await addPerson(owner, { role: 'legalOfficer' })
    const record = await addRecord(owner, { person: person.id, stage: from })
    const other = await addRecord(owner, { person: person.id, stage: from, type: 'cpns' })
    await owner`
      insert into archive.holds (id, person, type, basis, case_no, review_on, placed_by, placed_as, placed_at)
      select gen_random_uuid(), ${person.id}, 'pns', 'Perkara tata usaha negara', '12/G/2026', '2027-01-01',
        ${officer.id}, m.id, now() from mandates m where m.person = ${officer.id}`
    const move = (id: string) => owner`update archive.records set stage = ${to} where id = ${id}`
    await expect(move(record)).rejects.toMatchObject({
      ...REFUSED,
      message: 'a hold is on the record',
    })
    await expect(move(other)).resolves.toMatchObject({ count: 1 })
  })
})

describe('T22 a record is destroyed with its last key, and from its first on nothing saves it', () => {
  test.each([
    { gone: [false, false], destroyed: false, saved: true },
    { gone: [true, false], destroyed: false, saved: false },
    { gone: [true, true], destroyed: true, saved: false },
  ])('keys gone: $gone', async ({ gone, destroyed, saved }) => {
    const person = await addPerson(owner)
    const record = await addRecord(owner, { person: person.id, stage: 'destroying' })
    for (const isGone of gone) {
      const id = await addVersion(owner, { record })
      if (isGone)
        await owner`
          update archive.versions set key_gone_at = now(), metadata = null, sealed = null where id = ${id}`
    }
    const outcomes = { destroyed, inactive: saved }
    for (const [stage, may] of Object.entries(outcomes)) {
      const moving = owner.begin(async (tx) => {
        await tx`
          update archive.records set stage = ${stage}, destroyed_at = ${stage === 'destroyed' ? tx`now()` : null}
          where id = ${record}`
        throw new Error('moved')
      })
      await expect(moving).rejects.toThrow(may ? 'moved' : 'a key stands against it')
    }
  })
})

describe('I2 nobody removes what the archive has', () => {
  test.each(['records', 'versions', 'copies', 'holds', 'events'])('from %s', async (table) => {
    await expect(sql.unsafe(`delete from archive.${table}`)).rejects.toMatchObject(DENIED)
  })

  test('nor calls a record destroyed, nor changes what happened', async () => {
    await expect(sql`update archive.records set destroyed_at = now()`).rejects.toMatchObject(DENIED)
    await expect(sql`update archive.events set name = 'x'`).rejects.toMatchObject(DENIED)
  })

  test('nor brings in what has a past', async () => {
    const person = await addPerson(owner)
    await expect(sql`
      insert into archive.records (id, person, agency, type, slot, stage, stage_since)
      select gen_random_uuid(), p.id, p.agency, 'pns', '', 'active', now() from people p where id = ${person.id}`).rejects.toMatchObject(
      REFUSED,
    )
  })
})

function leads<State>(moves: readonly (readonly [State, State, string])[], from: State, to: State) {
  return moves.some(([start, end]) => start === from && end === to)
}

function sorted(moves: readonly (readonly string[])[]): string[] {
  return moves.map((move) => move.join(' ')).sort()
}
