import type { Context } from 'hono'
import { hatsOf } from '#domain/access/hat.ts'
import { permits } from '#domain/access/permission.ts'
import { mayActOn, scopeOf } from '#domain/access/scope.ts'
import { type PersonId, parsePersonId } from '#domain/person.ts'
import { ACT_PATHS } from '#views/agency/act-words.ts'
import { employeePage, type Neighbours } from '#views/agency/employee-page.tsx'
import type { Deps, ForHat } from '../../deps.ts'
import { findEmployee, type SeenEmployee } from '../../store/desk/employee.ts'
import { addView } from '../../store/desk/views.ts'
import { inScope } from '../../store/scope.ts'
import { officeEvent } from '../office.ts'
import { respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { passwordKeys } from './desk-act.ts'
import { glanceOf } from './glance.ts'
import { admitView, noEmployee } from './view.ts'
import { neighboursOf, ownList, walkOf } from './walk.ts'

/** GET /instansi/pegawai/:id: seen is recorded, once a day, and within a daily limit. */
export function getEmployee(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const id = parsePersonId(c.req.param('id') ?? '')
    if (!id) return noEmployee(deps, c)
    const admitted = await admitView(deps, c, id)
    if (admitted instanceof Response) return admitted
    const seen = await look(deps, c, { id, ...admitted })
    return seen ? respond(c, page(deps, c, seen)) : noEmployee(deps, c)
  }
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
    opensArchive: permits(hat, 'uploadOnBehalf'),
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
