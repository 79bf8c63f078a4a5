import type { AuditEvent, Happening } from '#domain/audit/event.ts'
import type { PersonId } from '#domain/person.ts'
import { needsStepUp } from '#domain/session/step-up.ts'
import type { TransactionSql } from './database.ts'
import { addEvent } from './events.ts'

/** Someone changes something of their own: in which session, and what the record says of it. */
export type OwnAct = { session: Buffer; event: Omit<AuditEvent, 'happening'> }

/** The session ended, its account was frozen or reset, or its second factor is too long ago. */
export type NoLonger = { kind: 'noLonger' }

/**
 * What every change of one's own account begins with: the account is locked, and only then asked
 * whether the session that wants it still may. Whoever is signed out from afar changes nothing more.
 */
export async function lockOwnAccount(
  tx: TransactionSql,
  { session, event: { person, at } }: OwnAct,
): Promise<boolean> {
  const [account] = await tx`
    select from accounts where person = ${person} and state = 'active' and mfa = 'inUse' for update`
  const [open] = await tx<{ provenAt: Date }[]>`
    select coalesce(proven_at, started_at) as proven_at from sessions
    where id_hash = ${session} and person = ${person} and absolute_until > ${at}`
  return account !== undefined && open !== undefined && !needsStepUp(open, at)
}

export function addOwnEvent(
  tx: TransactionSql,
  { event }: OwnAct,
  happening: Happening,
): Promise<void> {
  return addEvent(tx, { ...event, happening })
}

/** Every session of the person but this one; answers how many there were. */
export async function endOtherSessions(
  tx: TransactionSql,
  { person, but }: { person: PersonId; but: Buffer },
): Promise<number> {
  const ended = await tx`
    delete from sessions where person = ${person} and id_hash <> ${but} returning 1`
  return ended.length
}
