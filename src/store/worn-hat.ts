import type { Hat } from '#domain/access/hat.ts'
import type { Actor } from '#domain/approval/approval.ts'
import type { AuditEvent } from '#domain/audit/event.ts'
import type { PersonId } from '#domain/person.ts'
import { needsStepUp, type StepUpFor } from '#domain/session/step-up.ts'
import type { Sql, TransactionSql } from './database.ts'

/** Somebody acts in the name of an office: in which session, and what the record says of it. */
export type OfficeAct = {
  session: Buffer
  hat: Hat
  event: Omit<AuditEvent, 'person' | 'happening' | 'hat' | 'actor'> & { actor: PersonId }
}

export function actorOf({ hat, event }: OfficeAct): Actor {
  return { person: event.actor, hat: hat.id }
}

/**
 * Asked anew under the lock of every act: the session wears that hat, its mandate is in force and the
 * account active, and a second factor was given within five minutes, or what is asked (R-SE-06).
 */
export async function isStillWorn(
  tx: TransactionSql,
  { session, hat, event: { actor, at } }: OfficeAct,
  what: StepUpFor = 'office',
): Promise<boolean> {
  const [worn] = await tx<{ provenAt: Date | null }[]>`
    select hat_proven_at(${session}, ${actor}, ${hat.id}, ${at}) as proven_at`
  return !!worn?.provenAt && !needsStepUp({ provenAt: worn.provenAt }, at, what)
}

/** Asked again by what takes long: whether somebody still has that office, and the account for it. */
export async function isInOffice(
  sql: Sql | TransactionSql,
  { person, hat }: Actor,
  now: Date,
): Promise<boolean> {
  const found = await sql`
    select from mandates m join accounts a on a.person = m.person and a.state = 'active'
    where m.id = ${hat} and m.person = ${person} and m.valid_from <= ${now} and m.valid_to > ${now}`
  return found.length === 1
}
