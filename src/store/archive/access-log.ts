import { randomBytes } from 'node:crypto'
import type { MandateId } from '#domain/access/mandate.ts'
import { type AccessAction, type Purpose, viewedIn } from '#domain/archive/access.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { mayDownloadAgain } from '#domain/archive/share/open-share.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'

/** Somebody reads a version of `person`, as themself, under a hat, or by a link that was shared. */
export type Access = {
  person: PersonId
  by: { actor: PersonId; hat: MandateId | undefined } | { share: string; opening: string }
  purpose: Purpose
  action: AccessAction
  read: { record: RecordId; version: VersionId; no: number } | undefined
  at: Date
}

const SALT_BYTES = 32

/**
 * I9: committed before the first byte leaves. A view that is there already is not written twice, and
 * asking for that takes no lock: a page of many pictures writes once. False: it may not be any more.
 */
export async function keepAccess(sql: Sql, access: Access): Promise<boolean> {
  if (access.action === 'recordViewed' && (await isKnownView(sql, access))) return true
  return inTransaction(sql, (tx) => addAccess(tx, access))
}

/**
 * In the transaction of what it tells of; the counter is locked first, so that `n` has no gap. A clock that
 * lags behind what the log was told already (T30) does not count: no root would have the row.
 */
export async function addAccess(tx: TransactionSql, access: Access): Promise<boolean> {
  const { person, purpose, action, read, at } = access
  await tx`insert into archive.access_counters (person) values (${person}) on conflict do nothing`
  await tx`select from archive.access_counters where person = ${person} for update`
  const isView = action === 'recordViewed'
  if (isView && (await isKnownView(tx, access))) return true
  if (!isView && !mayDownloadAgain(await countDownloads(tx, access))) return false
  await tx`
    with numbered as (
      update archive.access_counters set next_n = next_n + 1 where person = ${person} returning next_n - 1 as n)
    insert into archive.access_log (person, n, at, actor, hat, share, opening, purpose, action, record, version, version_no,
      viewed_in, salt)
    select ${person}, n, case when ${at} < until then greatest(clock_timestamp(), until) else ${at} end, ${actorOf(access)}, ${hatOf(access)}, ${shareOf(access)}, ${openingOf(access)}, ${purpose}, ${action},
      ${read?.record ?? null}, ${read?.version ?? null}, ${read?.no ?? null}, ${isView ? viewedIn(at) : null},
      ${randomBytes(SALT_BYTES)}
    from numbered, archive.accesses_told`
  return true
}

/** By a link, since it was opened; whoever has an account may do so at any time. */
async function countDownloads(tx: TransactionSql, { person, by }: Access): Promise<number> {
  if (!('share' in by)) return 0
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from archive.access_log
    where person = ${person} and share = ${by.share} and opening = ${by.opening} and action = 'recordDownloaded'`
  return row?.count ?? 0
}

async function isKnownView(sql: Sql | TransactionSql, access: Access): Promise<boolean> {
  const found = await sql`
    select from archive.access_log
    where person = ${access.person} and version = ${access.read?.version ?? null} and ${isBy(sql, access)}
      and viewed_in = ${viewedIn(access.at)} and action = 'recordViewed'`
  return found.length > 0
}

/** A download that goes on after a break is the same one, in the same hat and for the same purpose. */
export async function hasDownloaded(sql: Sql, access: Access, since: Date): Promise<boolean> {
  const found = await sql`
    select from archive.access_log
    where person = ${access.person} and record = ${access.read?.record ?? null}
      and version = ${access.read?.version ?? null} and ${isBy(sql, access)} and action = 'recordDownloaded' and at > ${since}
      and hat is not distinct from ${hatOf(access)} and purpose = ${access.purpose}
    limit 1`
  return found.length > 0
}

function isBy(sql: Sql | TransactionSql, { by }: Access) {
  return 'share' in by ? sql`opening = ${by.opening}` : sql`actor = ${by.actor} and share is null`
}

function actorOf({ by }: Access): PersonId | null {
  return 'share' in by ? null : by.actor
}

function hatOf({ by }: Access): MandateId | null {
  return 'share' in by ? null : (by.hat ?? null)
}

function openingOf({ by }: Access): string | null {
  return 'share' in by ? by.opening : null
}

function shareOf({ by }: Access): string | null {
  return 'share' in by ? by.share : null
}
