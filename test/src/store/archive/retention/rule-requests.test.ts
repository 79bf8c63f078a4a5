import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { AgencyId } from '#domain/agency.ts'
import type { RuleId } from '#domain/archive/retention/rule.ts'
import type { ForecastId, RuleRequestId } from '#domain/archive/retention/rule-request.ts'
import { no } from '#domain/result.ts'
import { countWaiting } from '#src/jobs/retention.ts'
import { askForecast, findForecast, type WhatIf } from '#src/store/archive/retention/forecasts.ts'
import {
  addRuleRequest,
  decideRuleRequest,
  listRuleRequests,
} from '#src/store/archive/retention/rule-requests.ts'
import { listRules, listRulesKnownAt } from '#src/store/archive/retention/rules.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { addAgency, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { day, rule, TODAY } from '#test/support/retention.ts'
import { acting, later } from '#test/support/role-acts.ts'
import { foreseenRule } from '#test/support/rule-requests.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const agency = await addAgency(owner)
const archivist = await acting(owner, { agency, role: 'archivist' })
const approver = await acting(owner, { agency, role: 'approver' })
const elsewhere = await acting(owner, { role: 'approver' })
const NOTICED = day('2026-12-21')

const foreseen = (fields: Partial<WhatIf> = {}, of: AgencyId = agency) =>
  foreseenRule(sql, { agency: of, by: archivist.id }, fields)

async function asked(fields: Partial<WhatIf> = {}, act: OfficeAct = archivist) {
  const id = randomUUID() as RuleRequestId
  const answer = await addRuleRequest(sql, act, { id, forecast: await foreseen(fields) })
  return { id, answer }
}

const publish = (id: RuleRequestId, act: OfficeAct = approver) =>
  decideRuleRequest(sql, act, { id, decision: 'published' })

async function mine(id: RuleId, at?: Date) {
  const rules = at ? await listRulesKnownAt(sql, agency, at) : await listRules(sql, agency)
  return rules.filter((one) => one.id === id)
}

