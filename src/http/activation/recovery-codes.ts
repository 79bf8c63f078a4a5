import type { Context } from 'hono'
import { renewalReason } from '#domain/mfa/recovery-code.ts'
import { needsStepUp } from '#domain/session/step-up.ts'
import { recoveryCodesText } from '#views/activation/recovery-codes-file.ts'
import { newRecoveryCodesPage, recoveryCodesPage } from '#views/activation/recovery-codes-page.tsx'
import { paths } from '#views/paths.ts'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import type { Deps, ForPerson, Place } from '../../deps.ts'
import { inTransaction } from '../../store/database.ts'
import { listAuthenticators } from '../../store/devices.ts'
import {
  findRecoverySet,
  markRecoverySetSaved,
  putAwayRecoverySet,
  type RecoverySet,
  replaceRecoverySet,
} from '../../store/recovery-sets.ts'
import { renewSession } from '../../store/sessions.ts'
import { giveCookie } from '../cookies.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { tryOwnCode } from '../session/own-code.ts'
import { originOf } from '../visit.ts'
import { newRecoverySet } from './new-recovery-set.ts'
import { inOwnTurn } from './own-turn.ts'

const BUSY_SECONDS = 5

/** GET /aktivasi/kode-cadangan: the codes until they are ticked off, in the session that made them. */
export function getRecoveryCodes(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const set = await findRecoverySet(deps.sql, c.var.current.person.id)
    const codes = clearCodes(deps, c, set)
    if (!codes)
      return renewalReason(c.var.current.recovery) ? offer(c, deps) : seeOther(c, paths.home)
    const { person } = c.var.current
    const now = deps.clock()
    const { inUse } = await listAuthenticators(deps.sql, person.id, now)
    const frame = frameOf(deps, c.var)
    const page = recoveryCodesPage({
      frame,
      csrf: frame.csrf,
      codes,
      device: isFirstSet(c, set) ? inUse[0]?.device.name : undefined,
      person,
      madeAt: set?.madeAt ?? now,
      zone: person.agency.zone,
    })
    return respond(c, page)
  }
}

/** GET /aktivasi/kode-cadangan/unduhan */
export function getRecoveryCodesFile(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const { person } = c.var.current
    const set = await findRecoverySet(deps.sql, person.id)
    const codes = clearCodes(deps, c, set)
    if (!set || !codes) return seeOther(c, paths.recoveryCodes)
    const text = recoveryCodesText({ codes, person, madeAt: set.madeAt, zone: person.agency.zone })
    return c.text(text, 200, {
      'Content-Disposition': 'attachment; filename="kode-cadangan-asn-digital.txt"',
    })
  }
}

/** POST /aktivasi/kode-cadangan: ticked off, left for later, or made anew. */
export function postRecoveryCodes(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const form = await readForm(c, { saved: field(5), make: field(5), code: field(50) })
    if (form.make === 'ya') return makeAnew(c, deps, form.code)
    const { id: by, person: whose } = c.var.current
    const { id: person } = whose
    const happening = { kind: 'recoveryCodesSaved' } as const
    const event = { ...originOf(c.var.visit), at: deps.clock(), person, actor: person, happening }
    const saved = form.saved === 'ya'
    if (form.saved === 'lama') {
      await markRecoverySetSaved(deps.sql, { person, event })
      return leaveFor(c, paths.home)
    }
    await putAwayRecoverySet(deps.sql, { person, by, saved, event })
    return leaveFor(c, saved ? paths.practice : paths.home)
  }
}

/** Made by the activation that opened this very session. */
function isFirstSet(c: Context<ForPerson>, set: RecoverySet | undefined): boolean {
  return set?.madeAt.getTime() === c.var.current.session.startedAt.getTime()
}

/** The page that offers a new set; it asks for a code where the last one is long ago (R-SE-06). */
function offer(c: Context<ForPerson>, deps: Deps, problem?: CodeProblem) {
  const { session, recovery } = c.var.current
  const frame = frameOf(deps, c.var)
  const now = deps.clock()
  const page = newRecoveryCodesPage({
    frame,
    csrf: frame.csrf,
    reason: renewalReason(c.var.current.recovery) ?? 'unsaved',
    left: recovery?.left ?? 0,
    askCode: needsStepUp(session, now),
    hasSet: recovery !== undefined,
    now,
    ...(problem && { problem }),
  })
  return problem ? refuseForm(c, page, problem, now) : respond(c, page)
}

async function makeAnew(c: Context<ForPerson>, deps: Deps, code: string) {
  if (!renewalReason(c.var.current.recovery)) return leaveFor(c, paths.home)
  const now = deps.clock()
  const isStepUp = needsStepUp(c.var.current.session, now)
  const problem = isStepUp ? await tryOwnCode(deps, c, code) : undefined
  if (problem) return offer(c, deps, problem)
  const renewed = isStepUp ? deps.vault.newToken() : c.var.sid
  const turn = await inOwnTurn(deps, c.var.current.person.id, (place) =>
    keepNewSet(c, deps, { sid: renewed, place, now }),
  )
  if (turn.kind === 'full') return offer(c, deps, { kind: 'busy', seconds: BUSY_SECONDS })
  if (turn.kind === 'done') giveCookie(c, deps.site, 'sid', renewed)
  return leaveFor(c, paths.recoveryCodes)
}

/** R-SE-01: after a step-up the session has a new id, and the codes are shown to that one. */
async function keepNewSet(
  c: Context<ForPerson>,
  deps: Deps,
  { sid, place, now }: { sid: string; place: Place; now: Date },
): Promise<void> {
  const { person, id } = c.var.current
  const to = deps.vault.tokenHash(sid)
  const who = { person: person.id, to, origin: originOf(c.var.visit), now }
  const set = await newRecoverySet(deps, { ...who, occasion: 'renewal' }, place)
  await inTransaction(deps.sql, async (tx) => {
    await replaceRecoverySet(tx, set)
    await renewSession(tx, { from: id, to })
  })
}

function clearCodes(
  { vault, clock }: Deps,
  c: Context<ForPerson>,
  set: RecoverySet | undefined,
): readonly string[] | undefined {
  const { id, person } = c.var.current
  if (!set?.shown?.to.equals(id) || set.shown.until <= clock()) return undefined
  return vault.openCodes(person.id, set.shown)
}
