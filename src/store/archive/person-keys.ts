import type { TransactionSql } from '../database.ts'
import {
  findShardKey,
  type KeySecrets,
  openShardKey,
  type PersonKey,
  personName,
  type ShardKey,
  shardName,
} from './key-chain.ts'

const PEOPLE_A_SHARD = 4096
const ADDING_A_SHARD = 4_112_043

/** A person's key, opened, which nobody changes until the transaction ends. */
export type HeldPersonKey = { no: number; shard: number; key: Buffer }

/** The key of a person is made with the first of their versions. */
export async function holdOrAddPersonKey(
  tx: TransactionSql,
  secrets: KeySecrets,
  person: string,
): Promise<HeldPersonKey> {
  const held = await holdPersonKey(tx, secrets, person)
  if (held) return held
  await addPersonKey(tx, secrets, person)
  const added = await holdPersonKey(tx, secrets, person)
  if (!added) throw new Error('a person key that was just made is not there')
  return added
}

/** The shard is read after the lock is had, for only then does its key stay the one that wraps. */
export async function holdPersonKey(
  tx: TransactionSql,
  secrets: KeySecrets,
  person: string,
): Promise<HeldPersonKey | undefined> {
  const [row] = await tx<PersonKey[]>`
    select person, no, shard, shard_no, wrapped from keyring.person_keys
    where person = ${person} for update`
  if (!row) return undefined
  const shardKey = await openShardKey(secrets, await findShardKey(tx, row.shard))
  const key = secrets.unwrap(shardKey, personName(row), row.wrapped)
  return { no: row.no, shard: row.shard, key }
}

/** A new key in place of the one before; whoever calls holds the shard before the person. */
export async function replacePersonKey(
  tx: TransactionSql,
  secrets: KeySecrets,
  person: string,
  { no, shard }: HeldPersonKey,
): Promise<HeldPersonKey> {
  const shardKey = await findShardKey(tx, shard)
  const key = secrets.newKey()
  const name = personName({ person, shardNo: shardKey.no })
  const wrapped = secrets.wrap(await openShardKey(secrets, shardKey), name, key)
  await tx`
    update keyring.person_keys
    set no = ${no + 1}, shard_no = ${shardKey.no}, wrapped = ${wrapped} where person = ${person}`
  return { no: no + 1, shard, key }
}

/** Until the transaction ends the key of the person's shard stays; undefined without a person key. */
export async function holdShardOf(tx: TransactionSql, person: string): Promise<number | undefined> {
  const [row] = await tx<{ shard: number }[]>`
    select shard from keyring.shard_keys
    where shard = (select shard from keyring.person_keys where person = ${person}) for update`
  return row?.shard
}

async function addPersonKey(tx: TransactionSql, secrets: KeySecrets, person: string) {
  const shard = await holdOpenShard(tx, secrets)
  const name = personName({ person, shardNo: shard.no })
  const wrapped = secrets.wrap(await openShardKey(secrets, shard), name, secrets.newKey())
  const added = await tx`
    insert into keyring.person_keys (person, no, shard, shard_no, wrapped)
    values (${person}, 1, ${shard.shard}, ${shard.no}, ${wrapped}) on conflict do nothing`
  await tx`
    update keyring.shard_keys set people = people + ${added.count} where shard = ${shard.shard}`
}

/** The shard that still takes people: the last one, or a new one behind it, which one alone adds. */
async function holdOpenShard(tx: TransactionSql, secrets: KeySecrets): Promise<ShardKey> {
  const open = await holdLastShard(tx)
  if (open) return open
  await tx`select pg_advisory_xact_lock(${ADDING_A_SHARD})`
  return (await holdLastShard(tx)) ?? (await addShard(tx, secrets))
}

async function holdLastShard(tx: TransactionSql): Promise<ShardKey | undefined> {
  const [open] = await tx<ShardKey[]>`
    select shard, no, epoch, wrapped from keyring.shard_keys
    where people < ${PEOPLE_A_SHARD} order by shard desc limit 1 for update`
  return open
}

/** Under the epoch that wraps now, which does not change before the shard can be seen. */
async function addShard(tx: TransactionSql, secrets: KeySecrets): Promise<ShardKey> {
  const [root] = await tx<{ epoch: number; shard: number }[]>`
    select epoch, (select coalesce(max(shard), 0) + 1 from keyring.shard_keys) as shard
    from keyring.root for share`
  if (!root) throw new Error('the keyring has no root')
  const wrapped = secrets.wrap(await secrets.root(root.epoch), shardName(root), secrets.newKey())
  await tx`
    insert into keyring.shard_keys (shard, no, epoch, wrapped)
    values (${root.shard}, 1, ${root.epoch}, ${wrapped})`
  return { ...root, no: 1, wrapped }
}
