import type { WantedMandate } from '#domain/access/give-mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { ApprovalId } from '#domain/approval/approval.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '#src/store/database.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { mandatesOf } from '#test/support/office.ts'

export const REASON = 'Menggantikan petugas yang pensiun.' as Reason
const DAY = 24 * 3600_000

/** Someone who wears the hat of the role they hold, in a session of their own that is always proven. */
export async function acting(
  sql: Sql,
  fields: Partial<SomePerson> & Pick<SomePerson, 'role'>,
): Promise<OfficeAct & { id: PersonId }> {
  const { id } = await addPerson(sql, fields)
  const [hat] = await mandatesOf(sql, id)
  if (!hat) throw new Error('nobody without a role acts')
  const session = Buffer.from(id)
  const later = new Date(NOW.getTime() + DAY)
  await sql`
    insert into sessions (id_hash, person, started_at, proven_at, idle_seconds, idle_until,
      absolute_until, browser_label, network, hat)
    values (${session}, ${id}, ${NOW}, ${later}, 60, ${later}, ${later}, 'x', 'x', ${hat.id})`
  return {
    id,
    session,
    hat,
    event: { at: NOW, browser: 'Chrome, Android', network: '192.0.2.0/24', actor: id },
  }
}

/** An act of the same person at another time. */
export function later(act: OfficeAct, seconds: number): OfficeAct {
  return { ...act, event: { ...act.event, at: new Date(NOW.getTime() + seconds * 1000) } }
}

/** For a year from now; an officer of the agency unless the test is about something else. */
export function wantedRole(
  agency: AgencyId | undefined,
  fields: Partial<WantedMandate> = {},
): WantedMandate {
  const until = new Date(NOW.getTime() + 365 * DAY)
  return { role: 'officer', agency, unit: undefined, from: NOW, until, ...fields }
}

export function roleRequest(person: PersonId, wanted: WantedMandate) {
  return { id: crypto.randomUUID() as ApprovalId, person, wanted, reason: REASON }
}
