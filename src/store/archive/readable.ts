import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { Readable } from '#domain/archive/access.ts'
import type { ArchiveRecord } from '#domain/archive/record.ts'
import type { SecurityClass } from '#domain/archive/record-type.ts'
import type { Version, VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql } from '../database.ts'
import { setScope } from '../scope.ts'
import { type RecordRow, recordColumns, toRecord } from './records.ts'
import { toVersion, type VersionRow, versionColumns } from './versions.ts'

/**
 * A version that somebody might read; `readsSecrets`: their hat was named for secret types; `appraises`:
 * a list of their panel has its record.
 */
export type FoundReadable = Readable & {
  version: Version
  record: ArchiveRecord
  nip: string
  readsSecrets: boolean
  appraises: boolean
}

export type Looking = { person: PersonId; hat: Hat | undefined; now: Date }

/** Their own, or what the hat they wear reaches; nothing else exists. */
export function findReadable(
  sql: Sql,
  id: VersionId,
  { person, hat, now }: Looking,
): Promise<FoundReadable | undefined> {
  return inTransaction(sql, async (tx) => {
    if (hat) await setScope(tx, scopeOf(hat), now)
    const [row] = await tx<Row[]>`
      select ${versionColumns(tx)}, t.security_class, coalesce(p.number, '') as nip,
        archive.reads_secrets(${hat?.id ?? null}) as reads_secrets,
        exists (select from archive.batch_items i join archive.batch_parties y on y.batch = i.batch
          where i.record = r.id and i.outcome is null and y.person = ${person}) as appraises
      from archive.versions v
      join archive.records r on r.id = v.record
      join archive.record_types t on t.code = r.type
      join people p on p.id = v.person
      where v.id = ${id} and (v.person = ${person}
        or ${hat !== undefined} and archive.in_custody(r.person, r.agency))`
    if (!row) return undefined
    const version = toVersion(row)
    const [found] = await tx<RecordRow[]>`
      select ${recordColumns(tx)} from archive.records r where r.id = ${version.record}`
    if (!found) throw new Error('a version without its record')
    const record = toRecord(found)
    const { securityClass, nip, readsSecrets, appraises } = row
    return { version, record, stage: record.stage, securityClass, nip, readsSecrets, appraises }
  })
}

type Row = VersionRow & {
  securityClass: SecurityClass
  nip: string
  readsSecrets: boolean
  appraises: boolean
}
