import type { AccessAction } from '#domain/archive/access.ts'
import type { Share, ShareId } from '#domain/archive/share/share.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../../database.ts'
import { type ShareRow, shareColumns, toShare } from './share-rows.ts'

/** A link with what it leads to; `isCurrent`: that version is the verified one still. */
export type ListedShare = {
  share: Share
  typeName: string
  slot: string
  versionNo: number
  isCurrent: boolean
}

/** Before which one the older ones are asked for. */
export type ShareSpan = { person: PersonId; before: Date | undefined; limit: number }

/** The newest first. */
export async function listShares(
  sql: Sql,
  { person, before, limit }: ShareSpan,
): Promise<ListedShare[]> {
  const rows = await sql<ListedRow[]>`
    select ${shareColumns(sql)}, ${names(sql)}
    where s.person = ${person} and (${before ?? null}::timestamptz is null or s.made_at < ${before ?? null})
    order by s.made_at desc, s.id limit ${limit}`
  return rows.map(toListed)
}

export async function findOwnShare(
  sql: Sql,
  { person, id }: { person: PersonId; id: ShareId },
): Promise<(ListedShare & { tokenHash: Buffer }) | undefined> {
  const [row] = await sql<(ListedRow & { tokenHash: Buffer })[]>`
    select ${shareColumns(sql)}, s.token_sha256 as token_hash, ${names(sql)}
    where s.person = ${person} and s.id = ${id}`
  return row && { ...toListed(row), tokenHash: row.tokenHash }
}

/** When somebody read by it, the newest first. */
export type ShareUse = { at: Date; action: AccessAction }

export async function listUses(
  sql: Sql,
  { person, id }: { person: PersonId; id: ShareId },
  atMost: number,
): Promise<ShareUse[]> {
  return await sql<ShareUse[]>`
    select at, action from archive.access_log
    where person = ${person} and share = ${id} order by n desc limit ${atMost}`
}

function names(sql: Sql) {
  return sql`t.name as type_name, r.slot, v.no as version_no, v.status = 'verified' as is_current
    from archive.share_links s
    join archive.versions v on v.id = s.version
    join archive.records r on r.id = s.record
    join archive.record_types t on t.code = r.type`
}

type ListedRow = ShareRow & Omit<ListedShare, 'share'>

function toListed({ typeName, slot, versionNo, isCurrent, ...row }: ListedRow): ListedShare {
  return { share: toShare(row), typeName, slot, versionNo, isCurrent }
}
