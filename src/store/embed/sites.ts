import { type EmbedSite, isSiteKey } from '#domain/embed/site.ts'
import type { Sql, TransactionSql } from '../database.ts'

/** One that is in force now: asked each time, so that its end holds at once and everywhere. */
export async function findEmbedSite(
  sql: Sql | TransactionSql,
  key: string,
): Promise<EmbedSite | undefined> {
  if (!isSiteKey(key)) return undefined
  const [site] = await sql<EmbedSite[]>`
    select s.key, s.agency, g.name as agency_name, s.name, s.origins
    from embed_sites s join agencies g on g.id = s.agency
    where s.key = ${key} and s.ended_at is null`
  return site && { ...site }
}
