import type { Giver } from '#domain/access/give-mandate.ts'
import { paths } from '#views/paths.ts'
import type { ForHat } from '../../deps.ts'

export function giverOf({ current, hat }: ForHat['Variables']): Giver {
  return { person: current.person.id, role: hat.role, agency: hat.agency }
}

/** The list that a hat gives roles from. */
export function rolesHome({ hat }: ForHat['Variables']): string {
  return hat.agency ? paths.roles : paths.rolesOfNation
}
