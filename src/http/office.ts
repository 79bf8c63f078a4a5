import type { Context } from 'hono'
import type { PersonId } from '#domain/person.ts'
import type { Deps, ForActing, ForHat } from '../deps.ts'
import type { OfficeAct } from '../store/worn-hat.ts'
import { originOf } from './visit.ts'

/** Whoever may act may also look. */
export function asHat(c: Context<ForActing>): Context<ForHat> {
  return c as unknown as Context<ForHat>
}

/** Compiles where a second factor was given within five minutes alone (R-SE-06). */
export function officeAct({ clock }: Pick<Deps, 'clock'>, c: Context<ForActing>): OfficeAct {
  const { current, hat, visit } = c.var
  const event = { ...originOf(visit), at: clock(), actor: current.person.id }
  return { session: current.id, hat, event }
}

/** What the record says of whatever is done to `person`, or seen of them, under the hat that is worn. */
export function officeEvent({ clock }: Pick<Deps, 'clock'>, c: Context<ForHat>, person: PersonId) {
  const { current, hat, visit } = c.var
  return { ...originOf(visit), at: clock(), person, actor: current.person.id, hat: hat.id }
}
