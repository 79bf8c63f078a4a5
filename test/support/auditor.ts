import { expect } from 'vitest'
import { inTransaction, type Sql, type TransactionSql } from '#src/store/database.ts'

/** With the rights that auditors read by, and no others. */
export function underAuditor<Answer>(
  sql: Sql,
  work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
  return inTransaction(sql, async (tx) => {
    await tx`set local role asn_auditor`
    return work(tx)
  })
}

export async function expectDenied(sql: Sql, statement: string): Promise<void> {
  const asked = underAuditor(sql, async (tx) => void (await tx.unsafe(statement)))
  await expect(asked).rejects.toMatchObject({ code: '42501' })
}

/** What was kept of what somebody looked at under that name, in the order of their looks. */
export async function looksOf(owner: Sql, reader: string): Promise<unknown[]> {
  const rows = await owner<{ asked: unknown }[]>`
    select asked from audit_reads where reader = ${reader} and asked ? 'of' order by id`
  return rows.map(({ asked }) => asked)
}
