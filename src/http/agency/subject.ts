import type { Context } from 'hono'
import type { PersonId } from '#domain/person.ts'
import { noSuchEmployeePage } from '#views/agency/no-such-employee-page.tsx'
import type { Deps, ForHat } from '../../deps.ts'
import { findSubject, type OfficeAct, type ShownSubject } from '../../store/office-acts.ts'
import { refuse } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { originOf } from '../visit.ts'

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Undefined where the address names nobody in the scope of the hat: such a person does not exist. */
export async function subjectOf<E extends ForHat>(
  c: Context<E>,
  { sql, clock }: Deps,
): Promise<ShownSubject | undefined> {
  const id = idOf(c)
  return id === undefined ? undefined : findSubject(sql, c.get('hat'), id as PersonId, clock())
}

/** An id of ours, or nothing. */
export function idOf<E extends object>(c: Context<E>): string | undefined {
  const id = c.req.param('id') ?? ''
  return ID.test(id) ? id : undefined
}

export function noSuchEmployee<E extends ForHat>(c: Context<E>, deps: Deps) {
  const frame = frameOf(deps, { current: c.get('current'), sid: c.get('sid') })
  return refuse(c, noSuchEmployeePage({ frame }), { kind: 'noSuchEmployee', status: 404 })
}

/** In whose name, in which session, from where. */
export function officeAct<E extends ForHat>({ clock }: Deps, c: Context<E>): OfficeAct {
  const { id: session, person } = c.get('current')
  const event = { ...originOf(c.get('visit')), at: clock(), actor: person.id }
  return { session, hat: c.get('hat'), event }
}
