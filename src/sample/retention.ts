import { createHash, randomUUID } from 'node:crypto'
import type { MandateId, Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { forecastText, NO_FORECAST } from '#domain/archive/retention/forecast.ts'
import type { RetentionRule, RuleTerms } from '#domain/archive/retention/rule.ts'
import {
  type ForecastId,
  type PublishedRule,
  publishRule,
  type RuleRequestId,
} from '#domain/archive/retention/rule-request.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { adoptExamples } from '../store/archive/retention/examples.ts'
import { retentionDay } from '../store/archive/retention/recompute.ts'
import { addRule, endRule, listRules } from '../store/archive/retention/rules.ts'
import type { TransactionSql } from '../store/database.ts'
import { AGENCIES } from './agencies.ts'

/** The personal file of civil servants, in the example that the first agency begins with. */
const PERSONAL_FILE = '800.1.13.1'
const DAY = 24 * 3600

/**
 * Each of two agencies begins with another example of a JRA, which nobody has verified, but for one
 * rule of the first: by that the documents of somebody who left long ago are due.
 */
export async function addSampleRules(tx: TransactionSql, now: Date): Promise<void> {
  const agencies = AGENCIES.map(({ id }) => id as string as AgencyId)
  for (const [at, source] of ['A', 'B'].entries()) {
    const agency = agencies[at]
    if (agency) await adoptExamples(tx, { agency, source, now })
  }
  const [first] = agencies
  if (first) await publishPersonalFile(tx, first, after(now, DAY))
}

async function publishPersonalFile(tx: TransactionSql, agency: AgencyId, now: Date): Promise<void> {
  const rules = await listRules(tx, agency)
  const current = rules.find(({ classification }) => classification === PERSONAL_FILE)
  if (!current) throw new Error('the example has no rule of the personal file')
  const forecast = randomUUID() as ForecastId
  const [askedBy, by] = [await officer(tx, 'archivist'), await officer(tx, 'approver')]
  const asked = { id: randomUUID() as RuleRequestId, agency, rule: current.id, forecast, askedBy }
  const request = { ...asked, base: current.version, terms: dated(current), askedAt: now }
  const sha256 = createHash('sha256').update(forecastText(NO_FORECAST)).digest('hex')
  const deciding = { by, forecast: sha256, current, today: retentionDay(now), now }
  const published = publishRule({ ...request, state: 'open' }, deciding)
  if (!published.ok) throw new Error('a sample rule is not published')
  await keep(tx, published.value, sha256)
}

/** The example says no event that its periods run from. */
function dated({
  id,
  version,
  agency,
  verified,
  from,
  endsFrom,
  until,
  ...terms
}: RetentionRule): RuleTerms {
  const active = { ...terms.active, trigger: 'serviceEnded' } as const
  return { ...terms, active, approval: 'nationalArchives' }
}

async function keep(
  tx: TransactionSql,
  { request, rule, replaced }: PublishedRule,
  sha256: string,
): Promise<void> {
  const { agency, base, terms, askedBy, askedAt, decidedBy, decidedAt } = request
  await tx`
    insert into archive.retention_forecasts (id, agency, rule, base, terms, on_day, asked_by, asked_at, forecast,
      done_at, sha256)
    values (${request.forecast}, ${agency}, ${rule.id}, ${base}, ${tx.json(terms as never)}, ${askedAt}::date,
      ${askedBy.person}, ${askedAt}, ${tx.json(NO_FORECAST as never)}, ${askedAt}, decode(${sha256}, 'hex'))`
  await tx`
    insert into archive.retention_rule_requests (id, agency, rule, forecast, asked_by, asked_as, asked_at, state,
      decided_by, decided_as, decided_at)
    values (${request.id}, ${agency}, ${rule.id}, ${request.forecast}, ${askedBy.person}, ${askedBy.hat}, ${askedAt},
      ${request.state}, ${decidedBy.person}, ${decidedBy.hat}, ${decidedAt})`
  if (replaced) await endRule(tx, replaced, decidedAt)
  await addRule(tx, rule, { request: request.id, at: decidedAt })
}

/** Of the first agency alone there is one. */
async function officer<R extends Role>(tx: TransactionSql, role: R) {
  const [row] = await tx<{ person: PersonId; hat: MandateId }[]>`
    select person, id as hat from mandates where role = ${role} and agency = ${AGENCIES[0].id} limit 1`
  if (!row) throw new Error('a role has nobody among the sample people')
  return { ...row, role }
}
