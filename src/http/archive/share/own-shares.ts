import type { Context } from 'hono'
import {
  changeShare as judgeChange,
  endShare as judgeEnd,
} from '#domain/archive/share/change-share.ts'
import { parseShareId, type ShareId } from '#domain/archive/share/share.ts'
import { readLimits, type TypedTerms } from '#domain/archive/share/terms.ts'
import { sharePage } from '#views/archive/share/share-page.tsx'
import { SHARE_FIELDS, type ShareProblem } from '#views/archive/share/share-words.ts'
import { sharesPage } from '#views/archive/share/shares-page.tsx'
import { notFoundPage } from '#views/failure-pages.tsx'
import type { ShareDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson, ForProven } from '../../../deps.ts'
import { findOwnShare, listShares, listUses } from '../../../store/archive/shares/listed-shares.ts'
import { changeShare, endShare } from '../../../store/archive/shares/own-shares.ts'
import { ownAct } from '../../account/own-act.ts'
import { field, readForm } from '../../form.ts'
import { leaveFor, refuse, refuseForm, respond, seeOther } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

const LINES = 20
const USES = 50

/** GET /arsip/berbagi */
export function getShares(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const before = momentOf(c.req.query('sebelum'))
    const span = { person: c.var.current.person.id, before, limit: LINES + 1 }
    const found = await listShares(deps.sql, span)
    const shares = found.slice(0, LINES)
    const older = found.length > LINES ? shares.at(-1)?.share.madeAt : undefined
    const isNewest = before === undefined
    return respond(c, sharesPage({ frame: frameOf(deps, c.var), shares, older, isNewest }))
  }
}

/** GET /arsip/berbagi/:id */
export function getShare(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const page = await pageOf(deps, c)
    return page ? respond(c, page) : nothing(c)
  }
}

/** GET of what a form of that page sends to leads to the page. */
export function getShareForm() {
  return (c: Context<ForPerson>) => {
    const id = idOf(c)
    return id ? seeOther(c, paths.share(id)) : nothing(c)
  }
}

/** POST /arsip/berbagi/:id/batas */
export function postShareLimits(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const id = idOf(c)
    const typed = await readTyped(c)
    const limits = readLimits(typed, deps.clock())
    if (!limits.ok) return again(deps, c, { typed, problem: limits.problem })
    if (!id) return nothing(c)
    const act = ownAct(deps, c)
    const changed = await changeShare(deps.sql, act, id, (share, found) =>
      judgeChange(share, { limits: limits.value, ...found, now: act.event.at }),
    )
    if (changed.ok) return leaveFor(c, paths.shareAfter(id, 'diubah'))
    const { problem } = changed
    if (problem.kind === 'noSuchShare') return nothing(c)
    if (problem.kind === 'noLonger') return leaveFor(c, paths.share(id))
    return again(deps, c, { typed, problem })
  }
}

export function shareLimitsAgain(deps: Deps) {
  return async (c: Context<ForProven>) =>
    again(deps, c, { typed: await readTyped(c), problem: { kind: 'stale' } })
}

/** POST /arsip/berbagi/:id/pengakhiran: also under a hold of the account, and without a second factor. */
export function postShareEnd(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const id = idOf(c)
    if (!id) return nothing(c)
    const now = deps.clock()
    const key = { person: c.var.current.person.id, id }
    const ended = await endShare(deps.sql, key, (share) => judgeEnd(share, now), now)
    if (!ended.ok && ended.problem.kind === 'noSuchShare') return nothing(c)
    return leaveFor(c, paths.shareAfter(id, 'diakhiri'))
  }
}

type Asked = { typed: Pick<TypedTerms, 'days' | 'uses'>; problem: ShareProblem }

async function again(deps: Deps, c: Context<ForProven>, asked: Asked) {
  const page = await pageOf(deps, c as unknown as Context<ForPerson>, asked)
  return page ? refuseForm(c, page, asked.problem, deps.clock()) : nothing(c)
}

async function pageOf(deps: Deps, c: Context<ForPerson>, asked?: Asked) {
  const id = idOf(c)
  const person = c.var.current.person.id
  const shown = id && (await findOwnShare(deps.sql, { person, id }))
  if (!shown) return undefined
  const { tokenHash, share } = shown
  return sharePage({
    frame: frameOf(deps, c.var),
    shown,
    secret: secretOf(deps, c, { id, tokenHash, hasPin: share.wrongPins !== undefined }),
    uses: await listUses(deps.sql, { person, id }, USES),
    typed: asked?.typed ?? { days: '7', uses: String(share.usesAllowed) },
    done: doneOf(c.req.query('hasil')),
    problem: asked?.problem,
  })
}

/** Made anew where this is the session that made it; in every other it comes out as another. */
function secretOf(
  { vault, site }: Deps,
  { var: { sid } }: Context<ForPerson>,
  { id, tokenHash, hasPin }: { id: ShareId; tokenHash: Buffer; hasPin: boolean },
) {
  const token = vault.shareToken(sid, id)
  if (!vault.tokenHash(token).equals(tokenHash)) return undefined
  return {
    link: `${site.origin}${paths.shared}#${token}`,
    pin: hasPin ? vault.sharePin(sid, id) : undefined,
  }
}

async function readTyped<E extends object>(c: Context<E>): Promise<Asked['typed']> {
  const { days, uses } = SHARE_FIELDS
  const form = await readForm(c, { [days]: field(20), [uses]: field(20) })
  return { days: form[days] ?? '', uses: form[uses] ?? '' }
}

function idOf<E extends object>(c: Context<E>): ShareId | undefined {
  return parseShareId(c.req.param('id') ?? '')
}

const DONE: readonly ShareDone[] = ['dibuat', 'diubah', 'diakhiri']

function doneOf(text: string | undefined): ShareDone | undefined {
  return DONE.find((done) => done === text)
}

function momentOf(text: string | undefined): Date | undefined {
  const moment = /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(text ?? '')
    ? new Date(text ?? '')
    : undefined
  return moment && !Number.isNaN(moment.getTime()) ? moment : undefined
}

function nothing<E extends ForPerson>(c: Context<E>) {
  return refuse(c, notFoundPage(), { kind: 'noSuchShare', status: 404 })
}
