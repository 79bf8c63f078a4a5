import type { MandateId } from '#domain/access/mandate.ts'
import {
  type Actor,
  type ApprovalId,
  askApproval,
  finishApproval,
} from '#domain/approval/approval.ts'
import type { Happening } from '#domain/audit/event.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import {
  type Evidence,
  type IssueRefused,
  isAlarm,
  mayIssue,
  type ResetCause,
  takesTwo,
} from '#domain/reset/issue-code.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Approved, Performed } from './approval-decisions.ts'
import { addApproval, findApproval, keepDecision, lockApproval } from './approvals.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'
import { listMfaResets } from './mfa-resets.ts'
import {
  type ActRefused,
  addActEvent,
  areInForce,
  lockForAct,
  type Subject,
} from './office-acts.ts'
import { addReactivationCode, countIssued, type NewReactivationCode } from './reactivation-codes.ts'
import { actorOf, type OfficeAct } from './worn-hat.ts'

type ResetHelp = { cause: ResetCause; evidence: Evidence; ticket: string; reason: Reason }

type MakeCode = (person: PersonId) => Omit<NewReactivationCode, 'by'>

export type AgencyReset = {
  act: OfficeAct
  person: PersonId
  help: ResetHelp
  /** Of the request, where a second officer has to agree. */
  request: ApprovalId
  makeCode: MakeCode
}

export type AgencyResetRefused = ActRefused | IssueRefused

/**
 * A code at once, or the request for one. A limit that is reached is told to the admins of the agency,
 * whatever else is refused (R-AD-03).
 */
export function addAgencyReset(
  sql: Sql,
  { act, person, help, request, makeCode }: AgencyReset,
): Promise<Result<'issued' | 'asked', AgencyResetRefused>> {
  return inTransaction(sql, async (tx) => {
    const locked = await lockForAct(tx, act, person)
    if (!locked.ok) return locked
    const judged = await judge(tx, act, locked.value, await countAsked(tx, act))
    if (!judged.ok) return judged
    const { mandates, agency } = locked.value
    if (!takesTwo({ mandates, agencyAsks: agency.twoPersonResets }, act.event.at)) {
      await issue(tx, act, help, makeCode(person))
      return ok('issued')
    }
    const { at } = act.event
    const asked = { id: request, kind: 'mfaReset', person, agency: act.hat.agency } as const
    const opened = askApproval({ ...asked, reason: help.reason, askedBy: actorOf(act) }, at)
    if (!opened.ok) return opened
    const { cause, evidence, ticket } = help
    await addApproval(tx, opened.value, { cause, evidence, ticket })
    await addActEvent(tx, act, person, { kind: 'agencyResetAsked', ...help })
    return ok('asked')
  })
}

/** The second officer agrees; the first makes the code when its person is there. */
export async function approveReset(
  tx: TransactionSql,
  { act, request }: Approved,
): Promise<Performed> {
  const { person, reason } = request
  await addActEvent(tx, act, person, { kind: 'agencyResetApproved', reason })
  return 'later'
}

/** Whom an approved code is for; nothing is left of the approval. */
export function issueApproved(
  sql: Sql,
  { act, id, makeCode }: { act: OfficeAct; id: ApprovalId; makeCode: MakeCode },
): Promise<Result<PersonId, AgencyResetRefused | { kind: 'over' }>> {
  return inTransaction(sql, async (tx) => {
    const found = await findApproval(tx, id)
    if (!found) return no({ kind: 'over' })
    const { person } = found.request
    const locked = await lockForAct(tx, act, person)
    if (!locked.ok) return locked
    const { request, what } = (await lockApproval(tx, id)) ?? found
    // In the role that asked: a higher one that was put on since was not agreed with.
    const isOwn = request.kind === 'mfaReset' && isSame(request.askedBy, actorOf(act))
    const finished = finishApproval(request, act.event.at)
    if (!isOwn || !finished.ok) return no({ kind: 'over' })
    const hats = [request.askedBy.hat, finished.value.decidedBy?.hat].filter(isThere)
    if (!(await areInForce(tx, hats, act.event.at))) return no({ kind: 'over' })
    const judged = await judge(tx, act, locked.value, 0)
    if (!judged.ok) return judged
    await keepDecision(tx, finished.value)
    const help = { ...(what as Omit<ResetHelp, 'reason'>), reason: request.reason }
    await issue(tx, act, help, makeCode(person))
    return ok(person)
  })
}

async function judge(
  tx: TransactionSql,
  act: OfficeAct,
  { person, account, mandates }: Subject,
  askedToday: number,
): Promise<Result<true, IssueRefused>> {
  const { actor, at } = act.event
  const [own] = await tx<{ devices: number }[]>`
    select count(*) as devices from devices where person = ${actor} and retired_at is null`
  const officer = {
    devices: own?.devices ?? 0,
    issuedToday: (await countIssued(tx, actor, at)) + askedToday,
  }
  const past = await listMfaResets(tx, person, at)
  const judged = mayIssue({ officer, account, mandates, past }, at)
  if (!judged.ok && isAlarm(judged.problem))
    await addAlarm(tx, act, judged.problem.kind === 'dailyLimit' ? 'resetsADay' : 'resetsOfPerson')
  return judged
}

/** Each that came to no code has told its person all the same. */
async function countAsked(
  tx: TransactionSql,
  { event: { actor, at } }: OfficeAct,
): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*) as count from approval_requests
    where asked_by = ${actor} and kind = 'mfaReset' and state <> 'done'
      and asked_at > ${at}::timestamptz - interval '1 day'`
  return row?.count ?? 0
}

type Limit = Extract<Happening, { kind: 'officerLimitReached' }>['limit']

/** Once a day: whoever goes on trying fills no mailbox. */
export async function addAlarm(tx: TransactionSql, act: OfficeAct, limit: Limit): Promise<void> {
  const { actor, at } = act.event
  const told = await tx`
    select from events
    where person = ${actor} and kind = 'officerLimitReached' and detail ->> 'limit' = ${limit}
      and at > ${at}::timestamptz - interval '1 day' limit 1`
  if (told.length === 0) await addActEvent(tx, act, actor, { kind: 'officerLimitReached', limit })
}

async function issue(
  tx: TransactionSql,
  act: OfficeAct,
  help: ResetHelp,
  code: Omit<NewReactivationCode, 'by'>,
): Promise<void> {
  await addReactivationCode(tx, { ...code, by: actorOf(act) })
  const { person, closesAt: until } = code.reset
  await addActEvent(tx, act, person, { kind: 'agencyCodeMade', until, ...help })
}

function isSame(one: Actor, other: Actor): boolean {
  return one.person === other.person && one.hat === other.hat
}

function isThere(hat: MandateId | undefined): hat is MandateId {
  return hat !== undefined
}
