import type { Context } from 'hono'
import { mayActOn, scopeOf } from '#domain/access/scope.ts'
import { decideAct } from '#domain/desk/act.ts'
import { DESK_ACTS, DESK_MAILS } from '#domain/desk/limits.ts'
import { parseReason, type Reason } from '#domain/desk/reason.ts'
import { readTicket } from '#domain/desk/ticket.ts'
import { secondsBetween } from '#domain/instant.ts'
import { type PersonId, parsePersonId } from '#domain/person.ts'
import { actPage } from '#views/agency/act-page.tsx'
import { ACT_KINDS, type ActProblem, REASON_FIELD, TICKET_FIELD } from '#views/agency/act-words.ts'
import { doneQuery, walkQuery } from '#views/agency/walk-query.ts'
import type { DeskActPath } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { spendAllowance } from '../../store/allowances.ts'
import { actOnEmployee } from '../../store/desk/acts.ts'
import { type EmployeeHead, findEmployeeHead } from '../../store/desk/employee.ts'
import { inScope } from '../../store/scope.ts'
import { field, readForm } from '../form.ts'
import { asHat } from '../office.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { deskAct } from './desk-act.ts'
import { noEmployee } from './view.ts'
import { walkOf } from './walk.ts'

/** GET /instansi/pegawai/:id/{act}: asks first, for a reason. */
export function getAct(place: DeskActPath) {
  return (deps: Deps) => async (c: Context<ForHat>) => {
    const head = await headOf(deps, c)
    if (!head) return noEmployee(deps, c)
    if (!mayAct(deps, c, head)) return toPerson(c, head.id)
    return respond(c, page(deps, c, { place, head, typed: NOTHING, problem: undefined }))
  }
}

/** POST /instansi/pegawai/:id/{act} */
export function postAct(place: DeskActPath) {
  return (deps: Deps) => async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const head = await headOf(deps, c)
    if (!head) return noEmployee(deps, c)
    if (!mayAct(deps, c, head)) return toPerson(c, head.id)
    const typed = await readTyped(c)
    const shown = { place, head, typed }
    const reason = parseReason(typed.reason)
    if (!reason.ok) return refuse(deps, c, { ...shown, problem: reason.problem })
    const wait = await tooOften(deps, c, place, head.id)
    if (wait) return refuse(deps, c, { ...shown, problem: wait })
    return carryOut(deps, acting, shown, reason.value)
  }
}

/** The form again, filled as it was, before anything was looked at. */
export function actAgain(place: DeskActPath) {
  return (deps: Deps) => async (acting: Context<ForActing>, problem: ActProblem) => {
    const c = asHat(acting)
    const head = await headOf(deps, c)
    if (!head) return noEmployee(deps, c)
    if (!mayAct(deps, c, head)) return toPerson(c, head.id)
    return refuse(deps, c, { place, head, typed: await readTyped(c), problem })
  }
}

type Typed = { reason: string; ticket: string }
type Shown = { place: DeskActPath; head: EmployeeHead; typed: Typed }

const NOTHING: Typed = { reason: '', ticket: '' }

async function carryOut(deps: Deps, acting: Context<ForActing>, shown: Shown, reason: Reason) {
  const c = asHat(acting)
  const { place, head, typed } = shown
  const ticket = readTicket(typed.ticket)
  const told = { reason, ...(ticket && { ticket }) }
  const act = deskAct(deps, acting, head.id)
  const done = await actOnEmployee(deps.sql, act, (employee) =>
    decideAct(ACT_KINDS[place], employee, told, act.event.at),
  )
  if (done.ok) return leaveFor(c, paths.employee(head.id, doneQuery(walkOf(c), place)))
  const { problem } = done
  switch (problem.kind) {
    case 'noSuchEmployee':
      return noEmployee(deps, c)
    case 'noLonger':
      return leaveFor(c, paths.hatsFor(c.req.path))
    case 'oneself':
    case 'higherRole':
      return toPerson(c, head.id)
    default:
      return refuse(deps, c, { ...shown, problem })
  }
}

/** Nobody who is outside the scope. */
function headOf({ sql, clock }: Deps, c: Context<ForHat>): Promise<EmployeeHead | undefined> {
  const id = parsePersonId(c.req.param('id') ?? '')
  if (!id) return Promise.resolve(undefined)
  return inScope(sql, scopeOf(c.var.hat), clock(), (tx) => findEmployeeHead(tx, id))
}

/** Only so that nobody fills in a form for nothing; it is judged again under the lock. */
function mayAct({ clock }: Deps, c: Context<ForHat>, { id, mandates }: EmployeeHead): boolean {
  const actor = { person: c.var.current.person.id, role: c.var.hat.role }
  return mayActOn(actor, { person: id, mandates }, clock()) === 'yes'
}

/** Whose page says why not. */
function toPerson(c: Context<ForHat>, id: PersonId) {
  return leaveFor(c, paths.employee(id, walkQuery(walkOf(c))))
}

async function readTyped(c: Context<ForHat>): Promise<Typed> {
  const form = await readForm(c, { [REASON_FIELD]: field(5000), [TICKET_FIELD]: field(100) })
  return { reason: form[REASON_FIELD] ?? '', ticket: form[TICKET_FIELD] ?? '' }
}

/** Counted before anything is looked at (R-RL-06): what each officer does, and what all have mailed. */
async function tooOften(
  { sql, vault, clock }: Deps,
  c: Context<ForHat>,
  place: DeskActPath,
  person: PersonId,
) {
  const now = clock()
  const both = vault.throttleKey('desk acts', `${c.var.current.person.id} ${person}`)
  const acts = await spendAllowance(sql, both, DESK_ACTS, now)
  if (!acts.ok) return slowed('acts', acts.problem, now)
  if (place !== 'kirim-ulang') return undefined
  const mails = await spendAllowance(sql, vault.throttleKey('desk mails', person), DESK_MAILS, now)
  return mails.ok ? undefined : slowed('mails', mails.problem, now)
}

function slowed(what: 'acts' | 'mails', { until }: { until: Date }, now: Date) {
  const seconds = Math.ceil(secondsBetween(now, until))
  return { kind: 'slowed', what, until, seconds } as const
}

function refuse(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: ActProblem }) {
  return refuseForm(c, page(deps, c, shown), shown.problem, deps.clock())
}

function page(
  deps: Deps,
  c: Context<ForHat>,
  { place, head, typed, problem }: Shown & { problem: ActProblem | undefined },
) {
  const walk = walkQuery(walkOf(c))
  const frame = frameOf(deps, c.var)
  return actPage({ frame, kind: ACT_KINDS[place], place, person: head, walk, typed, problem })
}
