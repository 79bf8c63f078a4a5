import {
  decidedIn,
  type GiveRefused,
  type Giver,
  mayGive,
  type WantedMandate,
} from '#domain/access/give-mandate.ts'
import type { MandateId, Role } from '#domain/access/mandate.ts'
import { beginsNow } from '#domain/access/mandate-term.ts'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import {
  type ApprovalId,
  type ApprovalRequest,
  askApproval,
  type DecidedRequest,
  type DecisionRefused,
  decideApproval,
  type OpenRequest,
  stopApproval,
  withdrawApproval,
} from '#domain/approval/approval.ts'
import type { Happening } from '#domain/audit/event.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { addApproval, findApproval, keepDecision, lockApproval, type Wanted } from './approvals.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'
import { addActEvent } from './office-acts.ts'
import {
  countAdmins,
  findCandidate,
  findGiver,
  findOfficeHolder,
  type HatGone,
  lockPeople,
  lockRoles,
} from './role-judging.ts'
import { actorOf, type OfficeAct } from './worn-hat.ts'

export type NewRoleRequest = {
  id: ApprovalId
  person: PersonId
  wanted: WantedMandate
  reason: Reason
}

export type AskRefused =
  | GiveRefused
  | HatGone
  | { kind: 'noSuchPerson' }
  | { kind: 'noSuchUnit' }
  | { kind: 'alreadyAsked' }

/** Under the program's own role, since a person without any office is in no scope of the nation's. */
export function askForRole(
  sql: Sql,
  { id, person, wanted, reason }: NewRoleRequest,
  act: OfficeAct,
): Promise<Result<OpenRequest, AskRefused>> {
  const now = act.event.at
  return inTransaction(sql, async (tx) => {
    await lockPeople(tx, [person, act.event.actor])
    const giver = await findGiver(tx, act)
    if (!giver) return no({ kind: 'hatGone' })
    const judged = await judge(tx, { giver, person, wanted }, now)
    if (!judged.ok) return judged
    if (!(await isUnitOf(tx, wanted))) return no({ kind: 'noSuchUnit' })
    if (await isAsked(tx, person, wanted, now)) return no({ kind: 'alreadyAsked' })
    const agency = decidedIn(wanted, judged.value)
    const asked = askApproval(
      { id, kind: 'mandate', person, agency, reason, askedBy: actorOf(act) },
      now,
    )
    if (!asked.ok) return asked
    await addApproval(tx, asked.value, toWhat(wanted))
    const { role, until } = wanted
    await addActEvent(tx, act, person, { kind: 'mandateAsked', role, until, reason })
    return asked
  })
}

export type RoleDecision = 'approved' | 'declined' | 'withdrawn'

export type DecideRefused =
  | DecisionRefused
  | HatGone
  | { kind: 'noSuchRequest' }
  | { kind: 'askerLeft' }
  | Exclude<GiveRefused, { kind: 'oneself' | 'notYourRole' }>
  | { kind: 'askerMayNot' }
  | { kind: 'noSuchPerson' }

/**
 * By somebody who could have asked for it too. A yes gives the role at once, unless the rules,
 * judged anew, say no: then the request stops, and that is kept.
 */
export async function decideRole(
  sql: Sql,
  id: ApprovalId,
  decision: RoleDecision,
  act: OfficeAct,
): Promise<Result<DecidedRequest, DecideRefused>> {
  return inTransaction(sql, async (tx) => {
    const unlocked = await findApproval(tx, id)
    if (unlocked?.request.kind !== 'mandate') return no({ kind: 'noSuchRequest' })
    const { person, askedBy } = unlocked.request
    await lockPeople(tx, [person, askedBy.person, act.event.actor])
    const found = await lockApproval(tx, id)
    const giver = await findGiver(tx, act)
    if (!found) return no({ kind: 'noSuchRequest' })
    if (!giver) return no({ kind: 'hatGone' })
    const asked = { request: found.request, wanted: toWanted(found.what) }
    if (decision === 'withdrawn') return withdraw(tx, asked, act)
    return decide(tx, asked, decision, giver, act)
  })
}

type AskedRole = { request: ApprovalRequest; wanted: WantedMandate }

async function withdraw(
  tx: TransactionSql,
  { request, wanted }: AskedRole,
  act: OfficeAct,
): Promise<Result<DecidedRequest, DecideRefused>> {
  const decided = withdrawApproval(request, actorOf(act), act.event.at)
  if (!decided.ok) return decided
  await keepOver(tx, decided.value, wanted.role, 'withdrawn', act)
  return decided
}

