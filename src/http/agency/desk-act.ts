import type { Context } from 'hono'
import type { PersonId } from '#domain/person.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import type { DeskAct } from '../../store/desk/acts.ts'
import { asHat, officeAct } from '../office.ts'
import { throttleKeys } from '../sign-in/throttle-keys.ts'

export function deskAct(deps: Deps, c: Context<ForActing>, person: PersonId): DeskAct {
  return { ...officeAct(deps, c), person, passwordKeys: passwordKeys(deps, asHat(c), person) }
}

/** The counters that can close a name to browsers, in the order in which they are locked. */
export function passwordKeys(deps: Deps, c: Context<ForHat>, person: PersonId): readonly Buffer[] {
  const { knownBrowsers, unknownBrowsers } = throttleKeys(deps, { person }, c.var.visit)
  return [knownBrowsers, unknownBrowsers]
}
