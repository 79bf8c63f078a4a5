import type { Context } from 'hono'
import type { Deps, ForPerson } from '../../deps.ts'
import type { TransactionSql } from '../../store/database.ts'
import { addEvent } from '../../store/events.ts'
import { renewSession } from '../../store/sessions.ts'
import { originOf } from '../visit.ts'

/** R-SE-01: a new id at each rise of trust, in the transaction that used the code. */
export async function riseInSession(
  { clock }: Deps,
  c: Context<ForPerson>,
  { tx, to, by }: { tx: TransactionSql; to: Buffer; by: 'code' | 'recoveryCode' },
): Promise<boolean> {
  const { id: from, person } = c.var.current
  const at = clock()
  const happening = { kind: 'steppedUp', by } as const
  const event = { ...originOf(c.var.visit), at, person: person.id, actor: person.id }
  await addEvent(tx, { ...event, happening })
  return renewSession(tx, { from, to, provenAt: at })
}
