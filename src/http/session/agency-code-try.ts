import type { PersonId } from '#domain/person.ts'
import type { MfaResetId } from '#domain/reset/mfa-reset.ts'
import { parseReactivationCode } from '#domain/reset/reactivation-code.ts'
import { agencyCodeLeft, isVoid } from '#domain/reset/try-agency-code.ts'
import type { AgencyCodeProblem } from '#views/sign-in/agency-code-words.ts'
import type { Deps, Visit } from '../../deps.ts'
import {
  type AgencyCodeJourney,
  type AgencyCodeTry,
  admitAgencyCodeTry,
  giveBackAgencyCodeTry,
  keepWrongAgencyCode,
} from '../../store/reactivation-codes.ts'
import { originOf } from '../visit.ts'

/** Whose code is typed beside what; `end`: of the journey, once its tries or the code's are spent. */
export type AgencyTyped = {
  person: PersonId
  visit: Visit
  journey: AgencyCodeJourney
  end: () => Promise<void>
}

/** `matched`: the code that is out is this one; whoever asked takes it, once. */
export type AgencyAnswer =
  | { kind: 'matched'; id: MfaResetId; mac: Buffer }
  | { kind: 'no'; problem: AgencyCodeProblem }
  | { kind: 'elsewhere' }

type Admitted = Extract<AgencyCodeTry, { kind: 'admitted' }>

/** Counted before it is looked at, like every code (R-RL-06). */
export async function tryAgencyCode(
  deps: Deps,
  one: AgencyTyped,
  typed: string,
): Promise<AgencyAnswer> {
  const code = parseReactivationCode(typed)
  if (!code.ok) return { kind: 'no', problem: code.problem }
  const { person, journey } = one
  const tried = await admitAgencyCodeTry(deps.sql, { person, ...journey }, deps.clock())
  if (tried.kind === 'elsewhere') return { kind: 'elsewhere' }
  if (tried.kind !== 'admitted') return wrong(0)
  try {
    const matches = deps.vault.reactivationMatches(tried.out, code.value)
    if (matches && tried.out) return { kind: 'matched', ...tried.out }
    return await keepWrong(deps, one, tried)
  } catch (problem) {
    await giveBackAgencyCodeTry(deps.sql, journey, tried.out?.id)
    throw problem
  }
}

async function keepWrong(
  { sql, clock }: Deps,
  { person, visit, end }: AgencyTyped,
  { journey, tries, out }: Admitted,
): Promise<AgencyAnswer> {
  const event = { ...originOf(visit), at: clock(), person, actor: person }
  await keepWrongAgencyCode(sql, { event, voids: isVoid(tries) ? out?.id : undefined })
  const left = agencyCodeLeft({ journey, tries })
  if (left === 0) await end()
  return wrong(left)
}

function wrong(left: number): AgencyAnswer {
  return { kind: 'no', problem: { kind: 'agencyCodeWrong', left } }
}
