import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { claimOfOther } from '#domain/archive/claim-version.ts'
import { ownPartIn } from '#domain/archive/own-part.ts'
import type { FoundValues } from '#domain/archive/values-in-text.ts'
import { parseVersionId, type VersionId } from '#domain/archive/version.ts'
import { needsStepUp } from '#domain/session/step-up.ts'
import type { WorkProblem } from '#views/archive/verification/verification-words.ts'
import { type TypedWork, type WorkPart, workPage } from '#views/archive/verification/work-page.tsx'
import { notFoundPage } from '#views/failure-pages.tsx'
import type { Deps, ForHat } from '../../../deps.ts'
import { keepAccess } from '../../../store/archive/access-log.ts'
import { findClaimer, findWork, type Work } from '../../../store/archive/work.ts'
import { inScope } from '../../../store/scope.ts'
import { refuse, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { calledOf } from './called.ts'
import { judgedBefore } from './queue.ts'
import { textValues } from './text-values.ts'

/** A version with what whoever looks may do with it. */
export type Before = { work: Work; part: WorkPart }

/** GET /instansi/verifikasi/:id */
export function getWork(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const before = await findBefore(deps, c)
    if (!before) return noVersion(c)
    await keepLook(deps, c, before)
    const found = await foundIn(deps, before)
    const typed = typedOf(before.work, found)
    return respond(c, page(deps, c, { ...before, found }, typed, undefined))
  }
}

/** The same page with why not, and all that was typed. */
export async function refuseWork(
  deps: Deps,
  c: Context<ForHat>,
  typed: TypedWork,
  problem: WorkProblem,
) {
  const before = await findBefore(deps, c)
  if (!before) return noVersion(c)
  await keepLook(deps, c, before)
  const found = await foundIn(deps, before)
  return refuseForm(c, page(deps, c, { ...before, found }, typed, problem), problem, deps.clock())
}

export function versionOf(c: Context<ForHat>): VersionId | undefined {
  return parseVersionId(c.req.param('id') ?? '')
}

/** Nothing that the hat does not reach. */
export function noVersion(c: Context<ForHat>) {
  return refuse(c, notFoundPage(), { kind: 'noSuchVersion', status: 404 })
}

async function findBefore(deps: Deps, c: Context<ForHat>): Promise<Before | undefined> {
  const id = versionOf(c)
  const { hat } = c.var
  const now = deps.clock()
  if (!id) return undefined
  return inScope(deps.sql, scopeOf(hat), now, async (tx) => {
    const work = await findWork(tx, hat, id)
    if (!work) return undefined
    const claimer = work.claim && (await findClaimer(tx, work.claim))
    return { work, part: partOf(work, c.var.current.person.id, now, claimer) }
  })
}

function partOf(
  { version, claim }: Work,
  person: Parameters<typeof ownPartIn>[1],
  now: Date,
  claimer: string | undefined,
): WorkPart {
  const own = ownPartIn(version, person)
  if (own) return { kind: 'own', part: own.kind }
  if (version.status !== 'awaitingVerification') return { kind: 'decided' }
  const taken = claimOfOther(claim, person, now)
  if (taken) return { kind: 'claimed', by: claimer, until: taken.until }
  return claim?.by === person && now < claim.until ? { kind: 'judge' } : { kind: 'free' }
}

/** The data of a record is of it as its pages are: who sees it is in the log before (I9). */
async function keepLook({ sql, clock }: Deps, c: Context<ForHat>, { work, part }: Before) {
  if (part.kind === 'own') return
  const { version, record } = work
  await keepAccess(sql, {
    person: version.person,
    by: { actor: c.var.current.person.id, hat: c.var.hat.id },
    purpose: 'verification',
    action: 'recordViewed',
    read: { record: record.id, version: version.id, no: version.no },
    at: clock(),
  })
}

/** Only for whoever may judge it, and not for those it is none of their business (I4). */
async function foundIn(deps: Deps, { work, part }: Before): Promise<FoundValues> {
  return part.kind === 'judge' ? textValues(deps, work) : {}
}

function page(
  deps: Deps,
  c: Context<ForHat>,
  { work, part, found }: Before & { found: FoundValues },
  typed: TypedWork,
  problem: WorkProblem | undefined,
) {
  const fields = work.type.requiredMetadata
  const isDue = needsStepUp(c.var.current.session, deps.clock(), 'verification')
  return workPage({
    frame: { ...frameOf(deps, c.var), proofDue: isDue },
    work: { ...work, called: calledOf(work), fields, typed: work.metadata },
    part,
    typed,
    found,
    problem,
    before: problem ? undefined : judgedBefore(c),
    script: deps.assets.verify,
  })
}

/** As the uploader typed it, else as the document says: to be compared, not believed. */
function typedOf({ metadata: typed }: Work, found: FoundValues): TypedWork {
  const read = Object.entries(found).map(([field, { value }]) => [field, value])
  const metadata = { ...Object.fromEntries(read), ...typed }
  return { metadata, codes: [], note: '', page: '', box: '' }
}
