import { createHash } from 'node:crypto'
import type { AgencyId } from '#domain/agency.ts'
import type { RecordId } from '#domain/archive/record.ts'
import {
  addToForecast,
  type Forecast,
  forecastText,
  NO_FORECAST,
} from '#domain/archive/retention/forecast.ts'
import { judgeTerms, type TermsProblem } from '#domain/archive/retention/judge-terms.ts'
import { retentionOf } from '#domain/archive/retention/retention.ts'
import type { RetentionRule, RuleId, RuleTerms } from '#domain/archive/retention/rule.ts'
import type { ForecastId } from '#domain/archive/retention/rule-request.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { toCivilDate } from '../civil-dates.ts'
import { type CountedRecord, listCounted } from './counting.ts'
import { idsOf, retentionDay } from './recompute.ts'
import { listRules } from './rules.ts'

const PIECE = 500

/** A rule as it might become; `base`: the version that it would replace. */
export type WhatIf = { rule: RuleId; base: number; terms: RuleTerms }

export type AskedForecast = {
  id: ForecastId
  agency: AgencyId
  whatIf: WhatIf
  by: PersonId
  now: Date
}

/** `sha256` and `doneAt` once all records of the agency are counted; `forecast` so far. */
export type FoundForecast = {
  id: ForecastId
  agency: AgencyId
  whatIf: WhatIf | undefined
  onDay: CivilDate
  forecast: Forecast
  askedAt: Date
  doneAt: Date | undefined
  sha256: string | undefined
}

/** What a change would do; a job counts it piece by piece, one question of a person at a time. */
export async function askForecast(
  sql: Sql | TransactionSql,
  { id, agency, whatIf, by, now }: AskedForecast,
): Promise<Result<ForecastId, TermsProblem | 'stillCounting'>> {
  const terms = judgeTerms(whatIf.terms)
  if (!terms.ok) return terms
  const asked = await sql`
    insert into archive.retention_forecasts (id, agency, rule, base, terms, on_day, asked_by, asked_at, forecast)
    values (${id}, ${agency}, ${whatIf.rule}, ${whatIf.base}, ${sql.json(terms.value as never)},
      ${civilDateText(retentionDay(now))}, ${by}, ${now}, ${sql.json(NO_FORECAST as never)})
    on conflict (asked_by) where done_at is null do nothing returning id`
  return asked.length === 1 ? ok(id) : no('stillCounting')
}

/** How things stand, once a day at most; answers the same however often it is asked. */
export async function askStanding(
  sql: Sql | TransactionSql,
  { id, agency, now }: Pick<AskedForecast, 'id' | 'agency' | 'now'>,
): Promise<void> {
  await sql`
    insert into archive.retention_forecasts (id, agency, on_day, asked_at, forecast)
    values (${id}, ${agency}, ${civilDateText(retentionDay(now))}, ${now}, ${sql.json(NO_FORECAST as never)})
    on conflict (agency, on_day) where terms is null do nothing`
}

/** One of its own agency; how far it is, if it is still being counted. */
export async function findForecast(
  sql: Sql | TransactionSql,
  { agency, id }: { agency: AgencyId; id: ForecastId },
): Promise<FoundForecast | undefined> {
  const [row] = await sql<ForecastRow[]>`
    select ${forecastColumns(sql)} from archive.retention_forecasts f where f.agency = ${agency} and f.id = ${id}`
  return row && toForecast(row)
}

/** How things stand without any change, as they were last counted to the end. */
export async function findStanding(
  sql: Sql | TransactionSql,
  agency: AgencyId,
): Promise<FoundForecast | undefined> {
  const [row] = await sql<ForecastRow[]>`
    select ${forecastColumns(sql)} from archive.retention_forecasts f
    where f.agency = ${agency} and f.terms is null and f.done_at is not null
    order by f.on_day desc limit 1`
  return row && toForecast(row)
}

/** The next piece of the forecast that waits longest; false where none does, or others are at it. */
export function forecastNext(sql: Sql, now: Date): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const [row] = await tx<(ForecastRow & { afterRecord: RecordId | null })[]>`
      select ${forecastColumns(tx)}, f.after_record from archive.retention_forecasts f
      where f.done_at is null order by f.asked_at limit 1 for update skip locked`
    if (!row) return false
    const open = toForecast(row)
    const ids = await tx<{ id: RecordId }[]>`
      select id from archive.records
      where agency = ${open.agency} and id > ${row.afterRecord ?? LEAST} and stage <> 'destroyed'
      order by id limit ${PIECE}`
    const forecast = await countPiece(tx, open, await listCounted(tx, idsOf(ids)))
    const isDone = ids.length < PIECE
    await tx`
      update archive.retention_forecasts
      set after_record = ${ids.at(-1)?.id ?? row.afterRecord}, forecast = ${tx.json(forecast as never)},
        sha256 = ${isDone ? hashOf(forecast) : null}, done_at = ${isDone ? now : null}
      where id = ${open.id}`
    return true
  })
}

const LEAST = '00000000-0000-0000-0000-000000000000'

/** Both sides by the same rules but one; a change counts as if its notice were over. */
async function countPiece(
  tx: TransactionSql,
  { agency, whatIf, onDay, forecast }: FoundForecast,
  records: readonly CountedRecord[],
): Promise<Forecast> {
  const asIs = await listRules(tx, agency)
  const changed = whatIf ? rulesIf(asIs, { agency, onDay, ...whatIf }) : asIs
  return records.reduce((so, { counting }) => {
    const now = retentionOf(counting, asIs, onDay)
    return addToForecast(so, now, whatIf ? retentionOf(counting, changed, onDay) : now)
  }, forecast)
}

function rulesIf(
  rules: readonly RetentionRule[],
  { agency, onDay, rule, base, terms }: WhatIf & { agency: AgencyId; onDay: CivilDate },
): RetentionRule[] {
  const others = rules.filter(({ id }) => id !== rule)
  const from = { from: onDay, endsFrom: onDay, until: undefined }
  return [...others, { ...terms, ...from, id: rule, version: base + 1, agency, verified: true }]
}

function hashOf(forecast: Forecast): Buffer {
  return createHash('sha256').update(forecastText(forecast)).digest()
}

/** For a statement that has forecasts as f. */
function forecastColumns(sql: Sql | TransactionSql) {
  return sql`f.id, f.agency, f.rule, f.base, f.terms, f.on_day::text as on_day, f.forecast, f.asked_at, f.done_at,
    encode(f.sha256, 'hex') as sha256`
}

type ForecastRow = {
  id: ForecastId
  agency: AgencyId
  rule: RuleId | null
  base: number | null
  terms: RuleTerms | null
  onDay: string
  forecast: Forecast
  askedAt: Date
  doneAt: Date | null
  sha256: string | null
}

function toForecast(row: ForecastRow): FoundForecast {
  const { id, agency, rule, base, terms, forecast, askedAt } = row
  return {
    id,
    agency,
    whatIf: rule && terms && base !== null ? { rule, base, terms: toTerms(terms) } : undefined,
    onDay: toCivilDate(row.onDay),
    forecast,
    askedAt,
    doneAt: row.doneAt ?? undefined,
    sha256: row.sha256 ?? undefined,
  }
}

/** JSON has no undefined: a rule without an exception comes back without the field. */
function toTerms(terms: RuleTerms): RuleTerms {
  return { ...terms, exception: terms.exception ?? undefined }
}
