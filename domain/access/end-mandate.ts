import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import { type Admins, type Giver, rolesGivenBy } from './give-mandate.ts'
import { isInForce, type Mandate } from './mandate.ts'

export type HeldMandate = Mandate & { person: PersonId }

export type EndRefused =
  | { kind: 'over' }
  | { kind: 'oneself' }
  | { kind: 'notYourRole' }
  | { kind: 'lastOfAgency' }
  | { kind: 'lastTwoOfNation' }

/** By one person: less power must be quick. One's own is laid down, not ended. */
export function endMandate(
  mandate: HeldMandate,
  by: Giver,
  admins: Admins,
  now: Date,
): Result<HeldMandate, EndRefused> {
  if (by.person === mandate.person) return no({ kind: 'oneself' })
  const reaches = by.role === 'nationalAdmin' || by.agency === mandate.agency
  if (!reaches || !rolesGivenBy(by, admins).includes(mandate.role))
    return no({ kind: 'notYourRole' })
  return takeAway(mandate, admins, now)
}

/** By its holder. */
export function layDownMandate(
  mandate: HeldMandate,
  admins: Admins,
  now: Date,
): Result<HeldMandate, EndRefused> {
  return takeAway(mandate, admins, now)
}

/** Not from the last who could give roles: without them nobody could put it right. */
function takeAway(
  mandate: HeldMandate,
  { agency, national }: Admins,
  now: Date,
): Result<HeldMandate, EndRefused> {
  if (now >= mandate.until || mandate.until <= mandate.from) return no({ kind: 'over' })
  if (!isInForce(mandate, now)) return ok({ ...mandate, until: mandate.from })
  if (mandate.role === 'agencyAdmin' && agency <= 1) return no({ kind: 'lastOfAgency' })
  if (mandate.role === 'nationalAdmin' && national <= 2) return no({ kind: 'lastTwoOfNation' })
  return ok({ ...mandate, until: now })
}
