import type { Hat } from '#domain/access/hat.ts'
import type { AuditEvent } from '#domain/audit/event.ts'
import { inTransactionOrNot, type Sql } from './database.ts'
import { addEvent } from './events.ts'
import { renewSession } from './sessions.ts'

type Change = {
  from: Buffer
  to: Buffer
  hat: Hat | undefined
  event: Omit<AuditEvent, 'happening'>
}

/** Another hat for this session, or none, and with it another id (R-SE-01). False if it is over. */
export function changeHat(sql: Sql, { from, to, hat, event }: Change): Promise<boolean> {
  return inTransactionOrNot(sql, async (tx) => {
    if (!(await renewSession(tx, { from, to, hat: hat?.id ?? null }))) return false
    await addEvent(tx, { ...event, happening: { kind: 'hatChanged', role: hat?.role } })
    return true
  })
}