describe('T29 a rule in the database', () => {
  test('is published by two persons, with its event, its hash and a recount', async () => {
    const id = randomUUID() as RuleId
    const { id: request } = await asked({ rule: id })
    expect(await publish(request)).toMatchObject({ ok: true, value: 'published' })
    expect(await mine(id)).toMatchObject([
      { version: 1, verified: true, from: TODAY, endsFrom: NOTICED, until: undefined },
    ])
    const [event] = await owner`
      select e.actor, e.hat, e.body, q.seq is not null as queued, encode(f.sha256, 'hex') as hash
      from archive.events e left join archive.log_queue q on q.event = e.id
      join archive.retention_rule_requests r on r.id = (e.body ->> 'request')::uuid
      join archive.retention_forecasts f on f.id = r.forecast
      where e.name = 'retentionRulePublished' and e.body ->> 'rule' = ${id}`
    expect(event).toMatchObject({
      actor: approver.id,
      hat: approver.hat.id,
      queued: true,
      body: {
        agency,
        version: 1,
        askedBy: archivist.id,
        shortens: true,
        endsFrom: '2026-12-21',
        forecast: event?.['hash'],
      },
    })
    expect(
      await owner`select from archive.retention_recounts where agency = ${agency} and done_at is null`,
    ).toHaveLength(1)
  })

  test('that is shortened holds beside the old one for thirty days; what was known before stays', async () => {
    const id = randomUUID() as RuleId
    await publish((await asked({ rule: id })).id)
    const terms = { ...rule(), inactive: { years: 4, trigger: 'activeEnded' } } as const
    const change = await asked({ rule: id, base: 1, terms })
    const tomorrow = later(approver, 3600)
    expect(await publish(change.id, tomorrow)).toMatchObject({ ok: true })
    expect(await mine(id)).toMatchObject([
      { version: 1, until: NOTICED },
      { version: 2, from: TODAY, endsFrom: NOTICED, inactive: { years: 4 } },
    ])
    expect(await mine(id, NOW)).toMatchObject([{ version: 1, until: undefined }])
    expect(
      await owner`select from archive.events where name = 'retentionRuleChanged' and body ->> 'rule' = ${id}`,
    ).toHaveLength(1)
  })

  test('is asked for by an archivist, once it is counted, and one request at a time', async () => {
    const id = randomUUID() as RuleId
    const { answer } = await asked({ rule: id })
    expect(answer.ok).toBe(true)
    expect((await asked({ rule: id })).answer).toEqual(no({ kind: 'alreadyAsked' }))
    expect((await asked({}, approver)).answer).toEqual(no({ kind: 'notArchivist' }))
    expect((await asked({ base: 3 })).answer).toEqual(no({ kind: 'outdated' }))
    const forecast = randomUUID() as ForecastId
    await askForecast(sql, {
      id: forecast,
      agency,
      whatIf: { rule: randomUUID() as RuleId, base: 0, terms: rule() },
      by: archivist.id,
      now: NOW,
    })
    expect(
      await addRuleRequest(sql, archivist, { id: randomUUID() as RuleRequestId, forecast }),
    ).toEqual(no({ kind: 'noForecast' }))
    await countWaiting(sql, () => NOW)
  })

  test('does not exist for another agency', async () => {
    const { id } = await asked()
    expect(await publish(id, elsewhere)).toEqual(no({ kind: 'noSuchRequest' }))
    const theirs = await foreseen({}, elsewhere.hat.agency)
    expect(await findForecast(sql, { agency, id: theirs })).toBe(undefined)
    expect(
      await addRuleRequest(sql, archivist, { id: randomUUID() as RuleRequestId, forecast: theirs }),
    ).toEqual(no({ kind: 'noForecast' }))
    expect(await listRuleRequests(sql, elsewhere.hat.agency as AgencyId)).toEqual([])
    expect((await listRuleRequests(sql, agency)).map((one) => one.id)).toContain(id)
  })

  test('is not published by who asked, by a hat that was put off, or twice', async () => {
    const { id } = await asked()
    expect(await publish(id, archivist)).toEqual(no({ kind: 'ownRequest' }))
    const late = later(approver, 2 * 24 * 3600)
    expect(await publish(id, late)).toEqual(no({ kind: 'noLonger' }))
    const both = await Promise.all([publish(id), publish(id)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual(no({ kind: 'over' }))
  })

  test('waits for another decision under way, and then comes too late', async () => {
    const { id } = await asked()
    const decided = await whileHeld(
      owner,
      (tx) => tx`
        update archive.retention_rule_requests set state = 'declined', decided_by = ${elsewhere.id},
          decided_as = ${elsewhere.hat.id}, decided_at = ${NOW} where id = ${id}`,
      () => publish(id),
    )
    expect(decided).toEqual(no({ kind: 'over' }))
  })

  test('refused or taken back leaves everything as it was', async () => {
    const id = randomUUID() as RuleId
    const first = await asked({ rule: id })
    expect(await decideRuleRequest(sql, approver, { id: first.id, decision: 'withdrawn' })).toEqual(
      no({ kind: 'notYours' }),
    )
    expect(
      await decideRuleRequest(sql, approver, { id: first.id, decision: 'declined' }),
    ).toMatchObject({ ok: true })
    const second = await asked({ rule: id })
    expect(
      await decideRuleRequest(sql, archivist, { id: second.id, decision: 'withdrawn' }),
    ).toMatchObject({ ok: true })
    expect(await mine(id)).toEqual([])
  })
})

describe('I4 whatever the program forgets, the database refuses', () => {
  const REFUSED = { code: '23514' }
  const DENIED = { code: '42501' }

  test('one person on both sides', async () => {
    const { id } = await asked()
    await expect(owner`
      update archive.retention_rule_requests
      set state = 'published', decided_by = asked_by, decided_as = asked_as, decided_at = now() where id = ${id}`).rejects.toMatchObject(
      REFUSED,
    )
  })

  test('a verified rule that nobody published, and a change of what a rule says', async () => {
    const id = randomUUID() as RuleId
    await publish((await asked({ rule: id })).id)
    await expect(
      owner`update archive.retention_rules set request = null where id = ${id}`,
    ).rejects.toMatchObject(REFUSED)
    await expect(
      sql`update archive.retention_rules set inactive_years = 0 where id = ${id}`,
    ).rejects.toMatchObject(DENIED)
    await expect(sql`delete from archive.retention_rules where id = ${id}`).rejects.toMatchObject(
      DENIED,
    )
    await expect(sql`update archive.retention_forecasts set terms = null`).rejects.toMatchObject(
      DENIED,
    )
  })
})
