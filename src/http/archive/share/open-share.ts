import type { Context } from 'hono'
import { tryShare } from '#domain/archive/share/open-share.ts'
import type { Share } from '#domain/archive/share/share.ts'
import { readPin, readShareToken } from '#domain/archive/share/typed-link.ts'
import { openSharePage } from '#views/archive/share/open-share-page.tsx'
import { SHARED_FIELDS, type SharedProblem } from '#views/archive/share/shared-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForVisitor } from '../../../deps.ts'
import { type Knocking, openShare } from '../../../store/archive/shares/openings.ts'
import { giveCookie, readCookie } from '../../cookies.ts'
import { field, readForm } from '../../form.ts'
import { leaveFor, refuse, respond, type Status } from '../../respond.ts'

/** GET /berbagi: where every link leads, whatever stands behind its #. */
export function getOpenShare({ vault }: Deps) {
  return (c: Context<ForVisitor>) =>
    respond(
      c,
      openSharePage({ csrf: vault.csrfToken(c.var.pre), token: '', script: c.var.assets.share }),
    )
}

/** POST /berbagi: the secret of a link comes in a form alone, so that no log and no Referer has it. */
export function postOpenShare(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const { token: pasted, pin } = await readTyped(c)
    const token = readShareToken(pasted)
    if (!token)
      return again(deps, c, pasted, { kind: pasted.trim() ? 'unknownLink' : 'tokenMissing' })
    const { sql, vault, clock, site } = deps
    const now = clock()
    const { was, becomes } = namesOf(deps, c, token)
    const names = { was: vault.tokenHash(was), becomes: vault.tokenHash(becomes) }
    const key = { tokenHash: vault.tokenHash(token), ...names, now }
    const tried = await openShare(sql, key, (share, knocking) => {
      const compared = comparePin(deps, share, { pin, pinMac: knocking.pinMac })
      return tryShare(share, { pin: compared, openUntil: knocking.openUntil }, now)
    })
    if (!tried) return again(deps, c, token, { kind: 'unknownLink' })
    if (tried.outcome.kind !== 'opened') return again(deps, c, token, tried.outcome)
    giveCookie(c, site, 'baca', tried.isRenamed ? becomes : was)
    return leaveFor(c, paths.sharedVersion(tried.share.version))
  }
}

export function openShareAgain(deps: Deps) {
  return async (c: Context<ForVisitor>) =>
    again(deps, c, (await readTyped(c)).token, { kind: 'stale' })
}

/** What this browser is called, and what it is called once it has this link open (R-SE-01). */
function namesOf({ vault, site }: Deps, c: Context<ForVisitor>, token: string) {
  const was = readCookie(c, site, 'baca') ?? c.var.pre
  return { was, becomes: vault.readerName(was, token) }
}

function comparePin(
  { vault }: Deps,
  { id }: Share,
  { pin, pinMac }: { pin: string; pinMac: Knocking['pinMac'] },
) {
  if (pin === '' || !pinMac) return 'missing'
  return vault.sharePinMatches({ id, pinMac }, pin) ? 'right' : 'wrong'
}

async function readTyped(c: Context<ForVisitor>) {
  const { token, pin } = SHARED_FIELDS
  const form = await readForm(c, { [token]: field(500), [pin]: field(50) })
  return { token: form[token] ?? '', pin: readPin(form[pin] ?? '') }
}

/** What somebody pasted stays in the field; the PIN is asked for anew. */
function again(deps: Deps, c: Context<ForVisitor>, token: string, problem: SharedProblem) {
  const page = openSharePage({
    csrf: deps.vault.csrfToken(c.var.pre),
    token,
    script: c.var.assets.share,
    problem,
  })
  return refuse(c, page, { kind: problem.kind, status: STATUS[problem.kind] ?? 422 })
}

const STATUS: Partial<Record<SharedProblem['kind'], Status>> = {
  unknownLink: 404,
  expired: 410,
  usedUp: 410,
  ended: 410,
  stale: 403,
}
