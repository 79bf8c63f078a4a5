import type { MandateId } from '../access/mandate.ts'
import type { AgencyId } from '../agency.ts'
import type { Brand } from '../brand.ts'
import type { Reason } from '../desk/reason.ts'
import { after } from '../instant.ts'
import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'

export type ApprovalId = Brand<string, 'ApprovalId'>

/** What takes two people (2.6, 2.7; roles). */
export type ApprovalKind = 'mfaReset' | 'emailCorrection' | 'mandate'

/** Who acts, and in whose name. */
export type Actor = { person: PersonId; hat: MandateId }

/**
 * `open` until somebody else decides; `approved` until it is acted on (`done`); `stopped` by the
 * person concerned (Bukan saya), or where the rules judged anew say no. `agency`: whose officers
 * decide; none: the national admins.
 */
export type ApprovalRequest = OpenRequest | DecidedRequest

export type OpenRequest = Asked & { state: 'open' }
export type DecidedRequest = Asked & {
  state: 'approved' | 'declined' | 'withdrawn' | 'stopped' | 'done'
  decidedBy: Actor | undefined
  decidedAt: Date
}

type Asked = {
  id: ApprovalId
  kind: ApprovalKind
  person: PersonId
  agency: AgencyId | undefined
  reason: Reason
  askedBy: Actor
  askedAt: Date
  expiresAt: Date
}

export type NewRequest = Omit<Asked, 'askedAt' | 'expiresAt'>

export type DecisionRefused =
  | { kind: 'over' }
  | { kind: 'ownRequest' }
  | { kind: 'oneself' }
  | { kind: 'notYours' }

/** Table 4.3: a request waits a day for its decision, an approval a day to be acted on. */
const SECONDS = 24 * 3600

export function askApproval(
  asked: NewRequest,
  now: Date,
): Result<OpenRequest, { kind: 'oneself' }> {
  if (asked.person === asked.askedBy.person) return no({ kind: 'oneself' })
  return ok({ ...asked, state: 'open', askedAt: now, expiresAt: after(now, SECONDS) })
}

/** Two persons (ASVS 2.3.5): not the one who asked, nor the one concerned, in whatever hat. */
export function decideApproval(
  request: ApprovalRequest,
  decision: 'approved' | 'declined',
  by: Actor,
  now: Date,
): Result<DecidedRequest, DecisionRefused> {
  if (request.state !== 'open' || now >= request.expiresAt) return no({ kind: 'over' })
  if (by.person === request.person) return no({ kind: 'oneself' })
  if (by.person === request.askedBy.person) return no({ kind: 'ownRequest' })
  const expiresAt = decision === 'approved' ? after(now, SECONDS) : request.expiresAt
  return ok({ ...request, state: decision, decidedBy: by, decidedAt: now, expiresAt })
}

/** By the one who asked, as long as nobody acted on it. */
export function withdrawApproval(
  request: ApprovalRequest,
  by: Actor,
  now: Date,
): Result<DecidedRequest, DecisionRefused> {
  if (by.person !== request.askedBy.person) return no({ kind: 'notYours' })
  if (!isPending(request, now)) return no({ kind: 'over' })
  return ok({ ...request, state: 'withdrawn', decidedBy: by, decidedAt: now })
}

/** Acted on: only what was approved, once, in time. */
export function finishApproval(
  request: ApprovalRequest,
  now: Date,
): Result<DecidedRequest, { kind: 'over' }> {
  if (request.state !== 'approved' || !isPending(request, now)) return no({ kind: 'over' })
  return ok({ ...request, state: 'done' })
}

/** Whatever has not been acted on can still be stopped, decided or not. */
export function stopApproval(
  request: ApprovalRequest,
  now: Date,
): Result<DecidedRequest, { kind: 'over' }> {
  if (!isPending(request, now)) return no({ kind: 'over' })
  const decidedBy = request.state === 'open' ? undefined : request.decidedBy
  return ok({ ...request, state: 'stopped', decidedBy, decidedAt: now })
}

/** It waits for a decision or, decided, for being acted on. */
export function isPending(request: ApprovalRequest, now: Date): boolean {
  return (request.state === 'open' || request.state === 'approved') && now < request.expiresAt
}
