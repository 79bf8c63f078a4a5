import { type AccountFacts, type Mailbox, mailboxOf } from '#domain/desk/standing.ts'
import type { LegalPosition } from '#domain/import/service.ts'
import type { PersonId, PersonKind } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'
import type { Page } from './find-people.ts'

/** Somebody in a list of the desk: how they stand at a glance, and no address. */
export type ListedEmployee = {
  id: PersonId
  name: string
  nip: string
  kind: PersonKind
  unitName: string | undefined
  legalPosition: LegalPosition | undefined
  account: AccountFacts
  mailbox: Mailbox
  lastSignedInAt: Date | undefined
}

/** In the order of `ids`; those out of scope are missing. */
export async function listEmployees(
  tx: TransactionSql,
  ids: readonly PersonId[],
): Promise<ListedEmployee[]> {
  const rows = await tx<EmployeeRow[]>`
    select p.id, p.name, p.kind, p.legal_position, u.name as unit_name, ${accountColumns(tx)}
    from people p
    join accounts a on a.person = p.id
    left join units u on u.id = p.unit
    where p.id = any(${[...ids]}::uuid[])`
  const found = new Map(rows.map((row) => [row.id, toListed(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Where somebody stands in a list by name, for the page that follows them. */
export async function placeOf(
  tx: TransactionSql,
  id: PersonId | undefined,
): Promise<Page['after']> {
  if (!id) return undefined
  const [row] = await tx<{ name: string }[]>`select name from people where id = ${id}`
  return row && { name: row.name, id }
}

/** Whom those numbers name, within the scope; a number of the past names its owner still. */
export async function employeesByNumber(
  tx: TransactionSql,
  numbers: readonly string[],
): Promise<Map<string, PersonId>> {
  const rows = await tx<{ identifier: string; person: PersonId }[]>`
    select identifier, person from login_identifiers
    where identifier = any(${[...numbers]}::text[]) and kind in ('nip', 'niPppk')`
  return new Map(rows.map(({ identifier, person }) => [identifier, person]))
}

/** What those are called who are within the scope. */
export async function namesOf(
  tx: TransactionSql,
  people: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  const rows = await tx<{ id: PersonId; name: string }[]>`
    select id, name from people where id = any(${[...people]}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** For statements that join people as p and their accounts as a. */
export function accountColumns(sql: Sql | TransactionSql) {
  return sql`
  p.number as nip,
  a.state, a.state_since, a.mfa, a.closed_from is not null as is_closed_by_data,
  a.code_failures, a.codes_locked_until, a.last_signed_in_at,
  (select coalesce(json_agg(d.drift), '[]') from devices d
    where d.person = p.id and d.retired_at is null) as drifts,
  (select coalesce(json_agg(e.bounced_at is not null), '[]') from email_addresses e
    where e.person = p.id and e.ended_at is null) as bounced`
}

export type AccountRow = AccountFacts & {
  nip: string | null
  bounced: readonly boolean[]
  lastSignedInAt: Date | null
}

type EmployeeRow = AccountRow & {
  id: PersonId
  name: string
  kind: PersonKind
  unitName: string | null
  legalPosition: LegalPosition | null
}

function toListed(row: EmployeeRow): ListedEmployee {
  return {
    id: row.id,
    name: row.name,
    nip: row.nip ?? '',
    kind: row.kind,
    unitName: row.unitName ?? undefined,
    legalPosition: row.legalPosition ?? undefined,
    account: toFacts(row),
    mailbox: mailboxOf(row.bounced),
    lastSignedInAt: row.lastSignedInAt ?? undefined,
  }
}

export function toFacts(row: AccountRow): AccountFacts {
  const { state, stateSince, mfa, isClosedByData, codeFailures, codesLockedUntil, drifts } = row
  return { state, stateSince, mfa, isClosedByData, codeFailures, codesLockedUntil, drifts }
}
