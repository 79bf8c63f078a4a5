import type { Context } from 'hono'
import { isHeld } from '#domain/account/hold.ts'
import { makeShare } from '#domain/archive/share/make-share.ts'
import type { ShareId } from '#domain/archive/share/share.ts'
import { readTerms } from '#domain/archive/share/terms.ts'
import { parseVersionId, type VersionId } from '#domain/archive/version.ts'
import { newSharePage, type Shareable } from '#views/archive/share/new-share-page.tsx'
import { SHARE_FIELDS, type ShareProblem } from '#views/archive/share/share-words.ts'
import { notFoundPage } from '#views/failure-pages.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForProven } from '../../../deps.ts'
import { addShare } from '../../../store/archive/shares/own-shares.ts'
import { findShareable } from '../../../store/archive/shares/shareable.ts'
import { ownAct } from '../../account/own-act.ts'
import { tooOften } from '../../account/own-allowance.ts'
import { field, readForm } from '../../form.ts'
import { leaveFor, refuse, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

/** GET /arsip/versi/:id/berbagi */
export function getNewShare(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const document = await documentOf(deps, c)
    return document ? respond(c, page(deps, c, { document, typed: EMPTY })) : nothing(c)
  }
}

/** POST of the same address. */
export function postNewShare(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const document = await documentOf(deps, c)
    if (!document) return nothing(c)
    const typed = await readTyped(c)
    const terms = readTerms(typed, deps.clock())
    if (!terms.ok) return again(deps, c, { document, typed, problem: terms.problem })
    const wait = await tooOften(deps, c.var)
    if (wait) return again(deps, c, { document, typed, problem: wait })
    const made = await make(deps, c, document.version, { terms: terms.value, hasPin: typed.pin })
    if (made.ok) return leaveFor(c, paths.shareAfter(made.value.id, 'dibuat'))
    const { problem } = made
    if (problem.kind === 'noSuchShare') return nothing(c)
    if (problem.kind === 'noLonger') return leaveFor(c, paths.shares)
    return again(deps, c, { document, typed, problem })
  }
}

export function newShareAgain(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const document = await documentOf(deps, c)
    if (!document) return nothing(c)
    return again(deps, c, { document, typed: await readTyped(c), problem: { kind: 'stale' } })
  }
}

type Wanted = Pick<Parameters<typeof makeShare>[2], 'terms' | 'hasPin'>

/** The secret of a link comes of this session and is kept nowhere (docs/decisions/029). */
function make(deps: Deps, c: Context<ForProven>, version: VersionId, wanted: Wanted) {
  const { vault, sql } = deps
  const { sid } = c.var
  const id = vault.newId() as ShareId
  const tokenHash = vault.tokenHash(vault.shareToken(sid, id))
  const pinMac = wanted.hasPin ? vault.sharePinMac(id, vault.sharePin(sid, id)) : undefined
  const act = ownAct(deps, c)
  return addShare(sql, act, { version, tokenHash, pinMac }, (found) =>
    makeShare(found.version, found.stage, {
      ...wanted,
      id,
      hold: found.hold,
      openShares: found.openShares,
      now: act.event.at,
    }),
  )
}

const EMPTY = { recipient: '', purpose: '', days: '7', uses: '3', pin: false }

async function readTyped<E extends object>(c: Context<E>): Promise<typeof EMPTY> {
  const form = await readForm(c, {
    [SHARE_FIELDS.recipient]: field(500),
    [SHARE_FIELDS.purpose]: field(1000),
    [SHARE_FIELDS.days]: field(20),
    [SHARE_FIELDS.uses]: field(20),
    [SHARE_FIELDS.pin]: field(10),
  })
  return {
    recipient: form[SHARE_FIELDS.recipient],
    purpose: form[SHARE_FIELDS.purpose],
    days: form[SHARE_FIELDS.days],
    uses: form[SHARE_FIELDS.uses],
    pin: form[SHARE_FIELDS.pin] === 'ya',
  }
}

async function documentOf({ sql }: Deps, c: Context<ForProven>): Promise<Shareable | undefined> {
  const version = parseVersionId(c.req.param('id') ?? '')
  return version && (await findShareable(sql, { person: c.var.current.person.id, version }))
}

type Shown = { document: Shareable; typed: typeof EMPTY; problem?: ShareProblem }

function again(deps: Deps, c: Context<ForProven>, shown: Shown & { problem: ShareProblem }) {
  return refuseForm(c, page(deps, c, shown), shown.problem, deps.clock())
}

function page(deps: Deps, c: Context<ForProven>, shown: Shown) {
  const { hold } = c.var.current
  const held = isHeld(hold, deps.clock()) ? hold : undefined
  return newSharePage({ frame: frameOf(deps, c.var), hold: held, ...shown })
}

function nothing(c: Context<ForProven>) {
  return refuse(c, notFoundPage(), { kind: 'noSuchVersion', status: 404 })
}
