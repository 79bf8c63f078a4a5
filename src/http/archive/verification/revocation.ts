import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { isOpen, type RevocationId } from '#domain/archive/revoke-verification.ts'
import { parseReason } from '#domain/desk/reason.ts'
import { isUuid } from '#domain/uuid.ts'
import { askRevocationPage, revocationPage } from '#views/archive/verification/revocation-page.tsx'
import {
  REASON_FIELD,
  type RevocationProblem,
} from '#views/archive/verification/revocation-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import {
  addRevocation,
  changeRevocation,
  type Deciding,
  findListed,
  type ListedRevocation,
} from '../../../store/archive/revocations.ts'
import { findWork, type Work } from '../../../store/archive/work.ts'
import { inScope } from '../../../store/scope.ts'
import { field, readForm } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { calledOf } from './called.ts'
import { noVersion, versionOf } from './work.ts'

/** GET /instansi/verifikasi/:id/pencabutan: asks first, for a reason. */
export function getAsking(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const work = await findAsked(deps, c)
    return work ? respond(c, askPage(deps, c, work, '', undefined)) : noVersion(c)
  }
}

/** POST of the same address */
export function postAsking(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const version = versionOf(c)
    if (!version) return noVersion(c)
    const reason = parseReason(await readReason(c))
    if (!reason.ok) return refuseAsking(deps, c, reason.problem)
    const id = deps.vault.newId() as RevocationId
    const act = officeAct(deps, acting)
    const asked = await addRevocation(deps.sql, act, { id, version, reason: reason.value })
    if (asked.ok) return leaveFor(c, paths.revocation(id))
    const { problem } = asked
    if (problem.kind === 'noSuchVersion') return noVersion(c)
    if (problem.kind === 'noLonger') return leaveFor(c, paths.hatsFor(c.req.path))
    return refuseAsking(deps, c, problem)
  }
}

export function askingAgain(deps: Deps) {
  return (c: Context<ForActing>, problem: RevocationProblem) =>
    refuseAsking(deps, asHat(c), problem)
}

async function refuseAsking(deps: Deps, c: Context<ForHat>, problem: RevocationProblem) {
  const work = await findAsked(deps, c)
  if (!work) return noVersion(c)
  const page = askPage(deps, c, work, await readReason(c), problem)
  return refuseForm(c, page, problem, deps.clock())
}

async function readReason(c: Context<ForHat>): Promise<string> {
  return (await readForm(c, { [REASON_FIELD]: field(5000) }))[REASON_FIELD] ?? ''
}

async function findAsked({ sql, clock }: Deps, c: Context<ForHat>): Promise<Work | undefined> {
  const id = versionOf(c)
  const { hat } = c.var
  return id && inScope(sql, scopeOf(hat), clock(), (tx) => findWork(tx, hat, id))
}

function askPage(
  deps: Deps,
  c: Context<ForHat>,
  work: Work,
  reason: string,
  problem: RevocationProblem | undefined,
) {
  const { version, person } = work
  const frame = frameOf(deps, c.var)
  const shown = { frame, version: version.id, called: calledOf(work), person }
  return askRevocationPage({ ...shown, reason, problem })
}

/** GET /instansi/pencabutan/:id */
export function getRevocation(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const listed = await findRequest(deps, c)
    return listed ? respond(c, page(deps, c, listed, undefined)) : noVersion(c)
  }
}

const DECISIONS = new Map<string, Deciding['decision']>([
  ['setujui', 'revoked'],
  ['tolak', 'declined'],
  ['tarik', 'withdrawn'],
])

/** POST of the same address: agreed to, refused, or taken back. */
export function postRevocation(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const id = requestOf(c)
    if (!id) return noVersion(c)
    const { keputusan } = await readForm(c, { keputusan: field(10) })
    const decision = DECISIONS.get(keputusan)
    if (!decision) return seeOther(c, paths.revocation(id))
    const decided = await changeRevocation(deps.sql, officeAct(deps, acting), { id, decision })
    if (decided.ok) return seeOther(c, paths.revocation(id))
    const { problem } = decided
    if (problem.kind === 'noSuchVersion') return noVersion(c)
    if (problem.kind === 'noLonger') return leaveFor(c, paths.hatsFor(c.req.path))
    return refuseRevocation(deps, c, problem)
  }
}

export function revocationAgain(deps: Deps) {
  return (c: Context<ForActing>, problem: RevocationProblem) =>
    refuseRevocation(deps, asHat(c), problem)
}

async function refuseRevocation(deps: Deps, c: Context<ForHat>, problem: RevocationProblem) {
  const listed = await findRequest(deps, c)
  if (!listed) return noVersion(c)
  return refuseForm(c, page(deps, c, listed, problem), problem, deps.clock())
}

async function findRequest(
  { sql, clock }: Deps,
  c: Context<ForHat>,
): Promise<ListedRevocation | undefined> {
  const id = requestOf(c)
  const { hat } = c.var
  return id && inScope(sql, scopeOf(hat), clock(), (tx) => findListed(tx, hat, id))
}

function requestOf(c: Context<ForHat>): RevocationId | undefined {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? (id as RevocationId) : undefined
}

function page(
  deps: Deps,
  c: Context<ForHat>,
  listed: ListedRevocation,
  problem: RevocationProblem | undefined,
) {
  const { revocation } = listed
  const isOwn = revocation.askedBy.person === c.var.current.person.id
  const part = !isOpen(revocation, deps.clock()) ? 'look' : isOwn ? 'own' : 'decide'
  const frame = frameOf(deps, c.var)
  return revocationPage({ ...listed, frame, askedBy: listed.askedByName, part, problem })
}
