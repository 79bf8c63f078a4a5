import type { Context } from 'hono'
import { parsePersonId } from '#domain/person.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { findSubject, type ShownSubject } from '../../store/office-acts.ts'
import { keepView, noEmployee } from './view.ts'

/** Whom the address names, and that they are looked at; else the answer to who may not. */
export async function subjectOf<E extends ForHat>(
  deps: Deps,
  context: Context<E>,
): Promise<ShownSubject | Response> {
  const c = context as unknown as Context<ForHat>
  const id = parsePersonId(c.req.param('id') ?? '')
  if (!id) return noEmployee(deps, c)
  const away = await keepView(deps, c, id)
  if (away) return away
  return (await findSubject(deps.sql, c.var.hat, id, deps.clock())) ?? noEmployee(deps, c)
}
