import type { Context } from 'hono'
import { holdAfter } from '#domain/account/hold.ts'
import { type DeviceName, parseDeviceName } from '#domain/mfa/device.ts'
import { confirmEnrolment, type VerifiedDevice } from '#domain/mfa/enrolment.ts'
import { parseTypedCode } from '#domain/mfa/typed-code.ts'
import type { ActivationProblem } from '#views/activation/activation-words.ts'
import type { Deps, ForMidway, Place } from '../../deps.ts'
import {
  activate,
  findEnrolment,
  type KeptEnrolment,
  nameEnrolment,
} from '../../store/enrolments.ts'
import { replaceRecoverySet } from '../../store/recovery-sets.ts'
import { field, readForm } from '../form.ts'
import { type Opening, prepareSession } from '../session/opening.ts'
import { originOf } from '../visit.ts'
import { newRecoverySet } from './new-recovery-set.ts'
import { inOwnTurn } from './own-turn.ts'

export type ActivationAnswer =
  | { kind: 'activated'; opening: Opening }
  | { kind: 'no'; problem: ActivationProblem }
  | { kind: 'gone' }
  /** Another post of the same form is at it: a second click. */
  | { kind: 'taken' }

const BUSY_SECONDS = 5

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
  if (!pending) return no({ kind: 'expired' })
  await nameEnrolment(deps.sql, pending.enrolment.id, name.value)
  const code = parseTypedCode(form.code)
  if (!code.ok) return no(code.problem)
  if (!deps.serverClock.isTrusted()) return no({ kind: 'serverClock' })
  const verified = await confirm(deps, c, pending, code.value)
  return verified.ok ? finish(deps, c, name.value, verified.value) : no(verified.problem)
}

async function confirm(
  { vault, clock }: Deps,
  c: Context<ForMidway>,
  { enrolment, seed }: KeptEnrolment,
  code: string,
) {
  const now = clock()
  // Of secrets once in use nothing is told here, where codes are not counted (R-OT-09).
  const earlier = c.var.midway.authenticators.old.filter(
    ({ oldQr, seed: { device } }) => oldQr.name === undefined && device !== seed.device,
  )
  const facts = {
    steps: vault.enrolmentSteps(seed, code, now),
    oldQr: vault.oldQrOf(earlier, code, now),
  }
  return confirmEnrolment(enrolment, facts, now)
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
  const { mfa } = c.var.midway
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
    hold: holdAfter(mfa === 'none' ? 'firstActivation' : 'reactivation', now),
    session: opening.session,
    event: { ...origin, at: now, person, actor: person, happening },
  }
  const done = await activate(deps.sql, activation, (tx) => replaceRecoverySet(tx, set))
  return done ? { kind: 'activated', opening } : { kind: 'gone' }
}

function no(problem: ActivationProblem): ActivationAnswer {
  return { kind: 'no', problem }
}
