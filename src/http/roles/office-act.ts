import type { Context } from 'hono'
import type { Giver } from '#domain/access/give-mandate.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import type { OfficeAct } from '../../store/role-judging.ts'
import { originOf } from '../visit.ts'

/** Compiles where a second factor was given within five minutes alone. */
export function officeAct({ clock }: Pick<Deps, 'clock'>, c: Context<ForActing>): OfficeAct {
  const { current, hat, visit } = c.var
  return {
    session: current.id,
    actor: { person: current.person.id, hat: hat.id },
    event: { ...originOf(visit), at: clock() },
  }
}

export function giverOf({ current, hat }: ForHat['Variables']): Giver {
  return { person: current.person.id, role: hat.role, agency: hat.agency }
}

/** Whoever may act may also look. */
export function asLooking(c: Context<ForActing>): Context<ForHat> {
  return c as unknown as Context<ForHat>
}

/** The list that a hat gives roles from. */
export function rolesHome({ hat }: ForHat['Variables']): string {
  return hat.agency ? paths.roles : paths.rolesOfNation
}
