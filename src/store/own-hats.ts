import type { Hat } from '#domain/access/hat.ts'
import type { AuditEvent } from '#domain/audit/event.ts'
import { asShortAsAnOfficers, type Session } from '#domain/session/session.ts'
import { inTransactionOrNot, type Sql, type TransactionSql } from './database.ts'
import { addEvent } from './events.ts'
import { renewSession } from './sessions.ts'

type Change = {
  from: Buffer
  to: Buffer
  hat: Hat | undefined
  session: Session
  event: Omit<AuditEvent, 'happening'>
}

/** Another hat for this session, or none, and with it another id (R-SE-01). False if it is over. */
export function changeHat(sql: Sql, { from, to, hat, session, event }: Change): Promise<boolean> {
  return inTransactionOrNot(sql, async (tx) => {
    if (!(await renewSession(tx, { from, to, hat: hat?.id ?? null }))) return false
    if (hat) await keepShorter(tx, to, asShortAsAnOfficers(session, event.at))
    await addEvent(tx, { ...event, happening: { kind: 'hatChanged', role: hat?.role } })
    return true
  })
}

async function keepShorter(
  tx: TransactionSql,
  id: Buffer,
  { idleSeconds, idleUntil, absoluteUntil }: Session,
): Promise<void> {
  await tx`
    update sessions set idle_seconds = ${idleSeconds}, idle_until = ${idleUntil},
      absolute_until = ${absoluteUntil}
    where id_hash = ${id}`
}
