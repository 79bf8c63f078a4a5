import type { Context } from 'hono'
import { holdAfterActivation } from '#domain/account/hold.ts'
import { type DeviceName, parseDeviceName } from '#domain/mfa/device.ts'
import type { VerifiedDevice } from '#domain/mfa/enrolment.ts'
import { parseTypedCode } from '#domain/mfa/typed-code.ts'
import type { MfaResetWay } from '#domain/reset/mfa-reset.ts'
import type { SignIn } from '#domain/sign-in/sign-in.ts'
import { BUSY_SECONDS } from '#domain/throttle/busy.ts'
import type { ActivationProblem } from '#views/activation/activation-words.ts'
import type { Deps, ForMidway, Place } from '../../deps.ts'
import { activate, findEnrolment, nameEnrolment } from '../../store/enrolments.ts'
import { replaceRecoverySet } from '../../store/recovery-sets.ts'
import { findSignIn } from '../../store/sign-ins.ts'
import { field, readForm } from '../form.ts'
import { type Opening, prepareSession } from '../session/opening.ts'
import { originOf } from '../visit.ts'
import { confirmCode } from './confirm-code.ts'
import { newRecoverySet } from './new-recovery-set.ts'
import { inOwnTurn } from './own-turn.ts'

export type ActivationAnswer =
  | { kind: 'activated'; opening: Opening }
  | { kind: 'no'; problem: ActivationProblem }
  | { kind: 'gone' }
  /** Another post of the same form is at it: a second click. */
  | { kind: 'taken' }

/** Name and code are judged together, so that one answer says all that is missing first. */
export async function takeActivationStep(
  deps: Deps,
  c: Context<ForMidway>,
): Promise<ActivationAnswer> {
  const form = await readForm(c, { device_name: field(200), code: field(50) })
  // Devices that a reset put aside leave with this activation, so their names are free again.
  const name = parseDeviceName(form.device_name, [])
  if (!name.ok) return no({ kind: name.problem })
  const { person, signIn } = c.var.midway
  const pending = await findEnrolment(deps.sql, { person: person.id, browser: signIn.browser })
  if (!pending) return (await isOver(deps, c)) ? { kind: 'gone' } : no({ kind: 'expired' })
  await nameEnrolment(deps.sql, pending.enrolment.id, name.value)
  const code = parseTypedCode(form.code)
  if (!code.ok) return no(code.problem)
  if (!deps.serverClock.isTrusted()) return no({ kind: 'serverClock' })
  const verified = confirmCode(deps, pending, c.var.midway.authenticators, code.value)
  return verified.ok ? finish(deps, c, name.value, verified.value) : no(verified.problem)
}

/** A first click activated while this one was on its way. */
async function isOver({ sql, clock }: Deps, c: Context<ForMidway>): Promise<boolean> {
  const midway = await findSignIn(sql, c.var.midway.id, clock())
  return midway?.signIn.state !== 'passwordProven'
}

async function finish(
  deps: Deps,
  c: Context<ForMidway>,
  name: DeviceName,
  device: VerifiedDevice,
): Promise<ActivationAnswer> {
  const turn = await inOwnTurn(deps, c.var.midway.person.id, (place) =>
    keep(deps, c, { name, device, place }),
  )
  if (turn.kind === 'done') return turn.answer
  return turn.kind === 'taken' ? turn : no({ kind: 'busy', seconds: BUSY_SECONDS })
}

type Verified = { name: DeviceName; device: VerifiedDevice; place: Place }

async function keep(
  deps: Deps,
  c: Context<ForMidway>,
  { name, device, place }: Verified,
): Promise<ActivationAnswer> {
  const { mfa, signIn } = c.var.midway
  const { id: person } = c.var.midway.person
  const now = device.verifiedAt
  const opening = prepareSession(deps, c, { from: 'passwordProven', by: 'activation', now })
  const origin = originOf(c.var.visit)
  const set = await newRecoverySet(
    deps,
    { person, to: opening.session.id, origin, now, occasion: 'activation' },
    place,
  )
  const happening = { kind: 'mfaActivated', device: name } as const
  const activation = {
    person,
    device,
    name,
    hold: holdAfterActivation({ mfa, mfaReset: grantOf(signIn) }, now),
    session: opening.session,
    event: { ...origin, at: now, person, actor: person, happening },
  }
  const done = await activate(deps.sql, activation, (tx) => replaceRecoverySet(tx, set))
  return done ? { kind: 'activated', opening } : { kind: 'gone' }
}

function grantOf(signIn: SignIn): MfaResetWay | undefined {
  return signIn.state === 'passwordProven' ? signIn.mfaReset : undefined
}

function no(problem: ActivationProblem): ActivationAnswer {
  return { kind: 'no', problem }
}
