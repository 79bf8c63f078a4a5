import { type CheckHeld, whileAlone } from '../alone.ts'
import { byteas, inTransaction, type Sql, type TransactionSql } from '../database.ts'
import {
  type KeySecrets,
  openShardKey,
  type PersonKey,
  personName,
  type ShardKey,
  shardName,
} from './key-chain.ts'
import { rewrapTwin } from './twin-tag.ts'

const LOCK = 4_112_042

/** Runs `work` unless another process changes or copies the keyring. */
export function aloneWithKeyring<Answer>(
  sql: Sql,
  work: (checkHeld: CheckHeld) => Promise<Answer>,
): Promise<Answer | 'anotherIsRunning'> {
  return whileAlone(sql, sql`${LOCK}`, work)
}

/** `rotatingSince`: of a change of the root key that has not come to its end. */
export type Root = { epoch: number; rotatingSince: Date | null; rotatedAt: Date }

export async function findRoot(sql: Sql | TransactionSql): Promise<Root> {
  const [root] = await sql<Root[]>`select epoch, rotating_since, rotated_at from keyring.root`
  if (!root) throw new Error('the keyring has no root')
  return root
}

/** Of the root keys: the one that wraps now, and those that anything is wrapped by. */
export async function listEpochs(sql: Sql): Promise<{ current: number; used: number[] }> {
  const { epoch } = await findRoot(sql)
  const rows = await sql<{ epoch: number }[]>`
    select epoch from keyring.shard_keys
    union select epoch from keyring.root where twin_wrapped is not null`
  return { current: epoch, used: rows.map((row) => row.epoch) }
}

/**
 * From here on new shards are wrapped by the next root key, which `makeRoot` writes down before any
 * row needs it. One that has begun goes on. Answers the epoch that all shards are to reach.
 */
export function beginRotation(
  sql: Sql,
  secrets: KeySecrets,
  { makeRoot, now }: { makeRoot: (epoch: number) => Promise<void>; now: Date },
): Promise<number> {
  return inTransaction(sql, async (tx) => {
    const [root] = await tx<(Root & { twinWrapped: Buffer | null })[]>`
      select epoch, rotating_since, rotated_at, twin_wrapped from keyring.root for update`
    if (!root) throw new Error('the keyring has no root')
    if (root.rotatingSince) return root.epoch
    const to = root.epoch + 1
    await makeRoot(to)
    const twin = await rewrapTwin(secrets, root, to)
    await tx`
      update keyring.root set epoch = ${to}, rotating_since = ${now}, twin_wrapped = ${twin}`
    return to
  })
}

export async function listShardsBefore(sql: Sql, epoch: number): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select shard from keyring.shard_keys where epoch < ${epoch} order by shard`
  return rows.map(({ shard }) => shard)
}

/** Wraps the key of a shard by the root key of `to`; a dirty one gets a new key, and its people with it. */
export function renewShard(
  sql: Sql,
  secrets: KeySecrets,
  shard: number,
  to: number,
): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const [old] = await tx<(ShardKey & { dirty: boolean })[]>`
      select shard, no, epoch, wrapped, dirty from keyring.shard_keys where shard = ${shard} for update`
    if (!old || old.epoch >= to) return
    const opened = await openShardKey(secrets, old)
    const key = old.dirty ? secrets.newKey() : opened
    const no = old.dirty ? old.no + 1 : old.no
    if (old.dirty) await rewrapPeople(tx, secrets, { shard, no, from: opened, to: key })
    const wrapped = secrets.wrap(await secrets.root(to), shardName({ shard, epoch: to }), key)
    await tx`
      update keyring.shard_keys
      set no = ${no}, epoch = ${to}, wrapped = ${wrapped}, dirty = false where shard = ${shard}`
  })
}

export async function finishRotation(tx: TransactionSql, now: Date): Promise<void> {
  await tx`update keyring.root set rotating_since = null, rotated_at = ${now}`
}

async function rewrapPeople(
  tx: TransactionSql,
  secrets: KeySecrets,
  { shard, no, from, to }: { shard: number; no: number; from: Buffer; to: Buffer },
): Promise<void> {
  const people = await tx<PersonKey[]>`
    select person, no, shard, shard_no, wrapped from keyring.person_keys
    where shard = ${shard} order by person for update`
  const wraps = people.map((one) => {
    const key = secrets.unwrap(from, personName(one), one.wrapped)
    return secrets.wrap(to, personName({ ...one, shardNo: no }), key)
  })
  await tx`
    update keyring.person_keys p set shard_no = ${no}, wrapped = n.wrapped
    from unnest(${people.map(({ person }) => person)}::uuid[], ${byteas(tx, wraps)}) as n (person, wrapped)
    where p.person = n.person`
}
