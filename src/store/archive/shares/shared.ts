import type { ArchiveRecord } from '#domain/archive/record.ts'
import type { Version, VersionId } from '#domain/archive/version.ts'
import { inTransaction, type Sql } from '../../database.ts'
import { type RecordRow, recordColumns, toRecord } from '../records.ts'
import { toVersion, type VersionRow, versionColumns } from '../versions.ts'
import { findOpened, type OpenedShare } from './openings.ts'

/** What a link shows, and whose it is. */
export type FoundShared = OpenedShare & {
  version: Version
  record: ArchiveRecord
  stage: ArchiveRecord['stage']
  typeName: string
  nip: string
  owner: { name: string; agency: string }
}

/** Read at one moment: what this browser opened, and how everything stands now. */
export function findShared(
  sql: Sql,
  asked: { browser: Buffer; version: VersionId; now: Date },
): Promise<FoundShared | undefined> {
  return inTransaction(sql, async (tx) => {
    const opened = await findOpened(tx, asked)
    if (!opened) return undefined
    const { share } = opened
    const [row] = await tx<(VersionRow & Named)[]>`
      select ${versionColumns(tx)}, t.name as type_name, coalesce(p.number, '') as nip, p.name as owner_name,
        g.name as agency_name
      from archive.versions v
      join archive.records r on r.id = v.record
      join archive.record_types t on t.code = r.type
      join people p on p.id = v.person
      join agencies g on g.id = p.agency
      where v.id = ${share.version}`
    const [found] = await tx<RecordRow[]>`
      select ${recordColumns(tx)} from archive.records r where r.id = ${share.record}`
    if (!row || !found) throw new Error('a link to what is not there')
    const record = toRecord(found)
    const { typeName, nip, ownerName, agencyName } = row
    const owner = { name: ownerName, agency: agencyName }
    const version = toVersion(row)
    return { ...opened, version, record, stage: record.stage, typeName, nip, owner }
  })
}

type Named = { typeName: string; nip: string; ownerName: string; agencyName: string }
