import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { byteas, type Sql, type TransactionSql } from '../database.ts'
import { passGate } from './gate.ts'
import {
  type KeySecrets,
  openShardKey,
  type PersonKey,
  personName,
  type ShardKey,
  type VersionKey,
  versionName,
} from './key-chain.ts'
import { holdOrAddPersonKey, holdPersonKey, holdShardOf, replacePersonKey } from './person-keys.ts'
import { twinTag } from './twin-tag.ts'

export type Keyring = ReturnType<typeof makeKeyring>

/**
 * The keys of the archive, by connections as asn_keyring, whose transactions these functions take.
 * Nobody keeps the key of a version for longer than one use of it.
 */
export function makeKeyring(sql: Sql, secrets: KeySecrets) {
  return {
    sql,
    secrets,
    /** Nothing knows it until `addVersionKey`: sealed under it and then lost is as good as never sealed. */
    newVersionKey: () => secrets.newKey(),
    addVersionKey: (tx: TransactionSql, made: NewVersionKey) => addVersionKey(tx, secrets, made),
    openVersionKey: (tx: Sql | TransactionSql, version: VersionId) =>
      openVersionKey(tx, secrets, version),
    hasVersionKey,
    deleteVersionKeys: (tx: TransactionSql, gone: GoneVersions) =>
      deleteVersionKeys(tx, secrets, gone),
    /** The same for the same file of whoever it may be. */
    twinTag: (tx: TransactionSql, sha256: Buffer) => twinTag(tx, secrets, sha256),
  }
}

export type NewVersionKey = { version: VersionId; person: PersonId; key: Buffer }
export type GoneVersions = { versions: readonly VersionId[]; person: PersonId }

type Chain = {
  shard: number
  no: number
  epoch: number
  shardWrapped: Buffer
  person: string
  shardNo: number
  personWrapped: Buffer
  personNo: number
  wrapped: Buffer
}

/** In the transaction that adds the version. */
async function addVersionKey(
  tx: TransactionSql,
  secrets: KeySecrets,
  { version, person, key }: NewVersionKey,
): Promise<void> {
  const held = await holdOrAddPersonKey(tx, secrets, person)
  const wrapped = secrets.wrap(held.key, versionName({ version, personNo: held.no }), key)
  await tx`
    insert into keyring.version_keys (version, person, person_no, wrapped)
    values (${version}, ${person}, ${held.no}, ${wrapped})`
}

/** Undefined once it was destroyed; a root file that went while it was asked for is asked for anew. */
async function openVersionKey(
  tx: Sql | TransactionSql,
  secrets: KeySecrets,
  version: VersionId,
): Promise<Buffer | undefined> {
  const chain = await findChain(tx, version)
  if (!chain) return undefined
  try {
    return await openChain(secrets, version, chain)
  } catch (problem) {
    const anew = await findChain(tx, version)
    if (anew?.epoch === chain.epoch) throw problem
    return anew && (await openChain(secrets, version, anew))
  }
}

async function hasVersionKey(tx: Sql | TransactionSql, version: VersionId): Promise<boolean> {
  const found = await tx`select from keyring.version_keys where version = ${version}`
  return found.length > 0
}

/**
 * The only way a key goes (archive.md 5.3), once the guards were judged in the same transaction: what
 * the person keeps is wrapped anew, so that no older copy of the keyring opens what went with any key
 * of today. Answers how many went; a hold makes it throw.
 */
async function deleteVersionKeys(
  tx: TransactionSql,
  secrets: KeySecrets,
  { versions, person }: GoneVersions,
): Promise<number> {
  await passGate(tx)
  const shard = await holdShardOf(tx, person)
  const held = await holdPersonKey(tx, secrets, person)
  if (shard === undefined || !held) return 0
  const gone = await tx`
    delete from keyring.version_keys
    where person = ${person} and version = any(${[...versions]}::uuid[])`
  if (gone.count === 0) return 0
  const rest = await tx<VersionKey[]>`
    select version, person_no, wrapped from keyring.version_keys where person = ${person}`
  const fresh = await replacePersonKey(tx, secrets, person, held)
  const wraps = rest.map((one) => {
    const key = secrets.unwrap(held.key, versionName(one), one.wrapped)
    return secrets.wrap(fresh.key, versionName({ ...one, personNo: fresh.no }), key)
  })
  await tx`
    update keyring.version_keys v set person_no = ${fresh.no}, wrapped = n.wrapped
    from unnest(${rest.map(({ version }) => version)}::uuid[], ${byteas(tx, wraps)}) as n (version, wrapped)
    where v.version = n.version`
  await tx`update keyring.shard_keys set dirty = true where shard = ${shard}`
  return gone.count
}

async function findChain(tx: Sql | TransactionSql, version: VersionId): Promise<Chain | undefined> {
  const [chain] = await tx<Chain[]>`
    select s.shard, s.no, s.epoch, s.wrapped as shard_wrapped, p.person, p.shard_no,
      p.wrapped as person_wrapped, v.person_no, v.wrapped
    from keyring.version_keys v
    join keyring.person_keys p on p.person = v.person
    join keyring.shard_keys s on s.shard = p.shard
    where v.version = ${version}`
  return chain
}

async function openChain(secrets: KeySecrets, version: string, chain: Chain): Promise<Buffer> {
  const shard: ShardKey = { ...chain, wrapped: chain.shardWrapped }
  const person: PersonKey = { ...chain, no: chain.personNo, wrapped: chain.personWrapped }
  const shardKey = await openShardKey(secrets, shard)
  const personKey = secrets.unwrap(shardKey, personName(person), person.wrapped)
  return secrets.unwrap(personKey, versionName({ ...chain, version }), chain.wrapped)
}
