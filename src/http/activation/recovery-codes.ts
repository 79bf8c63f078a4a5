import type { Context } from 'hono'
import { renewalReason } from '#domain/mfa/recovery-code.ts'
import { needsStepUp } from '#domain/session/step-up.ts'
import { BUSY_SECONDS } from '#domain/throttle/busy.ts'
import { recoveryCodesText } from '#views/activation/recovery-codes-file.ts'
import {
  type NewCodesProblem,
  newRecoveryCodesPage,
  recoveryCodesPage,
} from '#views/activation/recovery-codes-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson, Place } from '../../deps.ts'
import { inTransaction } from '../../store/database.ts'
import { listAuthenticators } from '../../store/devices.ts'
import { lockOwnAccount } from '../../store/own-account.ts'
import {
  findRecoverySet,
  markRecoverySetSaved,
  putAwayRecoverySet,
  type RecoverySet,
  replaceRecoverySet,
} from '../../store/recovery-sets.ts'
import { tooOften } from '../account/own-allowance.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { originOf } from '../visit.ts'
import { newRecoverySet } from './new-recovery-set.ts'
import { inOwnTurn } from './own-turn.ts'

/** GET /aktivasi/kode-cadangan: the codes until they are ticked off, in the session that made them. */
export function getRecoveryCodes(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const set = await findRecoverySet(deps.sql, c.var.current.person.id)
    const codes = clearCodes(deps, c, set)
    if (!codes) return offer(c, deps)
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
    const form = await readForm(c, { saved: field(5), make: field(5) })
    if (form.make === 'ya') return makeAnew(c, deps)
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

/** The page that offers a new set, of a good one too: its paper may be lost. */
function offer(c: Context<ForPerson>, deps: Deps, problem?: NewCodesProblem) {
  const { recovery } = c.var.current
  const frame = frameOf(deps, c.var)
  const page = newRecoveryCodesPage({
    frame,
    csrf: frame.csrf,
    reason: renewalReason(recovery) ?? 'wanted',
    left: recovery?.left ?? 0,
    ...(problem && { problem }),
  })
  return problem ? refuseForm(c, page, problem, deps.clock()) : respond(c, page)
}

/** Ticking off what one sees asks for nothing; making new codes asks for a step-up (R-SE-06). */
async function makeAnew(c: Context<ForPerson>, deps: Deps) {
  if (needsStepUp(c.var.current.session, deps.clock()))
    return leaveFor(c, paths.stepUpFor(paths.recoveryCodes))
  const wait = await tooOften(deps, c.var)
  if (wait) return offer(c, deps, wait)
  const turn = await inOwnTurn(deps, c.var.current.person.id, (place) => keepNewSet(c, deps, place))
  if (turn.kind === 'full') return offer(c, deps, { kind: 'busy', seconds: BUSY_SECONDS })
  return leaveFor(c, paths.recoveryCodes)
}

/** Nothing is replaced where the session ended while the codes were hashed. */
async function keepNewSet(c: Context<ForPerson>, deps: Deps, place: Place): Promise<void> {
  const { person, id: session } = c.var.current
  const now = deps.clock()
  const origin = originOf(c.var.visit)
  const who = { person: person.id, to: session, origin, now }
  const set = await newRecoverySet(deps, { ...who, occasion: 'renewal' }, place)
  const act = { session, event: { ...origin, at: now, person: person.id, actor: person.id } }
  await inTransaction(deps.sql, async (tx) => {
    if (await lockOwnAccount(tx, act)) await replaceRecoverySet(tx, set)
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
