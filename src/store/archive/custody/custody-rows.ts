import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Custody, CustodyDifference, CustodyId, CustodyItem } from '#domain/archive/custody.ts'
import type { PersonId } from '#domain/person.ts'
import { filled, type Sql, type TransactionSql } from '../../database.ts'

export type CustodyRow = {
  id: CustodyId
  person: PersonId
  fromAgency: AgencyId
  toAgency: AgencyId
  list: CustodyItem[]
  offeredBy: PersonId
  offeredAs: MandateId
  offeredAt: Date
  state: Custody['state']
  decidedBy: PersonId | null
  decidedAs: MandateId | null
  decidedAt: Date | null
  differences: CustodyDifference[] | null
  note: string | null
}

/** For a statement that has transfers as t. */
export function custodyColumns(sql: Sql | TransactionSql) {
  return sql`t.id, t.person, t.from_agency, t.to_agency, t.list, t.offered_by, t.offered_as, t.offered_at, t.state,
    t.decided_by, t.decided_as, t.decided_at, t.differences, t.note`
}

export function toCustody(row: CustodyRow): Custody {
  const { id, person, list, offeredAt, state } = row
  const offeredBy = { person: row.offeredBy, hat: row.offeredAs }
  const offered = {
    id,
    person,
    from: row.fromAgency,
    to: row.toAgency,
    list,
    offeredBy,
    offeredAt,
  }
  if (state === 'offered') return { ...offered, state }
  const decidedBy = { person: filled(row.decidedBy), hat: filled(row.decidedAs) }
  const ended = { ...offered, decidedBy, decidedAt: filled(row.decidedAt), note: row.note ?? '' }
  if (state === 'accepted') return { ...ended, state, differences: filled(row.differences) }
  return { ...ended, state }
}
