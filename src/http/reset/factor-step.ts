import type { Context } from 'hono'
import type { AuditEvent, Happening } from '#domain/audit/event.ts'
import type { EmailProvenReset, ReadyReset, ResetProof } from '#domain/reset/reset.ts'
import { untilNextProof } from '#domain/reset/reset.ts'
import { factorTriesLeft } from '#domain/reset/try-factor.ts'
import type { FactorProblem } from '#views/reset/factor-words.ts'
import type { Deps, ForResetting } from '../../deps.ts'
import { addEvent } from '../../store/events.ts'
import type { FactorProven, FactorTry } from '../../store/reset-factors.ts'
import type { ResetOwner } from '../../store/reset-owners.ts'
import { endReset } from '../../store/resets.ts'
import { originOf } from '../visit.ts'
import { passwordReset } from '../where-it-stands.ts'

/** `proven`: the reset is found by `pre` from now on. */
export type FactorAnswer =
  | { kind: 'proven'; pre: string }
  | { kind: 'no'; problem: FactorProblem }
  | { kind: 'elsewhere' }

/** Whom a step is about. */
export type Asked = { reset: EmailProvenReset; owner: ResetOwner }

export type Admitted = Extract<FactorTry, { kind: 'admitted' }>

/** R-SE-01: another name for the browser, since it has proven more. */
export function rise(
  { vault }: Deps,
  c: Context<ForResetting>,
  { id, person }: EmailProvenReset,
  { proof, now }: { proof: ResetProof; now: Date },
): FactorProven & { pre: string } {
  const pre = vault.newToken()
  const reset: ReadyReset = {
    id,
    person,
    state: 'ready',
    proof,
    expiresAt: untilNextProof(now),
  }
  return { pre, key: passwordReset(c.var.browser), to: vault.tokenHash(pre), reset }
}

export async function refused(
  { sql }: Deps,
  c: Context<ForResetting>,
  tries: number,
  reason: 'used' | 'wrong',
): Promise<FactorAnswer> {
  const left = factorTriesLeft(tries)
  if (left > 0) return no({ kind: 'factorWrong', reason, left })
  await endReset(sql, passwordReset(c.var.browser))
  return no({ kind: 'factorVoid' })
}

export async function keepRefusal(
  deps: Deps,
  c: Context<ForResetting>,
  reset: EmailProvenReset,
  happenings: readonly Happening[],
): Promise<void> {
  for (const happening of happenings) await addEvent(deps.sql, event(deps, c, reset, happening))
}

export function event(
  { clock }: Deps,
  c: Context<ForResetting>,
  { person }: EmailProvenReset,
  happening: Happening,
): AuditEvent {
  return { ...originOf(c.var.visit), at: clock(), person, actor: person, happening }
}

export function notAdmitted(tried: Exclude<FactorTry, { kind: 'admitted' }>): FactorAnswer {
  if (tried.kind === 'elsewhere') return { kind: 'elsewhere' }
  if (tried.kind === 'triesSpent') return no({ kind: 'factorVoid' })
  return no(tried)
}

export function no(problem: FactorProblem): FactorAnswer {
  return { kind: 'no', problem }
}
