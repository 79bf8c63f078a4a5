import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import type { PersonId } from '#domain/person.ts'
import { NOT_IN_AGENCY } from '#views/agency/desk-words.ts'
import { noEmployeePage } from '#views/agency/employee-page.tsx'
import { limitPage } from '#views/agency/export-page.tsx'
import type { Deps, ForHat } from '../../deps.ts'
import { addView, isNewView } from '../../store/desk/views.ts'
import { inScope } from '../../store/scope.ts'
import { officeEvent } from '../office.ts'
import { refuse } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { spendDeskLimit } from './desk-limit.ts'

/**
 * Before anything of a person is shown, on whatever page: nobody outside the scope, and within the
 * daily limit (R-AD-03). `isNew`: the record does not have this view yet (R-AU-02).
 */
export async function admitView(
  deps: Deps,
  c: Context<ForHat>,
  id: PersonId,
): Promise<{ isNew: boolean } | Response> {
  const view = officeEvent(deps, c, id)
  const isNew = await inScope(deps.sql, scopeOf(c.var.hat), view.at, (tx) => isNewView(tx, view))
  if (isNew === undefined) return noEmployee(deps, c)
  const wait = isNew ? await spendDeskLimit(deps, c, 'views') : undefined
  return wait ? tooMany(deps, c, wait.until) : { isNew }
}

/** Likewise where what is shown is read by itself; undefined: it is recorded. */
export async function keepView(
  deps: Deps,
  c: Context<ForHat>,
  id: PersonId,
): Promise<Response | undefined> {
  const admitted = await admitView(deps, c, id)
  if (admitted instanceof Response) return admitted
  const view = officeEvent(deps, c, id)
  if (admitted.isNew)
    await inScope(deps.sql, scopeOf(c.var.hat), view.at, (tx) => addView(tx, view))
  return undefined
}

/** Out of scope is as unknown (R-AD-01). */
export function noEmployee(deps: Deps, c: Context<ForHat>) {
  const frame = frameOf(deps, c.var)
  const refusal = { kind: 'noSuchEmployee', status: 404 } as const
  return refuse(c, noEmployeePage({ frame, text: NOT_IN_AGENCY }), refusal)
}

function tooMany(deps: Deps, c: Context<ForHat>, until: Date) {
  const frame = frameOf(deps, c.var)
  const refusal = { kind: 'deskLimit', status: 429 } as const
  return refuse(c, limitPage({ frame, limit: 'views', until }), refusal)
}
