import type { Sql, TransactionSql } from '../database.ts'
import {
  type KeySecrets,
  openShardKey,
  type PersonKey,
  personName,
  type ShardKey,
  type VersionKey,
  versionName,
} from './key-chain.ts'
import { openTwin } from './twin-tag.ts'

/** How much of a keyring was opened to see that it opens. */
export type Samples = { shards: number; people: number; versions: number }

type Row = ShardKey & {
  person: string | null
  shardNo: number
  personWrapped: Buffer
  version: string | null
  versionNo: number
  versionWrapped: Buffer
}

const AT_ONCE = 100

/** Opens the key of every shard, of somebody in it and of one of their versions; throws at the first that does not. */
export async function openSamples(
  sql: Sql | TransactionSql,
  secrets: KeySecrets,
  schema: 'keyring' | 'pg_temp',
): Promise<Samples> {
  const opened = { shards: 0, people: 0, versions: 0 }
  await openTwin(sql, secrets, schema)
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: Row[] = await listSamples(sql, schema, after)
    for (const row of rows) await openSample(secrets, row, opened)
    after = rows.at(-1)?.shard
  }
  return opened
}

async function openSample(secrets: KeySecrets, row: Row, opened: Samples): Promise<void> {
  const shardKey = await openShardKey(secrets, row)
  opened.shards += 1
  if (row.person === null) return
  const person: PersonKey = { ...row, person: row.person, no: 0, wrapped: row.personWrapped }
  const personKey = secrets.unwrap(shardKey, personName(person), person.wrapped)
  opened.people += 1
  if (row.version === null) return
  const version: VersionKey = {
    version: row.version,
    personNo: row.versionNo,
    wrapped: row.versionWrapped,
  }
  secrets.unwrap(personKey, versionName(version), version.wrapped)
  opened.versions += 1
}

/** Somebody who has a version, where there is such a one in the shard. */
async function listSamples(sql: Sql | TransactionSql, schema: string, after: number) {
  return await sql<Row[]>`
    select s.shard, s.no, s.epoch, s.wrapped, p.person, p.shard_no, p.wrapped as person_wrapped,
      v.version, v.person_no as version_no, v.wrapped as version_wrapped
    from ${sql(`${schema}.shard_keys`)} s
    left join lateral (
      select o.person from ${sql(`${schema}.person_keys`)} o
      join ${sql(`${schema}.version_keys`)} w on w.person = o.person
      where o.shard = s.shard limit 1) owner on true
    left join lateral (
      select * from ${sql(`${schema}.person_keys`)} o
      where o.shard = s.shard and o.person = coalesce(owner.person, o.person) limit 1) p on true
    left join lateral (
      select * from ${sql(`${schema}.version_keys`)} w where w.person = p.person limit 1) v on true
    where s.shard > ${after} order by s.shard limit ${AT_ONCE}`
}
