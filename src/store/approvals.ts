import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type {
  ApprovalId,
  ApprovalKind,
  ApprovalRequest,
  DecidedRequest,
  OpenRequest,
} from '#domain/approval/approval.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { filled, type Sql, type TransactionSql } from './database.ts'

/** What a request is about beside the person, by kind; kept as it is asked. */
export type Wanted = Record<string, string | null>

export type FoundApproval = { request: ApprovalRequest; what: Wanted }

export async function addApproval(
  tx: TransactionSql,
  { id, kind, person, agency, reason, askedBy, askedAt, expiresAt, state }: OpenRequest,
  what: Wanted,
): Promise<void> {
  await tx`
    insert into approval_requests
      (id, kind, person, agency, what, reason, asked_by, asked_as, asked_at, expires_at, state)
    values (${id}, ${kind}, ${person}, ${agency ?? null}, ${tx.json(what)}, ${reason},
            ${askedBy.person}, ${askedBy.hat}, ${askedAt}, ${expiresAt}, ${state})`
}

/** Locked after the account of the person it is about. */
export async function lockApproval(
  tx: TransactionSql,
  id: ApprovalId,
): Promise<FoundApproval | undefined> {
  const [row] = await tx<Row[]>`
    select ${columns(tx)} from approval_requests r where r.id = ${id} for update`
  return row && toFound(row)
}

/** One as it stands, without a lock. */
export async function findApproval(
  tx: TransactionSql,
  id: ApprovalId,
): Promise<FoundApproval | undefined> {
  const [row] = await tx<Row[]>`select ${columns(tx)} from approval_requests r where r.id = ${id}`
  return row && toFound(row)
}

export async function keepDecision(
  tx: TransactionSql,
  { id, state, decidedBy, decidedAt, expiresAt }: DecidedRequest,
): Promise<void> {
  await tx`
    update approval_requests set state = ${state}, decided_by = ${decidedBy?.person ?? null},
      decided_as = ${decidedBy?.hat ?? null}, decided_at = ${decidedAt}, expires_at = ${expiresAt}
    where id = ${id}`
}

/** For statements that name approval_requests as r. */
export function columns(tx: Sql | TransactionSql) {
  return tx`
    r.id, r.kind, r.person, r.agency, r.what, r.reason, r.asked_by, r.asked_as, r.asked_at,
    r.expires_at, r.state, r.decided_by, r.decided_as, r.decided_at`
}

export type Row = {
  id: ApprovalId
  kind: ApprovalKind
  person: PersonId
  agency: AgencyId | null
  what: Wanted
  reason: Reason
  askedBy: PersonId
  askedAs: MandateId
  askedAt: Date
  expiresAt: Date
  state: ApprovalRequest['state']
  decidedBy: PersonId | null
  decidedAs: MandateId | null
  decidedAt: Date | null
}

export function toFound(row: Row): FoundApproval {
  const { id, kind, person, reason, askedAt, expiresAt, state, what } = row
  const askedBy = { person: row.askedBy, hat: row.askedAs }
  const agency = row.agency ?? undefined
  const asked = { id, kind, person, agency, reason, askedBy, askedAt, expiresAt }
  if (state === 'open') return { request: { ...asked, state }, what }
  const decidedBy =
    row.decidedBy && row.decidedAs ? { person: row.decidedBy, hat: row.decidedAs } : undefined
  return { request: { ...asked, state, decidedBy, decidedAt: filled(row.decidedAt) }, what }
}
