import type { Context } from 'hono'
import type { AuditEvent } from '#domain/audit/event.ts'
import type { Deps, ForActing } from '../../deps.ts'
import { originOf } from '../visit.ts'

/** Who does it, in which role, when and from where: an act about nobody in particular. */
export function officeAct({ clock }: Deps, c: Context<ForActing>): Omit<AuditEvent, 'happening'> {
  const { current, hat, visit } = c.var
  const { id } = current.person
  return { ...originOf(visit), at: clock(), person: id, actor: id, hat: hat.id }
}
