import type { Context } from 'hono'
import { type CodeCounters, codeBudget, endedBy, triesLeft } from '#domain/mfa/code-limits.ts'
import { judgeCode } from '#domain/mfa/otp.ts'
import { parseTypedCode } from '#domain/mfa/typed-code.ts'
import type { ActivationProblem } from '#views/activation/activation-words.ts'
import type { Deps, ForMidway } from '../../deps.ts'
import { admitCodeTry, giveBackCodeTry, keepRefusedCode } from '../../store/code-tries.ts'
import { keepOldDevices } from '../../store/reactivation.ts'
import { field, readForm } from '../form.ts'
import { prepareSession } from '../session/opening.ts'
import { refusalEvents } from '../sign-in/code-step.ts'
import { originOf } from '../visit.ts'
import type { ActivationAnswer } from './activation-step.ts'

/** "Perangkat lama masih ada? Ketik kodenya.": the devices stay, and there is no hold (2.2). */
export async function takeOldDeviceStep(
  deps: Deps,
  c: Context<ForMidway>,
): Promise<ActivationAnswer> {
  const { old_code } = await readForm(c, { old_code: field(50) })
  const code = parseTypedCode(old_code)
  if (!code.ok) return no({ kind: 'oldCodeTyped', problem: code.problem })
  if (!deps.serverClock.isTrusted()) return no({ kind: 'serverClock' })
  const { id, person, authenticators } = c.var.midway
  const now = deps.clock()
  const budget = codeBudget(
    authenticators.inUse.map(({ device }) => device),
    now,
  )
  const admitted = await admitCodeTry(deps.sql, { signIn: id, person: person.id, budget }, now)
  if (admitted.kind === 'locked' || admitted.kind === 'budgetSpent') return no(admitted)
  if (admitted.kind !== 'admitted') return { kind: 'gone' }
  try {
    const verdict = judgeCode(deps.vault.codeFacts(authenticators, code.value, now), now)
    return await keep(deps, c, { verdict, counters: admitted.counters, now })
  } catch (problem) {
    await giveBackCodeTry(deps.sql, id, person.id)
    throw problem
  }
}

type Judged = { verdict: ReturnType<typeof judgeCode>; counters: CodeCounters; now: Date }

async function keep(
  deps: Deps,
  c: Context<ForMidway>,
  { verdict, counters, now }: Judged,
): Promise<ActivationAnswer> {
  const { id: signIn, person } = c.var.midway
  const left = triesLeft(counters)
  const event = { ...originOf(c.var.visit), at: now, person: person.id, actor: person.id }
  if (verdict.kind === 'accepted') {
    const opening = prepareSession(deps, c, { from: 'passwordProven', by: 'code', now })
    const { acceptance } = verdict
    const change = { person: person.id, acceptance, session: opening.session, event }
    return (await keepOldDevices(deps.sql, change))
      ? { kind: 'activated', opening }
      : no({ kind: 'oldCodeWrong', refused: { kind: 'used' }, left })
  }
  const { burned, refused } = verdict
  const isLocked = now < counters.lockedUntil
  await keepRefusedCode(deps.sql, {
    signIn,
    person: person.id,
    burned,
    ends: endedBy(counters, now),
    events: refusalEvents(refused, counters, now).map((happening) => ({ ...event, happening })),
  })
  if (isLocked) return no({ kind: 'locked', until: counters.lockedUntil })
  return no({ kind: 'oldCodeWrong', refused, left })
}

function no(problem: ActivationProblem): ActivationAnswer {
  return { kind: 'no', problem }
}
