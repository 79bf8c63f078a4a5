import {
  type Giver,
  isForUnits,
  isNational,
  mayHoldOffice,
  rolesGivenBy,
  type WantedMandate,
} from '#domain/access/give-mandate.ts'
import type { Role } from '#domain/access/mandate.ts'
import { readTerm } from '#domain/access/mandate-term.ts'
import { mayActOn } from '#domain/access/scope.ts'
import type { UnitId } from '#domain/agency.ts'
import { parseReason, type Reason } from '#domain/desk/reason.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { isUuid } from '#domain/uuid.ts'
import { civilDateText, dayOf, dayStart, parseCivilDate } from '#domain/zone-day.ts'
import type { TypedRole } from '#views/roles/give-page.tsx'
import { type GiveProblem, giveText, notEligibleText } from '#views/roles/give-words.ts'
import type { FoundCandidate } from '../../store/roles.ts'

type HatOfGiver = Pick<Giver, 'role' | 'agency'>

/** What the hat may give this person, whom the lock judges once more. */
export function rolesFor(hat: HatOfGiver, { admins }: FoundCandidate): readonly Role[] {
  return rolesGivenBy(hat, { agency: admins, national: 0 })
}

/** Why nothing can be given to this person, whatever role it is. */
export function hindranceOf(found: FoundCandidate, giver: Giver, now: Date): string | undefined {
  const rank = mayActOn(giver, found, now)
  if (rank !== 'yes') return giveText({ kind: rank }, found.zone)
  const eligible = mayHoldOffice(found, { agency: undefined })
  return eligible.ok ? undefined : notEligibleText(eligible.problem)
}

/** From today, for a year. */
export function defaultTyped({ zone }: FoundCandidate, now: Date): TypedRole {
  const today = dayOf(now, zone)
  const lastDay = dayStart({ ...today, year: today.year + 1, day: today.day - 1 }, zone)
  return {
    role: '',
    unit: '',
    from: civilDateText(today),
    until: civilDateText(dayOf(lastDay, zone)),
    reason: '',
  }
}

type Around = { found: FoundCandidate; hat: HatOfGiver; now: Date }

/** What was typed as a mandate; its agency is the one of the person, whatever a form says. */
export function readWanted(
  typed: TypedRole,
  { found, hat, now }: Around,
): Result<{ wanted: WantedMandate; reason: Reason }, GiveProblem> {
  const role = rolesFor(hat, found).find((one) => one === typed.role)
  if (!role) return no({ kind: typed.role === '' ? 'noRole' : 'notYourRole' })
  const unit = typed.unit === '' ? undefined : (typed.unit as UnitId)
  if (unit && !isForUnits(role)) return no({ kind: 'unitNotFitting' })
  if (unit && !isUuid(unit)) return no({ kind: 'noSuchUnit' })
  const [first, last] = [parseCivilDate(typed.from), parseCivilDate(typed.until)]
  const term = readTerm(first, last, found.zone, now)
  if (!term.ok) return term
  const reason = parseReason(typed.reason)
  if (!reason.ok) return reason
  const agency = isNational(role) ? undefined : found.agency
  return ok({ wanted: { role, agency, unit, ...term.value }, reason: reason.value })
}
