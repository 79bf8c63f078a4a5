import type { Context } from 'hono'
import type { Happening } from '#domain/audit/event.ts'
import {
  askMfaReset,
  type GrantedMfaReset,
  hasOpened,
  type MfaResetId,
  type MfaResetWay,
  type WaitingMfaReset,
  waysToReset,
} from '#domain/reset/mfa-reset.ts'
import { asksSecondFactor } from '#domain/sign-in/sign-in.ts'
import { paths } from '#views/paths.ts'
import { mfaResetPage } from '#views/reset/mfa-reset-page.tsx'
import type { MfaResetProblem } from '#views/reset/mfa-reset-words.ts'
import type { Deps, ForMidway } from '../../deps.ts'
import type { TransactionSql } from '../../store/database.ts'
import { addMfaReset } from '../../store/mfa-resets.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { originOf } from '../visit.ts'

type Midway = ForMidway['Variables']['midway']
/** `id`: of the reset that a code was given for; `giveBack`: what a rule refuses was no wrong code. */
type Proof = {
  id?: MfaResetId
  by: MfaResetWay
  takeProof: (tx: TransactionSql) => Promise<boolean>
  giveBack: () => Promise<void>
}

/** Whether this sign-in is where a code is due, and with it the ways to do without. */
export function mayResetMfa({ signIn, mfa }: Midway): boolean {
  return asksSecondFactor(signIn, mfa)
}

/** What may be typed; the mailbox was proven once for a request that still waits. */
export function offeredWays(
  { mandates, pendingMfaReset: pending }: Midway,
  now: Date,
): MfaResetWay[] {
  const waits = pending?.state === 'waiting' && !hasOpened(pending, now)
  return waysToReset(mandates, now).filter((way) => way !== 'email' || !waits)
}

/** R-RS-09: proven, the sign-in may activate a new device, or the request begins to wait. */
export async function grantMfaReset(
  c: Context<ForMidway>,
  deps: Deps,
  { id = deps.vault.newId() as MfaResetId, by, takeProof, giveBack }: Proof,
): Promise<Response> {
  const { id: signIn, person: whose } = c.var.midway
  const { id: person } = whose
  const now = deps.clock()
  const asked = { id, person, by, setting: deps.resetMfa }
  const granted = await addMfaReset(deps.sql, {
    signIn,
    person,
    decide: (facts) => askMfaReset({ ...asked, ...facts }, now),
    takeProof,
    event: (reset) => ({
      ...originOf(c.var.visit),
      at: now,
      person,
      actor: person,
      happening: happeningOf(reset),
    }),
    now,
  })
  // Another post of the same code was first, and this sign-in may stand where that has led.
  if (!granted.ok && granted.problem.kind === 'codeOver') return leaveFor(c, paths.code)
  if (!granted.ok && granted.problem.kind !== 'gone') await giveBack()
  if (!granted.ok) return showMfaReset(c, deps, granted.problem)
  return leaveFor(c, granted.value.state === 'granted' ? paths.activation : paths.mfaReset)
}

export function showMfaReset(
  c: Context<ForMidway>,
  { clock }: Deps,
  problem: MfaResetProblem | undefined,
) {
  const { midway } = c.var
  const now = clock()
  const { pendingMfaReset: pending } = midway
  const { zone } = midway.person.agency
  const page = mfaResetPage({ ways: offeredWays(midway, now), pending, now, zone, problem })
  return problem ? refuseForm(c, page, problem, now) : respond(c, page)
}

function happeningOf(reset: GrantedMfaReset | WaitingMfaReset): Happening {
  if (reset.state === 'granted') return { kind: 'mfaResetGranted', by: reset.by }
  return { kind: 'mfaResetAsked', opensAt: reset.opensAt }
}
