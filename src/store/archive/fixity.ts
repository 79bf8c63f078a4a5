import { afterLook, type CopyHealth, type Look } from '#domain/archive/copy-health.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import type { CopyKind } from './copies.ts'
import { addArchiveEvent } from './events.ts'

/** One copy as the table knows it; `sha256`, in hexadecimal, is of what lies in the store. */
export type KeptCopy = {
  version: VersionId
  kind: CopyKind
  page: number
  store: string
  object: string
  sha256: string
  health: CopyHealth
}

/** The record that the copy is of, under its lock. */
export type CopyOf = { record: RecordId; person: PersonId; no: number }

const LEASE_MS = 15 * 60_000

/**
 * Some copies of a store that are due, which count as not checked from here on, until `keepLook`: who
 * is killed in between lowers the coverage, and they come again after a quarter of an hour.
 */
export async function claimDueCopies(
  sql: Sql,
  store: string,
  now: Date,
  atMost: number,
): Promise<KeptCopy[]> {
  const lease = new Date(now.getTime() + LEASE_MS)
  return await sql<KeptCopy[]>`
    update archive.copies c set last_result = 'notChecked', next_check_at = ${lease}
    where c.object in (
      select object from archive.copies where store = ${store} and next_check_at <= ${now}
      order by next_check_at limit ${atMost} for update skip locked)
    returning ${copyColumns(sql)}`
}

/** All that lies anywhere of one version, as not checked from here on. */
export async function claimCopiesOf(sql: Sql, version: VersionId): Promise<KeptCopy[]> {
  return await sql<KeptCopy[]>`
    update archive.copies c set last_result = 'notChecked'
    where c.version = ${version} returning ${copyColumns(sql)}`
}

/** The other copies of the same bytes, the likeliest to be whole first. */
export async function listPeers(
  sql: Sql,
  { version, kind, page, store }: Omit<KeptCopy, 'object' | 'sha256' | 'health'>,
): Promise<KeptCopy[]> {
  return await sql<KeptCopy[]>`
    select ${copyColumns(sql)} from archive.copies c
    where c.version = ${version} and c.kind = ${kind} and c.page = ${page} and c.store <> ${store}
    order by c.health <> 'healthy', c.health in ('damaged', 'missing'), c.store`
}

/** What a look at a copy found; a bad one is told, unless it was mended or destroyed meanwhile. */
export async function keepLook(sql: Sql, copy: KeptCopy, look: Look, now: Date): Promise<void> {
  if (look === 'whole' || look === 'notChecked') await writeLook(sql, copy, look, now)
  else
    await inTransaction(sql, async (tx) => {
      const of = await lockCopyOf(tx, copy.version)
      const tell = of && (await writeLook(tx, copy, look, now))
      if (tell) await tellCopy(tx, { name: tell, copy, of, now })
    })
}

/** The version that has a key, and its record under the lock. */
export async function lockCopyOf(
  tx: TransactionSql,
  version: VersionId,
): Promise<CopyOf | undefined> {
  await tx`
    select from archive.records
    where id = (select record from archive.versions where id = ${version}) for update`
  const [of] = await tx<CopyOf[]>`
    select record, person, no from archive.versions where id = ${version} and key_gone_at is null`
  return of
}

export async function tellCopy(
  tx: TransactionSql,
  told: {
    name: 'copyFoundDamaged' | 'copyFoundMissing' | 'copyRepaired'
    copy: Pick<KeptCopy, 'kind' | 'page' | 'store'>
    of: CopyOf
    now: Date
  },
): Promise<void> {
  const { kind, page, store } = told.copy
  const { record, person, no } = told.of
  await addArchiveEvent(tx, {
    ...{ name: told.name, record, person, actor: 'system', at: told.now },
    body: { version: no, kind, page, store },
  })
}

/** For a statement that has copies as c. */
function copyColumns(sql: Sql | TransactionSql) {
  return sql`c.version, c.kind, c.page, c.store, c.object, encode(c.sha256, 'hex') as sha256, c.health`
}

async function writeLook(sql: Sql | TransactionSql, copy: KeptCopy, look: Look, now: Date) {
  const { result, health, checkedAt, nextCheckAt, tell } = afterLook(copy.health, look, now)
  const kept = await sql`
    update archive.copies
    set last_result = ${result}, health = ${health}, next_check_at = ${nextCheckAt},
      checked_at = coalesce(${checkedAt ?? null}, checked_at)
    where object = ${copy.object} and health = ${copy.health}`
  return kept.count > 0 ? tell : undefined
}
