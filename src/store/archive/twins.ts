import type { MandateId } from '#domain/access/mandate.ts'
import { MENDED_BY_RESENDING, type Twin } from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'

/**
 * The same bytes in the archive of the same person, the one farthest on its way first. Never those of
 * another person: that somebody else has a file is nobody's business (archive.md 4.1). Of two that are
 * in quarantine together the one that came first is no twin of the other; nor is one that was returned for what
 * the same bytes can mend, nor one of which no copy is whole. To a `hat` that is not named for secret types
 * there are none of these.
 */
export async function findTwin(
  sql: Sql | TransactionSql,
  person: PersonId,
  tag: Buffer,
  { besides, hat }: { besides?: VersionId; hat?: MandateId | undefined } = {},
): Promise<Twin | undefined> {
  const [twin] = await sql<Twin[]>`
    select v.id as version, v.status, r.type, r.slot
    from archive.versions v join archive.records r on r.id = v.record
    join archive.record_types t on t.code = r.type
    where v.twin_tag = ${tag} and v.person = ${person} and r.stage <> 'destroyed'
      and not exists (select from archive.incidents i
        where i.version = v.id and i.kind = 'content' and i.over_at is null)
      and ${isKnownTo(sql, hat)}
      and v.status not in ('rejectedBySystem', 'withdrawn')
      and (v.status <> 'returned' or not v.returned_for -> 'codes' <@ ${sql.json(MENDED_BY_RESENDING as never)})
      and (${besides === undefined} or v.id <> ${besides ?? null} and (v.status <> 'quarantined'
        or (v.received_at, v.id) < (select received_at, id from archive.versions where id = ${besides ?? null})))
    order by array_position(
      array['verified', 'awaitingVerification', 'quarantined', 'superseded', 'returned'], v.status), v.received_at desc
    limit 1`
  return twin
}

function isKnownTo(sql: Sql | TransactionSql, hat: MandateId | undefined) {
  if (!hat) return sql`true`
  return sql`(t.security_class <> 'secret' or archive.reads_secrets(${hat}))`
}
