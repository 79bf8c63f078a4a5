import type { PendingQuery, Row } from 'postgres'
import type { Mandate, Role } from '#domain/access/mandate.ts'
import type { AgencyId, Zone } from '#domain/agency.ts'
import type { Person, PersonId, PersonKind } from '#domain/person.ts'
import type { Sql, TransactionSql } from './database.ts'

/** For statements that join people as p and agencies as g. */
export function personColumns(sql: Sql | TransactionSql) {
  return sql`
  p.id as person_id, p.name as person_name, p.kind as person_kind,
  (select identifier from login_identifiers n
    where n.person = p.id and n.kind in ('nip', 'niPppk') and n.valid_to is null
    order by n.valid_from desc limit 1) as nip,
  g.id as agency_id, g.name as agency_name, g.zone,
  ${mandatesColumn(sql, sql`p.id`)}`
}

export function mandatesColumn(sql: Sql | TransactionSql, of: PendingQuery<Row[]>) {
  return sql`
  (select coalesce(json_agg(json_build_object('role', m.role, 'agency', m.agency,
      'from', m.valid_from, 'until', m.valid_to)), '[]')
    from mandates m where m.person = ${of}) as mandates`
}

export type PersonRow = {
  personId: PersonId
  personName: string
  personKind: PersonKind
  nip: string | null
  agencyId: AgencyId
  agencyName: string
  zone: Zone
  mandates: MandateJson[]
}

export type MandateJson = { role: Role; agency: AgencyId | null; from: string; until: string }

export function toPerson(row: PersonRow): Person {
  return {
    id: row.personId,
    name: row.personName,
    kind: row.personKind,
    nip: row.nip ?? '',
    agency: { id: row.agencyId, name: row.agencyName, zone: row.zone },
  }
}

export function toMandates(rows: readonly MandateJson[]): Mandate[] {
  return rows.map(({ role, agency, from, until }) => ({
    role,
    agency: agency ?? undefined,
    from: new Date(from),
    until: new Date(until),
  }))
}
