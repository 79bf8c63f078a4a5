import type { AgencyId, UnitId } from '../agency.ts'
import type { PersonId } from '../person.ts'
import type { Mandate, Role } from './mandate.ts'
import { isInForce } from './mandate.ts'

/**
 * Whom a hat reaches (R-AD-01): the people of an agency, or of a unit and those below it; the
 * national admin those whom no agency may help. `is_in_scope` in migrations is the same in SQL.
 */
export type Scope =
  | { reach: 'agency'; agency: AgencyId; unit: UnitId | undefined }
  | { reach: 'offices' }

export function scopeOf({ agency, unit }: Pick<Mandate, 'agency' | 'unit'>): Scope {
  return agency ? { reach: 'agency', agency, unit } : { reach: 'offices' }
}

/** `unitAndAbove`: the unit of the person and those it belongs to. */
export type Reached = {
  agency: AgencyId
  unitAndAbove: readonly UnitId[]
  mandates: readonly Mandate[]
}

export function isInScope(scope: Scope, whom: Reached, now: Date): boolean {
  if (scope.reach === 'offices') return rankOf(whom.mandates, now) >= RANK.agencyAdmin
  const { agency, unit } = scope
  return agency === whom.agency && (unit === undefined || whom.unitAndAbove.includes(unit))
}

/** How high a role stands: nobody acts on someone above them. */
const RANK: Record<Role, number> = {
  officer: 1,
  verifier: 1,
  archivist: 1,
  appraiser: 1,
  approver: 1,
  legalOfficer: 1,
  inspector: 1,
  agencyAdmin: 2,
  nationalAdmin: 3,
  auditor: 3,
}

function rankOf(mandates: readonly Mandate[], now: Date): number {
  return Math.max(0, ...mandates.filter((one) => isInForce(one, now)).map(({ role }) => RANK[role]))
}

/** R-AD-01: never oneself, never a higher role. */
export function mayActOn(
  actor: { person: PersonId; role: Role },
  target: { person: PersonId; mandates: readonly Mandate[] },
  now: Date,
): 'yes' | 'oneself' | 'higherRole' {
  if (actor.person === target.person) return 'oneself'
  return rankOf(target.mandates, now) > RANK[actor.role] ? 'higherRole' : 'yes'
}
