import type { AgencyId } from '#domain/agency.ts'
import type {
  ActiveTrigger,
  CountFrom,
  Coverage,
  Disposition,
  InactiveTrigger,
  RetentionApproval,
  RetentionRule,
  RuleId,
  RuleRef,
} from '#domain/archive/retention/rule.ts'
import type { RuleRequestId } from '#domain/archive/retention/rule-request.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { filled, type Sql, type TransactionSql } from '../../database.ts'
import { toCivilDate, toOptionalDate } from '../civil-dates.ts'

/** All versions that still hold or will, of one agency, as they are known now. */
export async function listRules(
  sql: Sql | TransactionSql,
  agency: AgencyId,
): Promise<RetentionRule[]> {
  const rows = await sql<RuleRow[]>`
    select ${ruleColumns(sql)} from archive.retention_rules u
    where u.agency = ${agency} and u.known_until is null
    order by u.classification, u.id, u.version`
  return rows.map(toRule)
}

/** What the portal went by at that moment, whatever it has learned since. */
export async function listRulesKnownAt(
  sql: Sql | TransactionSql,
  agency: AgencyId,
  moment: Date,
): Promise<RetentionRule[]> {
  const rows = await sql<RuleRow[]>`
    select ${ruleColumns(sql)} from archive.retention_rules u
    where u.agency = ${agency} and u.known_from <= ${moment}
      and (u.known_until is null or u.known_until > ${moment})
    order by u.classification, u.id, u.version`
  return rows.map(toRule)
}

/** One version, which is the same whenever it was known. */
export async function findRule(
  sql: Sql | TransactionSql,
  { agency, id, version }: RuleRef & { agency: AgencyId },
): Promise<RetentionRule | undefined> {
  const [row] = await sql<RuleRow[]>`
    select ${ruleColumns(sql)} from archive.retention_rules u
    where u.agency = ${agency} and u.id = ${id} and u.version = ${version}
    order by u.known_from desc limit 1`
  return row && toRule(row)
}

export async function findNewestRule(
  sql: Sql | TransactionSql,
  { agency, id }: { agency: AgencyId; id: RuleId },
): Promise<RetentionRule | undefined> {
  const [row] = await sql<RuleRow[]>`
    select ${ruleColumns(sql)} from archive.retention_rules u
    where u.agency = ${agency} and u.id = ${id} and u.known_until is null
    order by u.version desc limit 1`
  return row && toRule(row)
}

/** Several versions, each as it is known now. */
export async function listRuleVersions(
  sql: Sql | TransactionSql,
  refs: readonly (RuleRef & { agency: AgencyId })[],
): Promise<RetentionRule[]> {
  const rows = await sql<RuleRow[]>`
    select ${ruleColumns(sql)}
    from unnest(${refs.map(({ agency }) => agency)}::uuid[], ${refs.map(({ id }) => id)}::uuid[],
      ${refs.map(({ version }) => version)}::int[]) as wanted (agency, id, version)
    join archive.retention_rules u using (agency, id, version)
    where u.known_until is null`
  return rows.map(toRule)
}

/** Adds what is known from now on; `request`: by which it was published. */
export async function addRule(
  tx: TransactionSql,
  rule: RetentionRule,
  { request, at }: { request: RuleRequestId | undefined; at: Date },
): Promise<void> {
  const { active, inactive, covers, exception, until } = rule
  await tx`
    insert into archive.retention_rules (id, version, agency, classification, name, covers, type, active_years,
      active_trigger, inactive_years, inactive_trigger, count_from, disposition, exception_text,
      exception_disposition, approval, legal_basis, verified, request, valid_from, ends_from, valid_until, known_from)
    values (${rule.id}, ${rule.version}, ${rule.agency}, ${rule.classification}, ${rule.name}, ${covers.of},
      ${covers.of === 'type' ? covers.type : null}, ${active.years}, ${active.trigger}, ${inactive.years},
      ${inactive.trigger}, ${rule.countFrom}, ${rule.disposition}, ${exception?.text ?? null},
      ${exception?.disposition ?? null}, ${rule.approval}, ${rule.legalBasis}, ${rule.verified}, ${request ?? null},
      ${civilDateText(rule.from)}, ${civilDateText(rule.endsFrom)}, ${until ? civilDateText(until) : null}, ${at})`
}

/** The version stays as it was, but for the day on which it ends; what was known before stays too. */
export async function endRule(tx: TransactionSql, rule: RetentionRule, at: Date): Promise<void> {
  const [row] = await tx<{ request: RuleRequestId | null }[]>`
    update archive.retention_rules set known_until = ${at}
    where agency = ${rule.agency} and id = ${rule.id} and version = ${rule.version} and known_until is null
    returning request`
  if (!row) throw new Error('a rule that was just read is not known')
  await addRule(tx, rule, { request: row.request ?? undefined, at })
}

/** For a statement that has rules as u. */
function ruleColumns(sql: Sql | TransactionSql) {
  return sql`u.id, u.version, u.agency, u.classification, u.name, u.covers, u.type, u.active_years,
    u.active_trigger, u.inactive_years, u.inactive_trigger, u.count_from, u.disposition, u.exception_text,
    u.exception_disposition, u.approval, u.legal_basis, u.verified, u.valid_from::text as valid_from,
    u.ends_from::text as ends_from, u.valid_until::text as valid_until`
}

type RuleRow = {
  id: RuleId
  version: number
  agency: AgencyId
  classification: string
  name: string
  covers: Coverage['of']
  type: string | null
  activeYears: number
  activeTrigger: ActiveTrigger
  inactiveYears: number
  inactiveTrigger: InactiveTrigger
  countFrom: CountFrom
  disposition: Disposition
  exceptionText: string | null
  exceptionDisposition: Disposition | null
  approval: RetentionApproval
  legalBasis: string
  verified: boolean
  validFrom: string
  endsFrom: string
  validUntil: string | null
}

function toRule(row: RuleRow): RetentionRule {
  const { id, version, agency, classification, name, countFrom, disposition } = row
  const { approval, legalBasis, verified, exceptionText, exceptionDisposition } = row
  return {
    id,
    version,
    agency,
    classification,
    name,
    countFrom,
    disposition,
    approval,
    legalBasis,
    verified,
    covers: row.covers === 'type' ? { of: 'type', type: filled(row.type) } : { of: row.covers },
    active: { years: row.activeYears, trigger: row.activeTrigger },
    inactive: { years: row.inactiveYears, trigger: row.inactiveTrigger },
    exception:
      exceptionText === null
        ? undefined
        : { text: exceptionText, disposition: filled(exceptionDisposition) },
    from: toCivilDate(row.validFrom),
    endsFrom: toCivilDate(row.endsFrom),
    until: toOptionalDate(row.validUntil),
  }
}
