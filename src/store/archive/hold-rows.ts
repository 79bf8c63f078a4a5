import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Hold, HoldId, HoldScope } from '#domain/archive/hold.ts'
import type { CaseNumber, HoldBasis } from '#domain/archive/hold-case.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { civilDateText, parseCivilDate } from '#domain/zone-day.ts'
import { filled, type Sql, type TransactionSql } from '../database.ts'

export type HoldRow = {
  id: HoldId
  person: PersonId
  agency: AgencyId | null
  type: string | null
  record: RecordId | null
  basis: HoldBasis
  caseNo: CaseNumber
  reviewOn: string
  silent: boolean
  placedBy: PersonId
  placedAs: MandateId
  placedAt: Date
  askedToLiftBy: PersonId | null
  askedToLiftAs: MandateId | null
  askedToLiftAt: Date | null
  askedToLiftFor: Reason | null
  liftedWith: PersonId | null
  liftedAs: MandateId | null
  liftedAt: Date | null
}

/** For a statement that has holds as h. */
export function holdColumns(sql: Sql | TransactionSql) {
  return sql`h.id, h.person, h.agency, h.type, h.record, h.basis, h.case_no, h.review_on::text, h.silent,
    h.placed_by, h.placed_as, h.placed_at, h.asked_to_lift_by, h.asked_to_lift_as, h.asked_to_lift_at,
    h.asked_to_lift_for, h.lifted_with, h.lifted_as, h.lifted_at`
}

/** A silent hold is kept from whom it is on, whatever office they have; for a statement that has holds as h. */
export function mayBeKnown(tx: TransactionSql, viewer: PersonId) {
  return tx`not (h.silent and h.person = ${viewer})`
}

/** The hold as it is from now on, beside what never changes of it. */
export async function keepHoldRow(tx: TransactionSql, hold: Hold): Promise<void> {
  const lift = hold.state === 'on' ? undefined : hold.lift
  const lifted = hold.state === 'lifted' ? hold : undefined
  await tx`
    update archive.holds set review_on = ${civilDateText(hold.reviewOn)},
      asked_to_lift_by = ${lift?.by.person ?? null}, asked_to_lift_as = ${lift?.by.hat ?? null},
      asked_to_lift_at = ${lift?.at ?? null}, asked_to_lift_for = ${lift?.reason ?? null},
      lifted_by = ${lifted?.lift.by.person ?? null}, lifted_with = ${lifted?.agreedBy.person ?? null},
      lifted_as = ${lifted?.agreedBy.hat ?? null}, lifted_at = ${lifted?.liftedAt ?? null},
      lift_reason = ${lifted?.lift.reason ?? null}
    where id = ${hold.id}`
}

export function toHold(row: HoldRow): Hold {
  const placed = {
    id: row.id,
    person: row.person,
    agency: row.agency ?? undefined,
    scope: toScope(row),
    basis: row.basis,
    caseNo: row.caseNo,
    reviewOn: filled(parseCivilDate(row.reviewOn) ?? null),
    silent: row.silent,
    placedBy: { person: row.placedBy, hat: row.placedAs },
    placedAt: row.placedAt,
  }
  if (!row.askedToLiftBy) return { ...placed, state: 'on' }
  const by = { person: row.askedToLiftBy, hat: filled(row.askedToLiftAs) }
  const lift = { by, at: filled(row.askedToLiftAt), reason: filled(row.askedToLiftFor) }
  if (!row.liftedAt) return { ...placed, state: 'liftAsked', lift }
  const agreedBy = { person: filled(row.liftedWith), hat: filled(row.liftedAs) }
  return { ...placed, state: 'lifted', lift, agreedBy, liftedAt: row.liftedAt }
}

function toScope({ type, record }: Pick<HoldRow, 'type' | 'record'>): HoldScope {
  if (record) return { of: 'record', record }
  return type ? { of: 'type', type } : { of: 'person' }
}