async function decide(
  tx: TransactionSql,
  asked: AskedRole,
  decision: 'approved' | 'declined',
  giver: Giver,
  act: OfficeAct,
): Promise<Result<DecidedRequest, DecideRefused>> {
  const { request, wanted } = asked
  const now = act.event.at
  const decided = decideApproval(request, decision, actorOf(act), now)
  if (!decided.ok) return decided
  const mine = await judge(tx, { giver, person: request.person, wanted }, now)
  if (!mine.ok && isAboutGiver(mine.problem)) return no({ kind: 'notYours' })
  if (decision === 'declined') {
    await keepOver(tx, decided.value, wanted.role, 'declined', act)
    return decided
  }
  const refused = await refusedNow(tx, asked, now)
  if (refused) return stop(tx, asked, refused, act)
  return (await give(tx, { decided: decided.value, wanted, act }))
    ? decided
    : stop(tx, asked, { kind: 'elsewhere' }, act)
}

/** Whether the one who asked could still ask for it. */
async function refusedNow(
  tx: TransactionSql,
  { request, wanted }: AskedRole,
  now: Date,
): Promise<DecideRefused | undefined> {
  const asker = await findOfficeHolder(tx, request.askedBy, now)
  if (!asker) return { kind: 'askerLeft' }
  if (now >= wanted.until) return { kind: 'over' }
  const judged = await judge(tx, { giver: asker, person: request.person, wanted }, now)
  if (judged.ok) return undefined
  const { problem } = judged
  return isAboutGiver(problem) ? { kind: 'askerMayNot' } : problem
}

type Refused = GiveRefused | { kind: 'noSuchPerson' }
type AboutGiver = Extract<GiveRefused, { kind: 'oneself' | 'notYourRole' }>

function isAboutGiver(refused: Refused): refused is AboutGiver {
  return refused.kind === 'oneself' || refused.kind === 'notYourRole'
}

async function stop(
  tx: TransactionSql,
  { request, wanted }: AskedRole,
  refused: DecideRefused,
  act: OfficeAct,
): Promise<Result<DecidedRequest, DecideRefused>> {
  const stopped = stopApproval(request, act.event.at)
  if (stopped.ok) await keepOver(tx, stopped.value, wanted.role, 'stopped', act)
  return no(refused)
}

/**
 * R-SE-01: whoever holds an office signs in anew, into a session as short as an officer's. What a
 * mailbox or one officer had opened for the employee opens no office.
 */
async function give(
  tx: TransactionSql,
  { decided, wanted, act }: { decided: DecidedRequest; wanted: WantedMandate; act: OfficeAct },
): Promise<boolean> {
  const { id, person, reason } = decided
  const { role, until } = beginsNow(wanted, act.event.at)
  await keepDecision(tx, decided)
  const [given] = await tx<{ mandate: MandateId | null }[]>`
    select give_mandate(${id}, ${act.event.at}) as mandate`
  const mandate = given?.mandate
  if (!mandate) return false
  await tx`select stop_ways_in(${person}, ${act.event.at})`
  await addActEvent(tx, act, person, { kind: 'mandateGiven', role, mandate, until, reason })
  return true
}

async function keepOver(
  tx: TransactionSql,
  decided: DecidedRequest,
  role: Role,
  how: Extract<Happening, { kind: 'mandateRequestOver' }>['how'],
  act: OfficeAct,
): Promise<void> {
  await keepDecision(tx, decided)
  await addActEvent(tx, act, decided.person, { kind: 'mandateRequestOver', role, how })
}

type Judging = { giver: Giver; person: PersonId; wanted: WantedMandate }

/** Answers how many admins there are, as the giving depends on it. */
async function judge(tx: TransactionSql, { giver, person, wanted }: Judging, now: Date) {
  await lockRoles(tx, wanted.agency)
  const admins = await countAdmins(tx, wanted.agency, now)
  const candidate = await findCandidate(tx, person)
  if (!candidate) return no({ kind: 'noSuchPerson' } as const)
  const judged = mayGive({ giver, candidate, wanted, admins }, now)
  return judged.ok ? ok(admins) : judged
}

async function isUnitOf(tx: TransactionSql, { agency, unit }: WantedMandate): Promise<boolean> {
  if (!unit) return true
  const found = await tx`select from units where id = ${unit} and agency = ${agency ?? null}`
  return found.length === 1
}

async function isAsked(
  tx: TransactionSql,
  person: PersonId,
  { role, agency }: WantedMandate,
  now: Date,
): Promise<boolean> {
  const found = await tx`
    select from approval_requests
    where person = ${person} and kind = 'mandate' and state = 'open' and expires_at > ${now}
      and what ->> 'role' = ${role} and (what ->> 'agency') is not distinct from ${agency ?? null}`
  return found.length > 0
}

function toWhat({ role, agency, unit, from, until }: WantedMandate): Wanted {
  return {
    role,
    agency: agency ?? null,
    unit: unit ?? null,
    from: from.toISOString(),
    until: until.toISOString(),
  }
}

export function toWanted({ role, agency, unit, from, until }: Wanted): WantedMandate {
  return {
    role: role as Role,
    agency: (agency as AgencyId | null) ?? undefined,
    unit: (unit as UnitId | null) ?? undefined,
    from: new Date(from ?? ''),
    until: new Date(until ?? ''),
  }
}
