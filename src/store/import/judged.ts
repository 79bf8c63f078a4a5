import type { Sql, TransactionSql } from '../database.ts'
import type { Source } from './runs.ts'

/** Blocks of the staging table, the last not included. */
export type Blocks = { from: number; to: number }

/** More blocks than a table can have. */
export const ALL_BLOCKS: Blocks = { from: 0, to: 2 ** 32 - 2 }

/**
 * Every staged record of some blocks with the person it is about, and what becomes of it: refused
 * with a reason, new without a person, else changed or not. The model is judgeRecord in
 * domain/import/judge-record.ts; a property test plays both.
 */
export function judged(sql: Sql | TransactionSql, source: Source, { from, to }: Blocks) {
  const isNational = source === 'people'
  return sql`
    select r.file, r.line, r.nip, r.former_nip, r.user_name, r.name, r.emails, r.hash, r.must_change,
      r.devices, coalesce(p.id, r.fresh_id) as person, p.id is null as is_new,
      coalesce(r.agency, h.code, '0000') as agency_code, h.code as agency_before, s.*,
      r.unit is not null and n.id is null as unit_unknown,
      coalesce(n.id, case when s.agency = p.agency then p.unit end) as unit,
      ${refusal(sql, isNational)} as refused, ${changes(sql, isNational)} as changes
    from import_people r
    left join login_identifiers i on i.identifier = r.nip
    left join login_identifiers f on f.identifier = r.former_nip
    left join login_identifiers u on u.identifier = r.user_name
    left join agencies g on g.code = r.agency
    left join people p on p.id = coalesce(i.person, f.person)
    left join agencies h on h.id = p.agency
    left join accounts a on a.person = p.id
    left join passwords w on w.person = p.id and r.hash is not null
    cross join lateral (${serviceAfter(sql)}) t
    cross join lateral (${standing(sql)}) s
    left join units n on n.agency = s.agency and n.code = r.unit
    where r.ctid >= ${`(${from},0)`}::tid and r.ctid < ${`(${to},0)`}::tid`
}

/** The ending belongs to the position; a new person belongs somewhere and is of some kind. */
function serviceAfter(sql: Sql | TransactionSql) {
  return sql`
    select coalesce(r.legal_position, p.legal_position) as legal_position,
      case when r.legal_position is null and r.end_of_service is null then p.end_of_service
        else r.end_of_service end as end_of_service,
      coalesce(r.sso_disabled, a.sso_disabled, false) as sso_disabled`
}

function standing(sql: Sql | TransactionSql) {
  return sql`
    select t.legal_position, t.end_of_service, t.sso_disabled,
      coalesce(g.id, p.agency, '00000000-0000-4000-8000-000000000000') as agency,
      case when r.kind is not null then r.kind
        when substr(r.nip, 13, 1) <> '2' then case when p.kind = 'cpns' then 'cpns' else 'pns' end
        else 'pppk' end as kind,
      closes_account(t.legal_position, t.end_of_service) or t.sso_disabled as closes`
}

/** Against what the national data last named, corrected since or not. */
function areOtherEmails(sql: Sql | TransactionSql) {
  return sql`
    (select array_agg(lower(one) order by lower(one)) from unnest(r.emails) one) is distinct from
    (select array_agg(lower(address) order by lower(address)) from (
      select address from email_addresses where person = p.id and ended_at is null and told
      union all
      select address from email_addresses where person = p.id and told and ended_at is not null
    ) told)`
}

function refusal(sql: Sql | TransactionSql, isNational: boolean) {
  return sql`
      case
        when r.refused is not null then r.refused
        when i.valid_to is not null then 'numberReplaced'
        when f.person <> p.id or (u.person is not null and u.person is distinct from p.id)
          then 'otherPerson'
        when r.agency is not null and g.id is null then 'unknownAgency'
        when p.id is null and ${isNational} and r.agency is null then 'agencyMissing'
        when p.id is null and r.name is null then 'nameMissing'
      end`
}

function changes(sql: Sql | TransactionSql, isNational: boolean) {
  return sql`
      case when p.id is not null then array_remove(array[
        case when i.person is null then 'number' end,
        case when r.user_name is not null and (u.person is null or u.valid_to is not null)
          then 'userName' end,
        case when ${isNational} and r.name <> p.name then 'name' end,
        case when s.kind <> p.kind then 'kind' end,
        case when g.id <> p.agency then 'agency' end,
        case when coalesce(n.id, case when s.agency = p.agency then p.unit end) is distinct from p.unit
          then 'unit' end,
        case when s.legal_position is distinct from p.legal_position
            or s.end_of_service is distinct from p.end_of_service then 'service' end,
        case when ${isNational} and cardinality(r.emails) > 0 and ${areOtherEmails(sql)} then 'email' end,
        case when s.closes and a.state <> 'disabled' then 'closed' end,
        case when not s.closes and a.closed_from is not null then 'reopened' end,
        case when s.sso_disabled <> a.sso_disabled then 'sso' end,
        case when r.hash is not null and (w.person is null or w.kind = 'keycloak' and w.body <> r.hash)
          then 'password' end,
        case when r.devices is not null and a.mfa = 'none' and coalesce(a.closed_from, a.state) = 'created'
          then 'devices' end
      ], null) end`
}
