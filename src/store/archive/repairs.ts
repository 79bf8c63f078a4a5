import { nextCheckAfter } from '#domain/archive/copy-health.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import type { Copy } from './copies.ts'
import { type KeptCopy, lockCopyOf, tellCopy } from './fixity.ts'
import { bindObjects } from './loose-objects.ts'

type Made = Pick<Copy, 'object' | 'sha256' | 'bytes'>

/**
 * The new object takes the place of the bad one, which is swept from its store. False where the
 * version was destroyed or another process was first: then the new one is swept.
 */
export function keepRepaired(sql: Sql, bad: KeptCopy, made: Made, now: Date): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const of = await lockCopyOf(tx, bad.version)
    const replaced = of && (await replaceObject(tx, bad, made, now))
    if (!replaced) return false
    await bindObjects(tx, [made.object])
    await tx`
      insert into archive.loose_objects (object, store, since)
      values (${bad.object}, ${bad.store}, '-infinity')`
    await tellCopy(tx, { name: 'copyRepaired', copy: bad, of, now })
    await endIncident(tx, bad, now)
    return true
  })
}

async function replaceObject(tx: TransactionSql, bad: KeptCopy, made: Made, now: Date) {
  const { object, sha256, bytes } = made
  const replaced = await tx`
    update archive.copies
    set object = ${object}, sha256 = decode(${sha256}, 'hex'), bytes = ${bytes}, health = 'healthy',
      last_result = 'ok', checked_at = ${now}, next_check_at = ${nextCheckAfter(now)}
    where object = ${bad.object} and health in ('damaged', 'missing')`
  return replaced.count > 0
}

/** A copy more, in a store that has none yet; it was read back and found whole. */
export function keepCopied(
  sql: Sql,
  copy: Pick<KeptCopy, 'version' | 'kind' | 'page' | 'store'>,
  made: Made,
  now: Date,
): Promise<boolean> {
  const { version, kind, page, store } = copy
  const { object, sha256, bytes } = made
  return inTransaction(sql, async (tx) => {
    if (!(await lockCopyOf(tx, version))) return false
    const added = await tx`
      insert into archive.copies (version, kind, page, store, object, sha256, bytes, health, last_result,
        checked_at, next_check_at)
      values (${version}, ${kind}, ${page}, ${store}, ${object}, decode(${sha256}, 'hex'), ${bytes}, 'healthy',
        'ok', ${now}, ${nextCheckAfter(now)})
      on conflict (version, kind, page, store) do nothing`
    if (added.count > 0) await bindObjects(tx, [object])
    return added.count > 0
  })
}

/**
 * True the first time: nothing is left that this could be mended from. Under a lock, for whoever takes over or
 * destroys the file takes this along.
 */
export async function beginIncident(sql: Sql, bad: KeptCopy, now: Date): Promise<boolean> {
  const { version, kind, page } = bad
  const begun = await sql`
    insert into archive.incidents (version, kind, page, agency, found_at)
    select ${version}, ${kind}, ${page}, agency, ${now} from archive.versions
    where id = ${version} and key_gone_at is null for share
    on conflict (version, kind, page) do update set found_at = ${now}, over_at = null
    where incidents.over_at is not null`
  return begun.count > 0
}

/** One that is whole again is enough, wherever it lies. */
export async function endIncident(
  sql: Sql | TransactionSql,
  { version, kind, page }: Pick<KeptCopy, 'version' | 'kind' | 'page'>,
  now: Date,
): Promise<void> {
  await sql`
    update archive.incidents set over_at = ${now}
    where version = ${version} and kind = ${kind} and page = ${page} and over_at is null`
}
