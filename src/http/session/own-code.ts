import type { Context } from 'hono'
import { type CodeCounters, codeBudget, endedBy } from '#domain/mfa/code-limits.ts'
import { type CodeRefused, type CodeVerdict, judgeCode } from '#domain/mfa/otp.ts'
import { parseTypedCode } from '#domain/mfa/typed-code.ts'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import {
  acceptOwnCode,
  admitCodeTry,
  giveBackCodeTry,
  keepRefusedCode,
} from '../../store/code-tries.ts'
import type { TransactionSql } from '../../store/database.ts'
import { listAuthenticators } from '../../store/devices.ts'
import { refusalEvents } from '../sign-in/code-step.ts'
import { originOf } from '../visit.ts'

/** No sign-in whose tries could run out, so none are counted down on the page. */
const UNTOLD = 5

/** What an accepted code does in the same transaction; a `no` leaves it unused. */
export type AndThen = (tx: TransactionSql) => Promise<boolean>

/** A code of someone already signed in, for practice or step-up: it counts and is used up. */
export async function tryOwnCode(
  deps: Deps,
  c: Context<ForPerson>,
  typed: string,
  and?: AndThen,
): Promise<CodeProblem | undefined> {
  const code = parseTypedCode(typed)
  if (!code.ok) return code.problem
  if (!deps.serverClock.isTrusted()) return { kind: 'serverClock' }
  const { id: person } = c.var.current.person
  const now = deps.clock()
  const authenticators = await listAuthenticators(deps.sql, person, now)
  const devices = authenticators.inUse.map(({ device }) => device)
  const asked = { signIn: undefined, person, budget: codeBudget(devices, now) }
  const admitted = await admitCodeTry(deps.sql, asked, now)
  if (admitted.kind === 'locked' || admitted.kind === 'budgetSpent') return admitted
  if (admitted.kind !== 'admitted') throw new Error('tries of a sign-in that there is none of')
  try {
    const verdict = judgeCode(deps.vault.codeFacts(authenticators, code.value, now), now)
    return await keep(deps, c, { verdict, counters: admitted.counters, and, now })
  } catch (problem) {
    await giveBackCodeTry(deps.sql, undefined, person)
    throw problem
  }
}

type Judged = { verdict: CodeVerdict; counters: CodeCounters; and: AndThen | undefined; now: Date }

async function keep(
  deps: Deps,
  c: Context<ForPerson>,
  { verdict, counters, and, now }: Judged,
): Promise<CodeProblem | undefined> {
  if (verdict.kind === 'refused') return refuse(deps, c, { ...verdict, counters, now })
  const { id } = c.var.current.person
  const isFirst = await acceptOwnCode(deps.sql, id, verdict.acceptance, and)
  const used = { refused: { kind: 'used' }, burned: [], counters, now } as const
  return isFirst ? undefined : refuse(deps, c, used)
}

type Refused = Omit<Extract<CodeVerdict, { kind: 'refused' }>, 'kind'> & {
  refused: CodeRefused
  counters: CodeCounters
  now: Date
}

/** As at the sign-in: the record says what was typed, and a lock ends what is on its way. */
async function refuse(
  { sql }: Deps,
  c: Context<ForPerson>,
  { refused, burned, counters, now }: Refused,
): Promise<CodeProblem> {
  const { id } = c.var.current.person
  const isLocked = now < counters.lockedUntil
  const event = { ...originOf(c.var.visit), at: now, person: id, actor: id }
  await keepRefusedCode(sql, {
    signIn: undefined,
    person: id,
    burned,
    ends: endedBy(counters, now),
    events: refusalEvents(refused, counters, now).map((happening) => ({ ...event, happening })),
  })
  if (isLocked) return { kind: 'locked', until: counters.lockedUntil }
  return { kind: 'refused', refused, left: UNTOLD }
}
