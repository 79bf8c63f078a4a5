import type { Twin } from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'

/**
 * The same bytes in the archive of the same person, the one farthest on its way first. Never those of
 * another person: that somebody else has a file is nobody's business (archive.md 4.1). Of two that are
 * in quarantine together the one that came first is no twin of the other.
 */
export async function findTwin(
  sql: Sql | TransactionSql,
  person: PersonId,
  tag: Buffer,
  besides?: VersionId,
): Promise<Twin | undefined> {
  const [twin] = await sql<Twin[]>`
    select v.id as version, v.status, r.type, r.slot
    from archive.versions v join archive.records r on r.id = v.record
    where v.twin_tag = ${tag} and v.person = ${person} and r.stage <> 'destroyed'
      and v.status not in ('rejectedBySystem', 'withdrawn')
      and (${besides === undefined} or v.id <> ${besides ?? null} and (v.status <> 'quarantined'
        or (v.received_at, v.id) < (select received_at, id from archive.versions where id = ${besides ?? null})))
    order by array_position(
      array['verified', 'awaitingVerification', 'quarantined', 'superseded', 'returned'], v.status), v.received_at desc
    limit 1`
  return twin
}
