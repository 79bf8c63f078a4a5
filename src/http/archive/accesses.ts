import type { Context } from 'hono'
import type { ObjectionRefused } from '#domain/archive/object-to-access.ts'
import { parseRecordId } from '#domain/archive/record.ts'
import { accessesPage } from '#views/archive/accesses-page.tsx'
import { notFoundPage } from '#views/failure-pages.tsx'
import type { ObjectionDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { listAccesses } from '../../store/archive/accesses.ts'
import { addObjection, type ObjectionId } from '../../store/archive/objections.ts'
import { leaveFor, refuse, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

const LINES = 25

/** GET /arsip/akses: Siapa melihat berkas saya. */
export function getAccesses(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const record = parseRecordId(c.req.query('berkas') ?? '')
    const withOwn = c.req.query('siapa') === 'semua'
    const before = numberOf(c.req.query('sebelum'))
    const person = c.var.current.person.id
    const span = { person, record, others: !withOwn, before, limit: LINES + 1 }
    const found = await listAccesses(deps.sql, span)
    const accesses = found.slice(0, LINES)
    const older = found.length > LINES ? accesses.at(-1)?.n : undefined
    const frame = frameOf(deps, c.var)
    const done = doneOf(c.req.query('hasil'))
    const isNewest = before === undefined
    return respond(c, accessesPage({ frame, accesses, record, withOwn, older, isNewest, done }))
  }
}

/** GET of an objection leads to the list, where it is made. */
export function getObjection() {
  return (c: Context<ForPerson>) => seeOther(c, paths.accesses)
}

/** POST /arsip/akses/:n/keberatan: one tap. */
export function postObjection(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const n = numberOf(c.req.param('n'))
    const person = c.var.current.person.id
    const id = deps.vault.newId() as ObjectionId
    const objected = n && (await addObjection(deps.sql, { id, person, n }, deps.clock()))
    if (!objected || (!objected.ok && objected.problem.kind === 'noSuchAccess'))
      return refuse(c, notFoundPage(), { kind: 'noSuchAccess', status: 404 })
    const { kind } = objected.ok ? { kind: 'objected' as const } : objected.problem
    return leaveFor(c, paths.accessesAfter(DONE[kind as keyof typeof DONE]))
  }
}

const DONE: Record<'objected' | ObjectionRefused['kind'], ObjectionDone> = {
  objected: 'diteruskan',
  alreadyObjected: 'sudah-diteruskan',
  tooLongAgo: 'terlalu-lama',
  ownReading: 'sendiri',
}

function doneOf(text: string | undefined) {
  return (Object.keys(DONE) as (keyof typeof DONE)[]).find((kind) => DONE[kind] === text)
}

function numberOf(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : undefined
}
