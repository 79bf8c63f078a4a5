import type { AuditEvent } from '#domain/audit/event.ts'
import type { Acceptance } from '#domain/mfa/otp.ts'
import type { PersonId } from '#domain/person.ts'
import { takeStep } from './code-tries.ts'
import { inTransactionOrNot, type Sql } from './database.ts'
import { addEvent } from './events.ts'
import { type NewSession, openSession } from './sessions.ts'

export type OldDeviceProven = {
  person: PersonId
  acceptance: Acceptance
  session: NewSession
  event: Omit<AuditEvent, 'happening'>
}

/** A device that a reset put aside proves itself: all of them serve again, as before the reset. */
export function keepOldDevices(
  sql: Sql,
  { person, acceptance, session, event }: OldDeviceProven,
): Promise<boolean> {
  return inTransactionOrNot(sql, async (tx) => {
    const [account] = await tx`
      select from accounts where person = ${person} and mfa = 'reactivation' and state = 'active' for update`
    const [taken] = await tx<{ name: string }[]>`${takeStep(tx, person, acceptance)}`
    if (!account || !taken) return false
    await tx`update accounts set mfa = 'inUse' where person = ${person}`
    await addEvent(tx, { ...event, happening: { kind: 'oldDeviceProven', device: taken.name } })
    return openSession(tx, session)
  })
}
