import type { Sql, TransactionSql } from './database.ts'

/** Hashes of the old SSO that nobody has signed in with yet (R-HA-05). */
export async function countLegacyPasswords(
  sql: Sql,
): Promise<{ algorithm: string; count: number; oldest: Date }[]> {
  return await sql<{ algorithm: string; count: number; oldest: Date }[]>`
    select body ->> 'algorithm' as algorithm, count(*), min(imported_at) as oldest
    from passwords where kind = 'keycloak' group by 1 order by 2 desc`
}

/** Those that waited 180 days go; their owners choose another one by a reset. */
export async function deleteUnusedLegacyPasswords(tx: TransactionSql): Promise<void> {
  await tx`select delete_unused_legacy_passwords()`
}
