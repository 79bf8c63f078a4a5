import type { ShareOutcome } from '#domain/archive/share/open-share.ts'
import type { Share, ShareId } from '#domain/archive/share/share.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { addShareEvent } from './own-shares.ts'
import { keepShare, lockShare, type ShareRow, shareColumns, toShare } from './share-rows.ts'

/** Whether a PIN that was typed is that of the link. */
export type Knocking = { pinMac: Buffer | undefined; openUntil: Date | undefined }

type Tried = { outcome: ShareOutcome; share: Share }

/**
 * Opens the link in a browser, under the lock of the link: what was tried counts whatever comes of it.
 * Undefined for what was never one.
 */
export function openShare(
  sql: Sql,
  { tokenHash, browser, now }: { tokenHash: Buffer; browser: Buffer; now: Date },
  decide: (share: Share, knocking: Knocking) => Tried,
): Promise<Tried | undefined> {
  return inTransaction(sql, async (tx) => {
    const [found] = await tx<{ id: ShareId; pinMac: Buffer | null }[]>`
      select id, pin_mac from archive.share_links where token_sha256 = ${tokenHash}`
    const share = found && (await lockShare(tx, found.id))
    if (!found || !share) return undefined
    const [opened] = await tx<{ until: Date }[]>`
      select until from archive.share_openings
      where browser = ${browser} and share = ${share.id} and until > ${now}`
    const pinMac = found.pinMac ?? undefined
    const tried = decide(share, { pinMac, openUntil: opened?.until })
    await keepShare(tx, tried.share)
    if (tried.share.state === 'ended' && share.state === 'open')
      await addShareEvent(tx, tried.share, 'ended', 'system', now)
    if (tried.outcome.kind === 'opened')
      await tx`
        insert into archive.share_openings (browser, share, opened_at, until)
        values (${browser}, ${share.id}, ${now}, ${tried.outcome.until})
        on conflict (browser, share) do update set opened_at = excluded.opened_at, until = excluded.until`
    return tried
  })
}

/** The link by which this browser reads a version, the one opened last where there are several. */
export async function findOpened(
  sql: Sql | TransactionSql,
  { browser, version, now }: { browser: Buffer; version: VersionId; now: Date },
): Promise<Share | undefined> {
  const [row] = await sql<ShareRow[]>`
    select ${shareColumns(sql)} from archive.share_openings o join archive.share_links s on s.id = o.share
    where o.browser = ${browser} and s.version = ${version} and o.until > ${now}
    order by s.ended_at is not null, o.opened_at desc limit 1`
  return row && toShare(row)
}

/** Nobody reads by them any more. */
export async function forgetOpenings(sql: Sql, now: Date): Promise<void> {
  await sql`delete from archive.share_openings where until < ${now}`
}
