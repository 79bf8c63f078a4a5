import type { Sql, TransactionSql } from '../database.ts'

/** What the keyring needs of whoever may hold keys and dice; `root` reads the file of an epoch. */
export type KeySecrets = {
  newKey: () => Buffer
  wrap: (parent: Buffer, name: KeyName, key: Buffer) => Buffer
  unwrap: (parent: Buffer, name: KeyName, wrapped: Buffer) => Buffer
  twinTag: (secret: Buffer, sha256: Buffer) => Buffer
  bag: (keys: readonly Buffer[], bag: string) => Buffer
  root: (epoch: number) => Promise<Buffer>
}

/** `parentNo`: which key of its parent wraps it, for parents get new ones. */
type KeyName = {
  kind: 'twin' | 'shard' | 'person' | 'version'
  id: string | number
  parentNo: number
}

export type ShardKey = { shard: number; no: number; epoch: number; wrapped: Buffer }
export type PersonKey = {
  person: string
  no: number
  shard: number
  shardNo: number
  wrapped: Buffer
}
export type VersionKey = { version: string; personNo: number; wrapped: Buffer }

export async function openShardKey(secrets: KeySecrets, key: ShardKey): Promise<Buffer> {
  return secrets.unwrap(await secrets.root(key.epoch), shardName(key), key.wrapped)
}

export function shardName({ shard, epoch }: Pick<ShardKey, 'shard' | 'epoch'>): KeyName {
  return { kind: 'shard', id: shard, parentNo: epoch }
}

export function personName({ person, shardNo }: Pick<PersonKey, 'person' | 'shardNo'>): KeyName {
  return { kind: 'person', id: person, parentNo: shardNo }
}

export function versionName({
  version,
  personNo,
}: Pick<VersionKey, 'version' | 'personNo'>): KeyName {
  return { kind: 'version', id: version, parentNo: personNo }
}

export function twinName(epoch: number): KeyName {
  return { kind: 'twin', id: 'twin', parentNo: epoch }
}

export async function findShardKey(tx: Sql | TransactionSql, shard: number): Promise<ShardKey> {
  const [key] = await tx<ShardKey[]>`
    select shard, no, epoch, wrapped from keyring.shard_keys where shard = ${shard}`
  if (!key) throw new Error('a person key names a shard that is not there')
  return key
}
