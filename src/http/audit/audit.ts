import type { Context } from 'hono'
import type { AuditAsked } from '#domain/audit/asked.ts'
import type { AuditTyped } from '#views/audit/audit-form.tsx'
import { auditPage, auditRefusedPage } from '#views/audit/audit-page.tsx'
import type { AuditProblem } from '#views/audit/audit-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { nameAsked, readOfficeEvents } from '../../store/audit-reader.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { askedIn, judgeTyped } from './asked.ts'
import { auditorOf } from './auditor.ts'

const LINES = 25
/** The newest beside everything else, and as many as fit a page where they are asked for. */
const EXPORTS = { beside: 5, alone: 100 }

/** GET /nasional/jejak: what was done and seen under hats; to look is recorded too. */
export function getAudit(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const asked = askedIn(c)
    const before = placeIn(c.req.query('sebelum') ?? '')
    const exports = asked.kind === 'exports' ? EXPORTS.alone : EXPORTS.beside
    const page = { asked, before, limit: LINES + 1, exports }
    const { events, ...found } = await readOfficeEvents(deps.sql, auditorOf(c, deps), page)
    const shown = events.slice(0, LINES)
    const older = events.length > LINES ? shown.at(-1)?.id : undefined
    const typed = typedOf(asked, await nameAsked(deps.sql, asked))
    const isNewest = before === undefined
    const frame = frameOf(deps, c.var)
    return respond(c, auditPage({ frame, typed, asked, events: shown, ...found, older, isNewest }))
  }
}

/** POST /nasional/jejak: from NIPs as they are typed to an address that names nobody. */
export function postAudit(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const typed = await readTyped(c)
    const judged = await judgeTyped(deps, typed)
    return judged.ok ? leaveFor(c, paths.auditOf(judged.value)) : show(c, deps, judged.problem)
  }
}

export function auditAgain(deps: Deps) {
  return (c: Context<ForHat>) => show(c, deps, { kind: 'stale' })
}

async function show(c: Context<ForHat>, deps: Deps, problem: AuditProblem) {
  const page = { frame: frameOf(deps, c.var), typed: await readTyped(c), problem }
  return refuseForm(c, auditRefusedPage(page), problem, deps.clock())
}

function readTyped(c: Context<ForHat>): Promise<AuditTyped> {
  return readForm(c, {
    instansi: field(200),
    peran: field(20),
    jenis: field(20),
    petugas: field(64),
    pegawai: field(64),
    mulai: field(10),
    akhir: field(10),
  })
}

type Names = { agency: string; officer: string; subject: string }

function typedOf({ role, kind, from, to }: AuditAsked, names: Names): AuditTyped {
  const { agency: instansi, officer: petugas, subject: pegawai } = names
  const [peran, jenis, mulai, akhir] = [role ?? '', kind ?? '', from ?? '', to ?? '']
  return { instansi, petugas, pegawai, peran, jenis, mulai, akhir }
}

function placeIn(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
