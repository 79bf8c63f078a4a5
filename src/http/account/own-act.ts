import type { Context } from 'hono'
import type { Deps, ForProven } from '../../deps.ts'
import type { OwnAct } from '../../store/own-account.ts'
import { originOf } from '../visit.ts'

/** Compiles under the audience `proven` alone, as each change of one's own account has to. */
export function ownAct({ clock }: Deps, c: Context<ForProven>): OwnAct {
  const { id: session, person } = c.var.current
  const event = { ...originOf(c.var.visit), at: clock(), person: person.id, actor: person.id }
  return { session, event }
}
