import type { Context } from 'hono'
import { ALL_ROLES, type Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { AUDIT_KINDS, type AuditAsked } from '#domain/audit/asked.ts'
import { type Day, parseDay } from '#domain/boards/day.ts'
import { parseLoginName } from '#domain/login-name.ts'
import { oneLine } from '#domain/one-line.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { AuditTyped } from '#views/audit/audit-form.tsx'
import type { AuditProblem } from '#views/audit/audit-words.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { findAgencyOf, findPersonOf } from '../../store/audit-reader.ts'
import { idIn } from '../boards/asked.ts'

/** What the address asks for; what is no such thing is not asked for. */
export function askedIn(c: Context<ForHat>): AuditAsked {
  return {
    agency: idIn(c.req.query('instansi')) as AgencyId | undefined,
    role: roleIn(c.req.query('peran') ?? ''),
    kind: AUDIT_KINDS.find((kind) => kind === c.req.query('jenis')),
    officer: idIn(c.req.query('oleh')) as PersonId | undefined,
    subject: idIn(c.req.query('tentang')) as PersonId | undefined,
    from: parseDay(c.req.query('sejak') ?? ''),
    to: parseDay(c.req.query('sampai') ?? ''),
  }
}

/** What was typed, found; an empty field asks for nothing. */
export async function judgeTyped(
  deps: Deps,
  typed: AuditTyped,
): Promise<Result<AuditAsked, AuditProblem>> {
  const { sql } = deps
  const sought = await judgeAgencyAndDays(deps, typed)
  if (!sought.ok) return sought
  const officer = await personIn(sql, typed.petugas)
  if (officer === 'nobody') return no({ kind: 'noSuchOfficer' })
  const subject = await personIn(sql, typed.pegawai)
  if (subject === 'nobody') return no({ kind: 'noSuchSubject' })
  const kind = AUDIT_KINDS.find((one) => one === typed.jenis)
  const role = roleIn(typed.peran)
  return ok({ ...sought.value, role, kind, officer, subject })
}

type AgencyAndDays = Pick<AuditAsked, 'agency' | 'from' | 'to'>

/** What every list for auditors can be asked for. */
export async function judgeAgencyAndDays(
  { sql }: Pick<Deps, 'sql'>,
  { instansi, mulai, akhir }: Pick<AuditTyped, 'instansi' | 'mulai' | 'akhir'>,
): Promise<Result<AgencyAndDays, AuditProblem>> {
  const sought = oneLine(instansi)
  const agency = sought && (await findAgencyOf(sql, sought))
  if (agency === undefined) return no({ kind: 'noSuchAgency' })
  const [from, to] = [dayIn(mulai), dayIn(akhir)]
  if (from === 'noDay') return no({ kind: 'noSuchFrom' })
  if (to === 'noDay') return no({ kind: 'noSuchTo' })
  return ok({ agency: agency === '' ? undefined : agency, from, to })
}

async function personIn(sql: Deps['sql'], typed: string): Promise<PersonId | undefined | 'nobody'> {
  if (typed.trim() === '') return undefined
  const name = parseLoginName(typed)
  return (name.ok ? await findPersonOf(sql, name.value) : undefined) ?? 'nobody'
}

function dayIn(typed: string): Day | undefined | 'noDay' {
  return typed === '' ? undefined : (parseDay(typed) ?? 'noDay')
}

function roleIn(text: string): Role | undefined {
  return ALL_ROLES.find((role) => role === text)
}
