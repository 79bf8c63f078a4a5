import type { Context } from 'hono'
import type { PersonId } from '#domain/person.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import type { DeskAct } from '../../store/desk/acts.ts'
import { throttleKeys } from '../sign-in/throttle-keys.ts'
import { originOf } from '../visit.ts'

/** What the record says of whatever is done to `person` under the hat that is worn. */
export function officeEvent({ clock }: Pick<Deps, 'clock'>, c: Context<ForHat>, person: PersonId) {
  const { current, hat, visit } = c.var
  return { ...originOf(visit), at: clock(), person, actor: current.person.id, hat: hat.id }
}

export function deskAct(deps: Deps, c: Context<ForHat>, person: PersonId): DeskAct {
  const { current, hat } = c.var
  return {
    session: current.id,
    hat,
    event: officeEvent(deps, c, person),
    passwordKeys: passwordKeys(deps, c, person),
  }
}

/** The counters that can close a name to browsers, in the order in which they are locked. */
export function passwordKeys(deps: Deps, c: Context<ForHat>, person: PersonId): readonly Buffer[] {
  const { knownBrowsers, unknownBrowsers } = throttleKeys(deps, { person }, c.var.visit)
  return [knownBrowsers, unknownBrowsers]
}

/** Whoever may act may also look. */
export function asHat(c: Context<ForActing>): Context<ForHat> {
  return c as unknown as Context<ForHat>
}
