import type { Context } from 'hono'
import { permits } from '#domain/access/permission.ts'
import { type ApprovalId, isPending } from '#domain/approval/approval.ts'
import { parseReason } from '#domain/desk/reason.ts'
import { isUuid } from '#domain/uuid.ts'
import { approvalPage } from '#views/agency/approval-page.tsx'
import type { ApprovalPart, ApprovalProblem } from '#views/agency/approval-words.ts'
import { approvalsPage } from '#views/agency/approvals-page.tsx'
import { notFoundPage } from '#views/failure-pages.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { issueApproved } from '../../store/agency-resets.ts'
import { type Deciding, decideRequest } from '../../store/approval-decisions.ts'
import {
  countQueue,
  findQueued,
  listQueue,
  type QueuedApproval,
} from '../../store/approval-queue.ts'
import { listRoleRequests } from '../../store/roles.ts'
import { field, readForm } from '../form.ts'
import { asHat, officeAct } from '../office.ts'
import { leaveFor, refuse, refuseForm, respond, seeOther } from '../respond.ts'
import { shownRequest } from '../roles/roles.ts'
import type { AgainProblem } from '../route.ts'
import { frameOf } from '../session/frame.ts'
import { APPROVAL_KINDS, kindsOf } from './approval-kinds.ts'
import { codeMaker } from './reset-mfa.ts'
import { keepView } from './view.ts'

/** GET /instansi/persetujuan: what waits within the scope, oldest first. */
export function getApprovals(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const queue = queueOf(deps, c)
    const approvals = await listQueue(deps.sql, queue)
    const waiting = await countWaiting(deps, c)
    const isGiver = permits(c.var.hat, 'giveRoles')
    const asked = isGiver ? await listRoleRequests(deps.sql, c.var.hat, queue.now) : []
    const roles = asked.map((request) => shownRequest(c.var, request))
    return respond(c, approvalsPage({ frame: frameOf(deps, c.var), approvals, roles, waiting }))
  }
}

/** Requests that whoever looks may decide, or go on with. */
export function countWaiting(deps: Deps, c: Context<ForHat>): Promise<number> {
  return countQueue(deps.sql, queueOf(deps, c), c.var.current.person.id)
}

/** GET /instansi/persetujuan/:id */
export function getApproval(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const approval = await find(deps, c)
    if (approval instanceof Response) return approval
    return respond(c, await page(deps, c, approval, undefined))
  }
}

/** POST of the same address: agreed to, refused, taken back, or acted on. */
export function postApproval(deps: Deps) {
  return async (c: Context<ForActing>) => {
    const approval = await find(deps, c)
    if (approval instanceof Response) return approval
    const { id } = approval.request
    const form = await readForm(c, { decision: field(10), reason: field(4000) })
    if (form.decision === 'kode') return makeCode(deps, c, approval)
    const decision = DECISIONS.get(form.decision)
    if (!decision) return seeOther(c, paths.approval(id))
    const reason = decision === 'declined' ? parseReason(form.reason) : undefined
    if (reason && !reason.ok) return refuseDecision(deps, c, approval, reason.problem)
    const decided = await decideRequest(deps.sql, {
      act: officeAct(deps, c),
      id,
      decision,
      reason: reason?.value,
      performOf: (kind) => APPROVAL_KINDS[kind]?.perform(deps),
    })
    if (decided.ok) return seeOther(c, paths.approval(id))
    const { problem } = decided
    if (problem.kind === 'noSuchPerson') return noSuch(c)
    return refuseDecision(deps, c, approval, { ...problem } as ApprovalProblem)
  }
}

export function approvalAgain(deps: Deps) {
  return async (c: Context<ForActing>, problem: AgainProblem) => {
    const approval = await find(deps, c)
    return approval instanceof Response ? approval : refuseDecision(deps, c, approval, problem)
  }
}

const DECISIONS = new Map<string, Deciding['decision']>([
  ['setujui', 'approved'],
  ['tolak', 'declined'],
  ['tarik', 'withdrawn'],
])

async function makeCode(deps: Deps, c: Context<ForActing>, approval: QueuedApproval) {
  const { id } = approval.request
  const made = { act: officeAct(deps, c), id, makeCode: codeMaker(deps, c) }
  const issued = await issueApproved(deps.sql, made)
  if (issued.ok) return leaveFor(c, paths.employeeCode(issued.value))
  if (issued.problem.kind === 'noSuchPerson') return noSuch(c)
  return refuseDecision(deps, c, approval, { ...issued.problem } as ApprovalProblem)
}

/** Two addresses stand there in full, to be compared with what the person says: that is a view. */
async function find<E extends ForHat>(
  deps: Deps,
  context: Context<E>,
): Promise<QueuedApproval | Response> {
  const c = context as unknown as Context<ForHat>
  const found = await findAgain(deps, c)
  if (!found) return noSuch(c)
  const { kind, person } = found.request
  const isView = kind === 'emailCorrection' && person !== c.var.current.person.id
  return (isView ? await keepView(deps, c, person) : undefined) ?? found
}

async function findAgain(deps: Deps, c: Context<ForHat>): Promise<QueuedApproval | undefined> {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? findQueued(deps.sql, queueOf(deps, c), id as ApprovalId) : undefined
}

function queueOf<E extends ForHat>({ clock }: Deps, c: Context<E>) {
  const hat = c.get('hat')
  return { hat, kinds: kindsOf(hat), now: clock() }
}

function noSuch<E extends ForHat>(c: Context<E>) {
  return refuse(c, notFoundPage(), { kind: 'noSuchApproval', status: 404 })
}

async function refuseDecision(
  deps: Deps,
  c: Context<ForActing>,
  before: QueuedApproval,
  problem: ApprovalProblem,
) {
  const approval = (await findAgain(deps, asHat(c))) ?? before
  return refuseForm(c, await page(deps, c, approval, problem), problem, deps.clock())
}

async function page<E extends ForHat>(
  deps: Deps,
  c: Context<E>,
  approval: QueuedApproval,
  problem: ApprovalProblem | undefined,
) {
  const { reason } = await readForm(c, { reason: field(4000) })
  return approvalPage({
    frame: frameOf(deps, { current: c.get('current'), sid: c.get('sid') }),
    approval,
    part: partOf(approval, c.get('current').person.id, deps.clock()),
    reason,
    problem,
  })
}

function partOf({ request }: QueuedApproval, viewer: string, now: Date): ApprovalPart {
  if (request.person === viewer) return 'concerned'
  if (!isPending(request, now)) return 'look'
  if (request.askedBy.person !== viewer) return request.state === 'open' ? 'decide' : 'look'
  return request.state === 'approved' && request.kind === 'mfaReset' ? 'make' : 'withdraw'
}
