import type { Role } from '../access/mandate.ts'
import type { AgencyId } from '../agency.ts'
import type { Day } from '../boards/day.ts'
import { after } from '../instant.ts'
import type { PersonId } from '../person.ts'

/** Looks at somebody, acts for somebody, limits that were reached, and lists that were taken out. */
export const AUDIT_KINDS = ['views', 'acts', 'alarms', 'exports'] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** What of the record of the offices an auditor asks to read; undefined is all. */
export type AuditAsked = {
  agency: AgencyId | undefined
  role: Role | undefined
  kind: AuditKind | undefined
  officer: PersonId | undefined
  subject: PersonId | undefined
  from: Day | undefined
  to: Day | undefined
}

const ALARM_SECONDS = 7 * 24 * 3600

/** From when on alarms stand above everything else. */
export function alarmsSince(now: Date): Date {
  return after(now, -ALARM_SECONDS)
}

/** Nobody is told that they looked at themselves. */
export function looksAt(asked: AuditAsked, reader: PersonId): PersonId | undefined {
  return asked.subject === reader ? undefined : asked.subject
}
