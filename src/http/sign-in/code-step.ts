import type { Context } from 'hono'
import type { AuditEvent, Happening } from '#domain/audit/event.ts'
import { type CodeCounters, codeBudget, endedBy, triesLeft } from '#domain/mfa/code-limits.ts'
import { type Acceptance, type CodeRefused, type CodeVerdict, judgeCode } from '#domain/mfa/otp.ts'
import { parseTypedCode } from '#domain/mfa/typed-code.ts'
import { afterSecondFactor } from '#domain/sign-in/sign-in.ts'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import type { Deps, ForMidway } from '../../deps.ts'
import {
  acceptCodeAndOpen,
  acceptCodeAndWait,
  admitCodeTry,
  type CodeTry,
  giveBackCodeTry,
  keepRefusedCode,
} from '../../store/code-tries.ts'
import { type Opening, prepareSession } from '../session/opening.ts'
import { originOf } from '../visit.ts'

export type CodeAnswer = { kind: 'proven'; opening: Opening } | { kind: 'no'; problem: CodeProblem }

type Admitted = Extract<CodeTry, { kind: 'admitted' }>

/** Counts a code, looks for the device and step it fits, decides, and keeps what was decided. */
export async function takeCodeStep(
  deps: Deps,
  c: Context<ForMidway>,
  typed: string,
): Promise<CodeAnswer> {
  const code = parseTypedCode(typed)
  if (!code.ok) return no(code.problem)
  if (!deps.serverClock.isTrusted()) return no({ kind: 'serverClock' })
  const { id, person, authenticators } = c.var.midway
  const now = deps.clock()
  const devices = authenticators.inUse.map(({ device }) => device)
  const asked = { signIn: id, person: person.id, budget: codeBudget(devices, now) }
  const admitted = await admitCodeTry(deps.sql, asked, now)
  if (admitted.kind !== 'admitted') return no(notAdmitted(admitted))
  try {
    const verdict = judgeCode(deps.vault.codeFacts(authenticators, code.value, now), now)
    return await keepVerdict(deps, c, { verdict, admitted, now })
  } catch (problem) {
    await giveBackCodeTry(deps.sql, id, person.id)
    throw problem
  }
}

type Judged = { verdict: CodeVerdict; admitted: Admitted; now: Date }

async function keepVerdict(
  deps: Deps,
  c: Context<ForMidway>,
  { verdict, admitted, now }: Judged,
): Promise<CodeAnswer> {
  if (verdict.kind === 'accepted') {
    const opening = prepareSession(deps, c, { from: 'passwordProven', by: 'code', now })
    if (await accept(deps, c, verdict.acceptance, opening)) return { kind: 'proven', opening }
    return keepVerdict(deps, c, { verdict: USED, admitted, now })
  }
  const { refused, burned } = verdict
  const left = triesLeft(admitted.counters)
  const isLocked = now < admitted.counters.lockedUntil
  await keepRefusedCode(deps.sql, {
    signIn: c.var.midway.id,
    person: c.var.midway.person.id,
    burned,
    ends: endedBy(admitted.counters, now),
    events: refusalEvents(refused, admitted.counters, now).map((happening) =>
      event(c, happening, now),
    ),
  })
  if (isLocked) return no({ kind: 'locked', until: admitted.counters.lockedUntil })
  return no({ kind: 'refused', refused, left })
}

/** Another post of the same code was first: the database had the last word (R-OT-05). */
const USED: CodeVerdict = { kind: 'refused', refused: { kind: 'used' }, burned: [] }

function accept(
  { sql }: Deps,
  c: Context<ForMidway>,
  acceptance: Acceptance,
  { session }: Opening,
): Promise<boolean> {
  const { signIn, id, person } = c.var.midway
  const weakPassword = signIn.state === 'passwordProven' && signIn.weakPassword
  return afterSecondFactor({ weakPassword }) === 'newPassword'
    ? acceptCodeAndWait(sql, person.id, acceptance, id)
    : acceptCodeAndOpen(sql, person.id, acceptance, session)
}

/** What the record keeps of a refused code, the lock that it caused included. */
export function refusalEvents(
  refused: CodeRefused,
  { failures, lockedUntil }: CodeCounters,
  now: Date,
): Happening[] {
  const wrong: Happening =
    refused.kind === 'used'
      ? { kind: 'codeReplayed' }
      : { kind: 'codeWrong', reason: refused.kind, inARow: failures, ...offOf(refused) }
  return now < lockedUntil ? [wrong, { kind: 'codesLocked', until: lockedUntil }] : [wrong]
}

/** For the desk, where somebody asks why; the owner was told the same on the page. */
function offOf(refused: CodeRefused): { off?: number } {
  switch (refused.kind) {
    case 'late':
      return { off: -refused.seconds }
    case 'clockOff':
      return { off: refused.seconds }
    case 'zone':
      return { off: refused.hours * 3600 }
    default:
      return {}
  }
}

function event(c: Context<ForMidway>, happening: Happening, now: Date): AuditEvent {
  const { id } = c.var.midway.person
  return { ...originOf(c.var.visit), at: now, person: id, actor: id, happening }
}

function notAdmitted(refused: Exclude<CodeTry, Admitted>): CodeProblem {
  switch (refused.kind) {
    case 'locked':
    case 'budgetSpent':
      return refused
    case 'triesSpent':
      return { kind: 'refused', refused: { kind: 'wrong' }, left: 0 }
    case 'noSuchSignIn':
      return { kind: 'finished' }
  }
}

function no(problem: CodeProblem): CodeAnswer {
  return { kind: 'no', problem }
}
