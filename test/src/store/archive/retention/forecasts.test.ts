import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgencyId } from '#domain/agency.ts'
import {
  addToForecast,
  forecastText,
  NO_FORECAST,
  sortedRows,
} from '#domain/archive/retention/forecast.ts'
import { retentionOf } from '#domain/archive/retention/retention.ts'
import type { RetentionRule, RuleId } from '#domain/archive/retention/rule.ts'
import type { ForecastId } from '#domain/archive/retention/rule-request.ts'
import type { PersonId } from '#domain/person.ts'
import { no } from '#domain/result.ts'
import { countWaiting } from '#src/jobs/retention.ts'
import {
  askForecast,
  askStanding,
  findForecast,
  findStanding,
  forecastNext,
} from '#src/store/archive/retention/forecasts.ts'
import { recomputePeople } from '#src/store/archive/retention/recompute.ts'
import type { Sql } from '#src/store/database.ts'
import { addRecord } from '#test/support/archive.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { classified, day, rule, someDay, TODAY } from '#test/support/retention.ts'
import { addRetired, addSomeRule } from '#test/support/retention-rows.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

/** People of one agency with a record each, whose service ended then. */
async function agencyOf(ends: readonly (string | undefined)[]) {
  const agency = await addAgency(owner)
  const archivist = await addPerson(owner, { agency, role: 'archivist' })
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const on of ends) {
      const person = randomUUID()
      await tx`
        insert into people (id, name, agency, kind) values (${person}, 'Contoh', ${agency}, 'pns')`
      await tx`
        insert into archive.records (id, person, agency, type, slot, stage, stage_since)
        values (${randomUUID()}, ${person}, ${agency}, 'pns', '', 'active', now())`
      if (on)
        await tx`
          insert into archive.retention_facts (person, kind, on_date) values (${person}, 'serviceEnded', ${on})`
    }
  })
  return { agency, by: archivist.id }
}

async function forecastOf(asked: { agency: AgencyId; by: PersonId }, changed: RetentionRule) {
  const id = randomUUID() as ForecastId
  const whatIf = { rule: changed.id, base: changed.version, terms: changed }
  await askForecast(sql, { ...asked, id, whatIf, now: NOW })
  await countWaiting(sql, () => NOW)
  return await findForecast(sql, { agency: asked.agency, id })
}

const sooner = (of: RetentionRule): RetentionRule => ({
  ...of,
  inactive: { years: 4, trigger: 'activeEnded' },
})

describe('a forecast', () => {
  test('counts every record of the agency by year and what follows, as it is and if changed', async () => {
    const asked = await agencyOf(['2024-08-01', '2024-01-01', '2030-05-05', undefined])
    const found = await forecastOf(asked, sooner(await addSomeRule(owner, asked.agency)))
    expect(found?.forecast).toMatchObject({ records: 4, sooner: 3, later: 0 })
    expect(sortedRows(found?.forecast.rows ?? [])).toEqual([
      { year: 2029, disposition: 'destroy', asIs: 0, changed: 2 },
      { year: 2034, disposition: 'destroy', asIs: 2, changed: 0 },
      { year: 2035, disposition: 'destroy', asIs: 0, changed: 1 },
      { year: 2040, disposition: 'destroy', asIs: 1, changed: 0 },
      { year: undefined, disposition: 'destroy', asIs: 1, changed: 1 },
    ])
  })

  test('25: pieces come to what one count over all comes to, and the hash is of that', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(someDay), { minLength: 1, maxLength: 12 }),
        async (days) => {
          const ends = days.map((one) => one ?? undefined)
          const texts = ends.map((one) => one && [one.year, one.month, one.day].join('-'))
          const asked = await agencyOf(texts)
          const asIs = await addSomeRule(owner, asked.agency)
          const found = await forecastOf(asked, sooner(asIs))
          const record = classified({ type: 'pns', processCode: undefined })
          const all = ends.reduce((so, on) => {
            const counting = {
              record,
              facts: on ? { serviceEnded: { on } } : {},
              extended: undefined,
            }
            const [now, then] = [asIs, sooner(asIs)].map((one) =>
              retentionOf(counting, [one], TODAY),
            )
            return now && then ? addToForecast(so, now, then) : so
          }, NO_FORECAST)
          expect(found?.sha256).toBe(createHash('sha256').update(forecastText(all)).digest('hex'))
        },
      ),
      { numRuns: 15 },
    )
  })

  test('of many records goes on where it was killed', async () => {
    const { agency } = await agencyOf([])
    const person = await addRetired(owner, '2024-08-01', { agency })
    await owner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`
        insert into archive.records (id, person, agency, type, slot, stage, stage_since)
        select gen_random_uuid(), ${person.id}, ${agency}, 'golongan', n::text, 'active', now()
        from generate_series(1, 600) n`
    })
    const id = randomUUID() as ForecastId
    await askStanding(sql, { id, agency, now: NOW })
    await askStanding(sql, { id: randomUUID() as ForecastId, agency, now: NOW })
    expect(await forecastNext(sql, NOW)).toBe(true)
    const dying = {
      begin: (work: (tx: never) => Promise<unknown>) =>
        sql.begin(async (tx) => {
          await work(tx as never)
          throw new Error('killed')
        }),
    } as unknown as Sql
    await expect(forecastNext(dying, NOW)).rejects.toThrow('killed')
    expect(await findStanding(sql, agency)).toBe(undefined)
    while (await forecastNext(sql, NOW));
    expect(await findStanding(sql, agency)).toMatchObject({
      id,
      forecast: { records: 601, sooner: 0, later: 0 },
      doneAt: NOW,
      onDay: TODAY,
    })
  })

  test('is of what can be a rule, and one question of a person at a time', async () => {
    const asked = await agencyOf([])
    const whatIf = { rule: randomUUID() as RuleId, base: 0, terms: rule() }
    const ask = (terms = whatIf.terms) =>
      askForecast(sql, {
        ...asked,
        id: randomUUID() as ForecastId,
        whatIf: { ...whatIf, terms },
        now: NOW,
      })
    expect(await ask(rule({ legalBasis: '' }))).toEqual(no('noLegalBasis'))
    expect((await ask()).ok).toBe(true)
    expect(await ask()).toEqual(no('stillCounting'))
    await countWaiting(sql, () => NOW)
    expect((await ask()).ok).toBe(true)
  })

  test('changes nothing', async () => {
    const asked = await agencyOf(['2024-08-01'])
    const asIs = await addSomeRule(owner, asked.agency)
    const person = await addRetired(owner, '2024-08-01', { agency: asked.agency })
    const record = await addRecord(owner, { person: person.id, type: 'pns', stage: 'inactive' })
    await owner.begin((tx) => recomputePeople(tx, [person.id], NOW))
    const before = await owner`select * from archive.records where id = ${record}`
    await forecastOf(asked, { ...sooner(asIs), from: day('2000-01-01') })
    expect(await owner`select * from archive.records where id = ${record}`).toEqual(before)
  })
})
