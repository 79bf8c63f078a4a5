import type { Account } from '../account/account.ts'
import type { AgencyId } from '../agency.ts'
import type { MfaState } from '../mfa/mfa.ts'
import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import type { Mandate, Role } from './mandate.ts'
import { mayActOn } from './scope.ts'

/** A mandate as it is asked for. */
export type WantedMandate = Pick<Mandate, 'role' | 'agency' | 'unit' | 'from' | 'until'>

/** Who gives or ends a role, in the hat they wear. */
export type Giver = { person: PersonId; role: Role; agency: AgencyId | undefined }

/** Whom a role is to be given to, and what the rules ask of them. */
export type Candidate = {
  person: PersonId
  agency: AgencyId
  account: Account['state']
  mfa: MfaState
  serves: boolean
  mandates: readonly Mandate[]
}

/** How many people are admins now: of the agency that the mandate is for, and of the nation. */
export type Admins = { agency: number; national: number }

export type NotEligible =
  | { kind: 'notActive' }
  | { kind: 'noSecondFactor' }
  | { kind: 'doesNotServe' }
  | { kind: 'elsewhere' }

export type HoldRefused =
  | NotEligible
  | { kind: 'alreadyHeld'; until: Date }
  | { kind: 'auditorAlone' }

export type GiveRefused =
  | HoldRefused
  | { kind: 'oneself' }
  | { kind: 'higherRole' }
  | { kind: 'notYourRole' }

const NATIONAL: readonly Role[] = ['nationalAdmin', 'auditor']
const OF_AGENCY: readonly Role[] = [
  'officer',
  'verifier',
  'archivist',
  'appraiser',
  'approver',
  'legalOfficer',
  'inspector',
]
const OF_UNIT: readonly Role[] = ['officer', 'verifier']

export function isNational(role: Role): boolean {
  return NATIONAL.includes(role)
}

/** Whether a role may reach no further than a unit. */
export function isForUnits(role: Role): boolean {
  return OF_UNIT.includes(role)
}

/** An agency gives its roles by itself once it has two admins, for giving takes two people. */
export function givesByItself({ agency }: Admins): boolean {
  return agency >= 2
}

/** What a hat may give (docs/roles.md): the nation starts an agency, and then leaves it alone. */
export function rolesGivenBy(giver: Pick<Giver, 'role'>, admins: Admins): readonly Role[] {
  if (giver.role === 'agencyAdmin') return OF_AGENCY
  if (giver.role !== 'nationalAdmin') return []
  const own: readonly Role[] = ['agencyAdmin', ...NATIONAL]
  return givesByItself(admins) ? own : [...own, ...OF_AGENCY]
}

/** Whose admins decide about it: the agency's, or, undefined, the nation's. */
export function decidedIn({ role, agency }: WantedMandate, admins: Admins): AgencyId | undefined {
  return OF_AGENCY.includes(role) && givesByItself(admins) ? agency : undefined
}

type Giving = { giver: Giver; candidate: Candidate; wanted: WantedMandate; admins: Admins }

/** Asked when a role is asked for, and again under the lock when somebody else approves it. */
export function mayGive(giving: Giving, now: Date): Result<WantedMandate, GiveRefused> {
  const { giver, candidate, wanted, admins } = giving
  const rank = mayActOn(giver, candidate, now)
  if (rank !== 'yes') return no({ kind: rank })
  if (!isTheirs(giver, wanted, admins)) return no({ kind: 'notYourRole' })
  return mayHold(candidate, wanted)
}

/** Whoever gives it: the person may hold an office, and this one beside those they hold. */
export function mayHold(
  candidate: Omit<Candidate, 'person'>,
  wanted: WantedMandate,
): Result<WantedMandate, HoldRefused> {
  const eligible = mayHoldOffice(candidate, wanted)
  return eligible.ok ? fitsBeside(candidate.mandates, wanted) : eligible
}

/** R-OT-01: an office without a second factor would be one for whoever activates it first. */
export function mayHoldOffice(
  { account, mfa, serves, agency }: Omit<Candidate, 'mandates' | 'person'>,
  wanted: Pick<WantedMandate, 'agency'>,
): Result<true, NotEligible> {
  if (account !== 'active') return no({ kind: 'notActive' })
  if (mfa !== 'inUse') return no({ kind: 'noSecondFactor' })
  if (!serves) return no({ kind: 'doesNotServe' })
  if (wanted.agency && wanted.agency !== agency) return no({ kind: 'elsewhere' })
  return ok(true)
}

/** Beside what is held in that time; whoever audits holds nothing else (docs/decisions/017). */
function fitsBeside(
  held: readonly Mandate[],
  wanted: WantedMandate,
): Result<WantedMandate, HoldRefused> {
  const meanwhile = held.filter(
    ({ from, until }) => from < until && from < wanted.until && wanted.from < until,
  )
  const same = meanwhile.find(
    ({ role, agency, unit }) =>
      role === wanted.role && agency === wanted.agency && unit === wanted.unit,
  )
  if (same) return no({ kind: 'alreadyHeld', until: same.until })
  const isAudited = wanted.role === 'auditor' ? meanwhile.length > 0 : meanwhile.some(isAuditor)
  return isAudited ? no({ kind: 'auditorAlone' }) : ok(wanted)
}

function isAuditor({ role }: Mandate): boolean {
  return role === 'auditor'
}

/** Within what the giver's own hat reaches; a role of the nation has no agency, every other has. */
function isTheirs(giver: Giver, wanted: WantedMandate, admins: Admins): boolean {
  const fits = (wanted.agency === undefined) === isNational(wanted.role)
  const reaches = giver.role === 'nationalAdmin' || giver.agency === wanted.agency
  const isWhole = wanted.unit === undefined || isForUnits(wanted.role)
  return fits && reaches && isWhole && rolesGivenBy(giver, admins).includes(wanted.role)
}
