import { beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#domain/access/scope.ts'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import { categoryOf } from '#domain/archive/completeness.ts'
import { after as later } from '#domain/instant.ts'
import { findAges, findRanks } from '#src/store/archive/archive-counts.ts'
import { countArchives } from '#src/store/boards/archive-counts.ts'
import { inScope } from '#src/store/scope.ts'
import { addAgency, addPerson, addUnit, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { addWaiting } from '#test/support/verifying.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const MINUTE = 60
const DAY = 86_400

let agency: AgencyId
let unit: UnitId

beforeEach(async () => {
  agency = await addAgency(owner)
  unit = await addUnit(owner, agency)
  await owner`delete from archive.counts_made`
})

async function scored(score: number | null, fields: Partial<SomePerson> = {}) {
  const { id } = await addPerson(owner, { agency, ...fields })
  await owner`update archive.completeness set score = ${score} where person = ${id}`
}

function ranks(asked?: UnitId, scope: Partial<Scope & { reach: 'agency' }> = {}) {
  return inScope(sql, { reach: 'agency', agency, unit: undefined, ...scope }, NOW, (tx) =>
    findRanks(tx, { agency, unit: asked }),
  )
}

function ages(within?: UnitId, now = NOW) {
  return inScope(sql, { reach: 'agency', agency, unit: within }, now, (tx) => findAges(tx, now))
}

async function wait(days: number, fields: { unit?: UnitId; agency?: AgencyId } = {}) {
  await addWaiting(owner, { agency, submittedAt: later(NOW, -days * DAY), ...fields })
}

describe('how complete archives are', () => {
  test('is counted as each would be told, at the edges of every rank too', async () => {
    const scores = [0, 2999, 3000, 5559, 5560, 9000, 9001, 10_000]
    for (const score of scores) await scored(score)
    await scored(null, { kind: 'pppk' })
    await scored(null)
    await countArchives(sql, NOW)
    const sums = Object.groupBy(scores.map(categoryOf), (rank) => rank)
    const expected = Object.entries(sums).map(([rank, all]) => [rank, all.length])
    const people = { ...Object.fromEntries(expected), noScore: 1, uncounted: 1 }
    expect(await ranks()).toEqual({ countedAt: NOW, people })
  })

  test('R-AD-01 is told of what a hat reaches, and of a unit that is looked at', async () => {
    await scored(100, { unit })
    await scored(100)
    await countArchives(sql, NOW)
    expect((await ranks())?.people).toEqual({ poorlyComplete: 2 })
    expect((await ranks(unit))?.people).toEqual({ poorlyComplete: 1 })
    expect((await ranks(undefined, { unit }))?.people).toEqual({ poorlyComplete: 1 })
    const stranger = await addAgency(owner)
    expect((await ranks(undefined, { agency: stranger }))?.people).toEqual({})
  })

  test('is counted anew after an hour, and not told before it was counted', async () => {
    expect(await ranks()).toBeUndefined()
    await countArchives(sql, NOW)
    await scored(100)
    await countArchives(sql, later(NOW, 60 * MINUTE - 1))
    expect((await ranks())?.people).toEqual({})
    await countArchives(sql, later(NOW, 60 * MINUTE))
    expect((await ranks())?.people).toEqual({ poorlyComplete: 1 })
  })
})

describe('how long what waits has been waiting', () => {
  test('is counted by days, and goes on without a count', async () => {
    for (const days of [0, 1, 3, 4, 30, 31]) await wait(days)
    await countArchives(sql, NOW)
    const waiting = { today: 1, oneToThree: 2, fourToSeven: 1, eightToThirty: 1, longer: 1 }
    expect(await ages()).toEqual({ countedAt: NOW, waiting })
    const tomorrow = { ...waiting, today: 0, fourToSeven: 2, eightToThirty: 0, longer: 2 }
    expect((await ages(undefined, later(NOW, DAY)))?.waiting).toEqual(tomorrow)
  })

  test('R-AD-01 is told of what lies in custody, for a unit of its people alone', async () => {
    await wait(0, { unit })
    await wait(0)
    await wait(0, { agency: await addAgency(owner) })
    await countArchives(sql, NOW)
    expect((await ages())?.waiting.today).toBe(2)
    expect((await ages(unit))?.waiting.today).toBe(1)
  })

  test('is counted anew after ten minutes, and of what went elsewhere nothing is left', async () => {
    await wait(0)
    await countArchives(sql, NOW)
    await owner`update archive.versions set agency = ${await addAgency(owner)} where agency = ${agency}`
    await countArchives(sql, later(NOW, 10 * MINUTE - 1))
    expect((await ages())?.waiting.today).toBe(1)
    await countArchives(sql, later(NOW, 10 * MINUTE))
    expect((await ages())?.waiting.today).toBe(0)
  })
})
