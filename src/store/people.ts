import type { PendingQuery, Row } from 'postgres'
import type { Hat } from '#domain/access/hat.ts'
import type { MandateId, Role } from '#domain/access/mandate.ts'
import type { AgencyId, UnitId, Zone } from '#domain/agency.ts'
import type { Person, PersonId, PersonKind } from '#domain/person.ts'
import type { Sql, TransactionSql } from './database.ts'

/** For statements that join people as p and agencies as g. */
export function personColumns(sql: Sql | TransactionSql) {
  return sql`
  p.id as person_id, p.name as person_name, p.kind as person_kind,
  p.number as nip,
  g.id as agency_id, g.name as agency_name, g.zone,
  ${mandatesColumn(sql, sql`p.id`)}`
}

export function mandatesColumn(sql: Sql | TransactionSql, of: PendingQuery<Row[]>) {
  return sql`
  (select coalesce(json_agg(json_build_object('id', m.id, 'role', m.role, 'agency', m.agency,
      'unit', m.unit, 'agencyName', h.name, 'unitName', u.name,
      'from', m.valid_from, 'until', m.valid_to) order by m.valid_from, m.id), '[]')
    from mandates m
    left join agencies h on h.id = m.agency
    left join units u on u.id = m.unit
    where m.person = ${of}) as mandates`
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

export type MandateJson = {
  id: MandateId
  role: Role
  agency: AgencyId | null
  unit: UnitId | null
  agencyName: string | null
  unitName: string | null
  from: string
  until: string
}

export function toPerson(row: PersonRow): Person {
  return {
    id: row.personId,
    name: row.personName,
    kind: row.personKind,
    nip: row.nip ?? '',
    agency: { id: row.agencyId, name: row.agencyName, zone: row.zone },
  }
}

export function toMandates(rows: readonly MandateJson[]): Hat[] {
  return rows.map(({ id, role, agency, unit, agencyName, unitName, from, until }) => ({
    id,
    role,
    agency: agency ?? undefined,
    unit: unit ?? undefined,
    agencyName: agencyName ?? undefined,
    unitName: unitName ?? undefined,
    from: new Date(from),
    until: new Date(until),
  }))
}
