import type { AgencyId } from '#domain/agency.ts'
import type { RuleId } from '#domain/archive/retention/rule.ts'
import type { ForecastId } from '#domain/archive/retention/rule-request.ts'
import type { PersonId } from '#domain/person.ts'
import { countWaiting } from '#src/jobs/retention.ts'
import { askForecast, type WhatIf } from '#src/store/archive/retention/forecasts.ts'
import type { Sql } from '#src/store/database.ts'
import { NOW } from './builders.ts'
import { rule } from './retention.ts'

/** What a rule would do, counted to its end: a new one unless the test is about something else. */
export async function foreseenRule(
  sql: Sql,
  { agency, by }: { agency: AgencyId; by: PersonId },
  fields: Partial<WhatIf> = {},
): Promise<ForecastId> {
  const {
    id: _,
    version: __,
    agency: ___,
    verified: ____,
    from,
    endsFrom,
    until,
    ...terms
  } = rule()
  const id = crypto.randomUUID() as ForecastId
  const whatIf = { rule: crypto.randomUUID() as RuleId, base: 0, terms, ...fields }
  await askForecast(sql, { id, agency, whatIf, by, now: NOW })
  await countWaiting(sql, () => NOW)
  return id
}
