import type { MandateId } from '#domain/access/mandate.ts'
import type { Origin } from '#domain/audit/event.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'

/** Who looks, in which hat, from where. */
export type Auditor = Origin & { at: Date; person: PersonId; hat: MandateId }

/** All of `work` under the role that reads what the offices did and changes nothing. */
export function asAuditor<Answer>(
  sql: Sql,
  work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
  return inTransaction(sql, async (tx) => {
    await tx`select set_config('role', 'asn_auditor', true)`
    return work(tx)
  })
}

/** What was asked for, kept with the look itself. */
export async function keepAsked(
  tx: TransactionSql,
  { at, person, hat, browser, network }: Auditor,
  asked: Record<string, string | number | null | undefined>,
): Promise<void> {
  await tx`
    insert into audit_reads (at, reader, hat, asked, browser, network)
    values (${at}, ${person}, ${hat}, ${tx.json(asked)}, ${browser}, ${network})`
}
