import type { Context } from 'hono'
import { hatsOf } from '#domain/access/hat.ts'
import { mayActOn, scopeOf } from '#domain/access/scope.ts'
import { type PersonId, parsePersonId } from '#domain/person.ts'
import { ACT_PATHS } from '#views/agency/act-words.ts'
import { NOT_IN_AGENCY } from '#views/agency/desk-words.ts'
import { employeePage, type Neighbours, noEmployeePage } from '#views/agency/employee-page.tsx'
import { limitPage } from '#views/agency/export-page.tsx'
import type { Deps, ForHat } from '../../deps.ts'
import { findEmployee, type SeenEmployee } from '../../store/desk/employee.ts'
import { addView, isNewView } from '../../store/desk/views.ts'
import { inScope } from '../../store/scope.ts'
import { refuse, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { spendDeskLimit } from './desk-limit.ts'
import { glanceOf } from './glance.ts'
import { officeEvent, passwordKeys } from './office-event.ts'
import { neighboursOf, ownList, walkOf } from './walk.ts'

/** GET /instansi/pegawai/:id: seen is recorded, once a day, and within a daily limit. */
export function getEmployee(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const id = parsePersonId(c.req.param('id') ?? '')
    if (!id) return noEmployee(deps, c)
    const view = officeEvent(deps, c, id)
    const isNew = await inScope(deps.sql, scopeOf(c.var.hat), view.at, (tx) => isNewView(tx, view))
    if (isNew === undefined) return noEmployee(deps, c)
    const wait = isNew ? await spendDeskLimit(deps, c, 'views') : undefined
    if (wait) return tooMany(deps, c, wait.until)
    const seen = await look(deps, c, { id, isNew })
    return seen ? respond(c, page(deps, c, seen)) : noEmployee(deps, c)
  }
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

type Seen = { employee: SeenEmployee; neighbours: Neighbours }

/** What is shown and that it was seen stand in one transaction. */
async function look(
  deps: Deps,
  c: Context<ForHat>,
  { id, isNew }: { id: PersonId; isNew: boolean },
): Promise<Seen | undefined> {
  const walk = walkOf(c)
  const list = walk.kind === 'list' ? await ownList(deps, c, walk.list) : undefined
  const view = officeEvent(deps, c, id)
  const asked = { id, now: view.at, passwordKeys: passwordKeys(deps, c, id) }
  return inScope(deps.sql, scopeOf(c.var.hat), view.at, async (tx) => {
    const employee = await findEmployee(tx, asked)
    if (!employee) return undefined
    if (isNew) await addView(tx, view)
    return { employee, neighbours: await neighboursOf(tx, walk, { id, list }) }
  })
}

function page(deps: Deps, c: Context<ForHat>, { employee, neighbours }: Seen) {
  const now = deps.clock()
  const { current, hat } = c.var
  const actor = { person: current.person.id, role: hat.role }
  const target = { person: employee.id, mandates: employee.mandates }
  return employeePage({
    frame: frameOf(deps, c.var),
    person: employee,
    ...glanceOf(employee, now),
    hats: hatsOf(employee.mandates, now),
    mayAct: mayActOn(actor, target, now),
    traces: employee.traces,
    walk: walkOf(c),
    neighbours,
    done: ACT_PATHS.find((done) => done === c.req.query('hasil')),
  })
}
