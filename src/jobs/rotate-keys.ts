import { join } from 'node:path'
import { addArchiveEvent } from '../store/archive/events.ts'
import type { KeySecrets } from '../store/archive/key-chain.ts'
import { openSamples, type Samples } from '../store/archive/key-samples.ts'
import { loadDump, makeScratchTables } from '../store/archive/keyring-dump.ts'
import {
  aloneWithKeyring,
  beginRotation,
  finishRotation,
  listShardsBefore,
  renewShard,
} from '../store/archive/rotation.ts'
import { inTransaction, type Sql, type TransactionSql } from '../store/database.ts'
import { keepOnlyDump, writeDump } from './keyring-dumps.ts'

/** Everything of the keyring that lies in a database or in a file. */
export type KeyringPlaces = {
  sql: Sql
  secrets: KeySecrets
  roots: {
    make: (epoch: number) => Promise<void>
    destroyBefore: (epoch: number) => Promise<void>
  }
  /** Where its dumps go, each into all of them. */
  dumps: readonly [string, ...string[]]
  clock: () => Date
}

export type Rotated = { epoch: number; dump: string; opened: Samples }

/** What is behind a rotation when it is told; whatever happens then, the next one goes on from there. */
export type RotationStep =
  | { kind: 'begun' | 'rootDestroyed' | 'dumpsDestroyed'; epoch: number }
  | { kind: 'shardRenewed'; shard: number; left: number }
  | { kind: 'dumped'; dump: string }
  | { kind: 'proven'; opened: Samples }

type Step = (step: RotationStep) => void | Promise<void>

/**
 * A new root key, and a new one for each shard that lost a key; the old ones and all older dumps are
 * destroyed, but not before a dump of the new ones was loaded elsewhere and found to open.
 */
export function rotateKeys(
  places: KeyringPlaces,
  step: Step = () => {},
): Promise<Rotated | 'anotherIsRunning'> {
  const { sql, secrets, roots, dumps, clock } = places
  return aloneWithKeyring(sql, async (checkHeld) => {
    const next: Step = async (behind) => {
      await step(behind)
      await checkHeld()
    }
    const epoch = await beginRotation(sql, secrets, { makeRoot: roots.make, now: clock() })
    await next({ kind: 'begun', epoch })
    await renewShards(places, epoch, next)
    const dump = await writeDump(sql, dumps, clock())
    await next({ kind: 'dumped', dump })
    const opened = await proveDump(places, dump, epoch)
    await next({ kind: 'proven', opened })
    await roots.destroyBefore(epoch)
    await next({ kind: 'rootDestroyed', epoch })
    await keepOnlyDump(dumps, dump)
    await next({ kind: 'dumpsDestroyed', epoch })
    await inTransaction(sql, (tx) => tellRotated(tx, epoch, clock()))
    return { epoch, dump, opened }
  })
}

async function renewShards(
  { sql, secrets }: KeyringPlaces,
  epoch: number,
  step: Step,
): Promise<void> {
  const shards = await listShardsBefore(sql, epoch)
  for (const [at, shard] of shards.entries()) {
    await renewShard(sql, secrets, shard, epoch)
    await step({ kind: 'shardRenewed', shard, left: shards.length - at - 1 })
  }
}

/** In every folder, for any may be the one that is left, and by the new root key alone. */
async function proveDump(
  { sql, secrets, dumps }: KeyringPlaces,
  dump: string,
  epoch: number,
): Promise<Samples> {
  const root = async (asked: number) => {
    if (asked !== epoch) throw new Error('a key was not wrapped by the new root key')
    return await secrets.root(epoch)
  }
  let opened = { shards: 0, people: 0, versions: 0 }
  for (const folder of dumps)
    opened = await inTransaction(sql, async (tx) => {
      await makeScratchTables(tx)
      await loadDump(tx, join(folder, dump), 'pg_temp')
      return await openSamples(tx, { ...secrets, root }, 'pg_temp')
    })
  return opened
}

async function tellRotated(tx: TransactionSql, epoch: number, at: Date): Promise<void> {
  await finishRotation(tx, at)
  const nobody = { record: undefined, person: undefined, actor: 'system' } as const
  await addArchiveEvent(tx, { name: 'rootEpochRotated', ...nobody, at, body: { epoch } })
}
