import {
  type ApprovalId,
  type ApprovalKind,
  type ApprovalRequest,
  type DecidedRequest,
  type DecisionRefused,
  decideApproval,
  finishApproval,
  stopApproval,
  withdrawApproval,
} from '#domain/approval/approval.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { findApproval, keepDecision, lockApproval, type Wanted } from './approvals.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'
import {
  type ActRefused,
  addActEvent,
  areInForce,
  lockForAct,
  type Subject,
} from './office-acts.ts'
import { actorOf, type OfficeAct } from './worn-hat.ts'

/** What an approval is acted on with, in its transaction. */
export type Approved = { act: OfficeAct; request: DecidedRequest; what: Wanted; subject: Subject }

/** `later`: whoever asked acts on it; `stopped`: the rules, judged anew, say no. */
export type Performed = 'done' | 'later' | 'stopped'

/** By kind; whoever finds none knows nothing of such requests. */
export type Perform = (tx: TransactionSql, approved: Approved) => Promise<Performed>

export type Deciding = {
  act: OfficeAct
  id: ApprovalId
  decision: 'approved' | 'declined' | 'withdrawn'
  /** Why, of a refusal; an approval takes over the reason of the request. */
  reason: Reason | undefined
  performOf: (kind: ApprovalKind) => Perform | undefined
}

export type DecidingRefused = ActRefused | DecisionRefused

/** Both accounts, then the request are locked; decision, what it does and the record are one. */
export function decideRequest(
  sql: Sql,
  { act, id, decision, reason, performOf }: Deciding,
): Promise<Result<ApprovalRequest['state'], DecidingRefused>> {
  return inTransaction(sql, async (tx) => {
    const found = await findApproval(tx, id)
    const perform = found && performOf(found.request.kind)
    if (!found || !perform) return no({ kind: 'noSuchPerson' })
    if (found.request.person === act.event.actor) return no({ kind: 'oneself' })
    const locked = await lockForAct(tx, act, found.request.person)
    if (!locked.ok) return locked
    const { request, what } = (await lockApproval(tx, id)) ?? found
    // A request stays with the office that asked, wherever its person has gone meanwhile.
    if (request.agency !== act.hat.agency) return no({ kind: 'noSuchPerson' })
    const decided = judge(request, decision, act)
    if (!decided.ok) return decided
    const approved = { act, request: decided.value, what, subject: locked.value }
    if (decision === 'approved') return approve(tx, approved, perform)
    await keepDecision(tx, decided.value)
    const ended = { kind: 'approvalEnded', of: request.kind, by: decision } as const
    await addActEvent(tx, act, request.person, { ...ended, reason: reason ?? request.reason })
    return ok(decided.value.state)
  })
}

function judge(
  request: ApprovalRequest,
  decision: Deciding['decision'],
  act: OfficeAct,
): Result<DecidedRequest, DecisionRefused> {
  const [by, now] = [actorOf(act), act.event.at]
  if (decision === 'withdrawn') return withdrawApproval(request, by, now)
  return decideApproval(request, decision, by, now)
}

/** Whoever asked has to hold that office still, or there is nothing left to agree with. */
async function approve(
  tx: TransactionSql,
  approved: Approved,
  perform: Perform,
): Promise<Result<ApprovalRequest['state'], DecidingRefused>> {
  const { act, request } = approved
  const stillAsked = await areInForce(tx, [request.askedBy.hat], act.event.at)
  await keepDecision(tx, request)
  const performed = stillAsked ? await perform(tx, approved) : 'stopped'
  if (performed === 'later') return ok('approved')
  const end = performed === 'done' ? finishApproval : stopApproval
  const ended = end(request, act.event.at)
  if (!ended.ok) return ended
  await keepDecision(tx, ended.value)
  if (performed === 'stopped')
    await addActEvent(tx, act, request.person, {
      kind: 'approvalEnded',
      of: request.kind,
      by: 'stopped',
      reason: request.reason,
    })
  return ok(ended.value.state)
}
