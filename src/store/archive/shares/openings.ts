import type { ShareOutcome } from '#domain/archive/share/open-share.ts'
import type { Share, ShareId } from '#domain/archive/share/share.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { addEvent } from '../../events.ts'
import { addShareEvent } from './own-shares.ts'
import { keepShare, lockShare, type ShareRow, shareColumns, toShare } from './share-rows.ts'

/** Whether a PIN that was typed is that of the link. */
export type Knocking = { pinMac: Buffer | undefined; openUntil: Date | undefined }

type Tried = { outcome: ShareOutcome; share: Share }

/** What a browser is called by now, and what once it has opened this link (R-SE-01). */
type ReaderNames = { was: Buffer; becomes: Buffer }

type Key = ReaderNames & { tokenHash: Buffer; now: Date }

/**
 * Opens the link in a browser, under the lock of the link: what was tried counts whatever comes of it.
 * Whoever knew the browser's name before reads nothing by the new one. `isRenamed`: it is called so from
 * now on. Undefined for what was never a link.
 */
export function openShare(
  sql: Sql,
  { tokenHash, was, becomes, now }: Key,
  decide: (share: Share, knocking: Knocking) => Tried,
): Promise<(Tried & { isRenamed: boolean }) | undefined> {
  return inTransaction(sql, async (tx) => {
    const [found] = await tx<{ id: ShareId; pinMac: Buffer | null }[]>`
      select id, pin_mac from archive.share_links where token_sha256 = ${tokenHash}`
    const share = found && (await lockShare(tx, found.id))
    if (!found || !share) return undefined
    const [opened] = await tx<{ until: Date; browser: Buffer }[]>`
      select until, browser from archive.share_openings
      where browser in (${was}, ${becomes}) and share = ${share.id} and until > ${now}`
    const pinMac = found.pinMac ?? undefined
    const tried = decide(share, { pinMac, openUntil: opened?.until })
    await keepShare(tx, tried.share)
    if (tried.share.state === 'ended' && share.state === 'open')
      await tellEnded(tx, tried.share, now)
    if (tried.outcome.kind === 'opened' && !opened)
      await addOpening(tx, share.id, { was, becomes, now, until: tried.outcome.until })
    return { ...tried, isRenamed: !opened?.browser.equals(was) }
  })
}

/**
 * To its maker at once, among what was tried in their name; nothing is kept of whoever typed the PINs, who has
 * no account.
 */
async function tellEnded(tx: TransactionSql, share: Share, at: Date): Promise<void> {
  await addShareEvent(tx, share, 'ended', 'system', at)
  const { person } = share
  const happening = { kind: 'sharePinsWrong' } as const
  await addEvent(tx, { at, person, actor: person, browser: '-', network: 'unknown', happening })
}

/** With whatever else is open in this browser. */
async function addOpening(
  tx: TransactionSql,
  share: ShareId,
  { was, becomes, now, until }: ReaderNames & { now: Date; until: Date },
): Promise<void> {
  await tx`
    update archive.share_openings o set browser = ${becomes}
    where o.browser = ${was} and o.share <> ${share} and not exists (
      select from archive.share_openings n where n.browser = ${becomes} and n.share = o.share)`
  await tx`
    insert into archive.share_openings (browser, share, opened_at, until)
    values (${becomes}, ${share}, ${now}, ${until})
    on conflict (browser, share) do update
    set id = excluded.id, opened_at = excluded.opened_at, until = excluded.until`
}

/** A link with the one time that it was opened, as the log tells them apart. */
export type OpenedShare = { share: Share; opening: string }

/** The link by which this browser reads a version, the one opened last where there are several. */
export async function findOpened(
  sql: Sql | TransactionSql,
  { browser, version, now }: { browser: Buffer; version: VersionId; now: Date },
): Promise<OpenedShare | undefined> {
  const [row] = await sql<(ShareRow & { opening: string })[]>`
    select ${shareColumns(sql)}, o.id as opening from archive.share_openings o join archive.share_links s on s.id = o.share
    where o.browser = ${browser} and s.version = ${version} and o.until > ${now}
    order by s.ended_at is not null, o.opened_at desc limit 1`
  return row && { share: toShare(row), opening: row.opening }
}

/** Nobody reads by them any more. */
export async function forgetOpenings(sql: Sql, now: Date): Promise<void> {
  await sql`delete from archive.share_openings where until < ${now}`
}
