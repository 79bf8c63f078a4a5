import { mkdir } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { StorePlace } from './archive-config.ts'
import type { BlobStore } from './blobs/blob-store.ts'
import { makeBlobs } from './blobs/blobs.ts'
import { clearScratch, makeFolderStore, markFolder } from './blobs/folder-store.ts'
import { pacedStore } from './blobs/paced-store.ts'
import { makeS3Store } from './blobs/s3-store.ts'
import type { Config } from './config.ts'
import { keepKeyring } from './jobs/keep-keyring.ts'
import { newestDumpAt } from './jobs/keyring-dumps.ts'
import { type KeyringPlaces, rotateKeys } from './jobs/rotate-keys.ts'
import { keySecrets, makeRootKeys, type RootKeys } from './secrets/archive/root-keys.ts'
import { makeKeyring } from './store/archive/keyring.ts'
import {
  findRestored,
  isOlderThan,
  renewMarks,
  trimJournal,
} from './store/archive/restore/marks.ts'
import { listEpochs } from './store/archive/rotation.ts'
import { beginStore } from './store/archive/stores.ts'
import { openOrAddTwin } from './store/archive/twin-tag.ts'
import { inTransaction, openDatabase, type Sql } from './store/database.ts'
import { startRefusal } from './store/start-refusal.ts'

const MAIN_RESTORED =
  'The tables are older than the keyring, so they were restored: run npm run asn -- archive reopen NIP NIP first (docs/operations.md).'
const KEYRING_RESTORED =
  'The keyring is older than the tables: load its newest dump, or keys that were destroyed are back and others lost (docs/operations.md).'
const DAY_MS = 24 * 60 * 60_000
const STOPWATCH = { uptime: () => performance.now(), wait: (ms: number) => setTimeout(ms) }

/** Stores and keys of the archive, by connections of their own. */
export async function openArchive(config: Config, url: string, clock: () => Date) {
  const { archive } = config
  const roots = await rootsOf(config)
  const sql = openDatabase(archive.keyringUrl ?? url, { role: 'asn_keyring', name: 'asn-keyring' })
  await beginFolders(archive.stores, sql)
  const [first, ...others] = archive.stores
  const open = (place: StorePlace) => openStore(place, clock)
  const blobs = makeBlobs([open(first), ...others.map(open)], archive.minCopies)
  const places = keyringPlaces(config, { sql, roots, clock })
  return {
    keyring: makeKeyring(sql, places.secrets),
    blobs,
    /** The same stores for whoever reads all that lies there, and has time. */
    paced: [blobs.first, ...blobs.others].map((store) =>
      pacedStore(store, archive.fixityBytes, STOPWATCH),
    ),
    /** At the end of a destruction. */
    rotate: () => rotateKeys(places),
    /** What has to be done by itself from time to time. */
    keep: async () => {
      for (const place of archive.stores)
        if (place.kind === 'folder')
          await clearScratch(place.path, new Date(clock().getTime() - DAY_MS))
      await keepKeyring(places)
      await renewMarks(sql)
      await trimJournal(sql, clock())
    },
    close: () => sql.end({ timeout: 5 }),
  }
}

export function keyringPlaces(
  { archive }: Config,
  { sql, roots, clock }: { sql: Sql; roots: RootKeys; clock: () => Date },
): KeyringPlaces {
  const { make, destroyBefore } = roots
  return {
    sql,
    secrets: keySecrets(roots),
    roots: { make, destroyBefore },
    dumps: archive.dumpFolders,
    clock,
  }
}

/** On a desk the folder is made; production has to bring it. */
export async function rootsOf(config: Config): Promise<RootKeys> {
  const { keysFolder } = config.archive
  if (config.kind === 'embedded') await mkdir(keysFolder, { recursive: true, mode: 0o700 })
  return makeRootKeys(keysFolder)
}

/**
 * R-HA-02 of the archive: every root key that a row needs can be read, or nothing starts. The very
 * first is made on a desk alone, and never where keys are that another one wrapped.
 */
export async function prepareRoots(config: Config, sql: Sql): Promise<void> {
  const roots = await rootsOf(config)
  const { current, used } = await listEpochs(sql)
  if (config.kind === 'embedded' && used.length === 0) await roots.make(current)
  for (const epoch of new Set([current, ...used]))
    await roots.read(epoch).catch((problem: Error) => {
      throw startRefusal(
        `ARCHIVE_KEYS_DIR (${config.archive.keysFolder}) cannot be used: ${problem.message}. docs/operations.md says how the first root key is made.`,
      )
    })
  await inTransaction(sql, (tx) => openOrAddTwin(tx, keySecrets(roots)))
}

/** I10: where either side is older than the other nothing opens, or what was destroyed would be back. */
export async function refuseRestored(config: Config, sql: Sql): Promise<void> {
  await refuseOldKeyring(config, sql)
  const restored = await findRestored(sql)
  if (restored === 'main') throw startRefusal(MAIN_RESTORED)
  if (restored === 'keyring') throw startRefusal(KEYRING_RESTORED)
}

/** Also where it is as old as the tables, as after a restore of the whole server: its dumps tell. */
export async function refuseOldKeyring({ archive }: Config, sql: Sql): Promise<void> {
  const newest = await newestDumpAt(archive.dumpFolders)
  if (newest && (await isOlderThan(sql, newest))) throw startRefusal(KEYRING_RESTORED)
}

/** The marker is made once: later, where it is missing, the folder is not the store (docs/decisions/025). */
async function beginFolders(stores: readonly StorePlace[], sql: Sql): Promise<void> {
  for (const store of stores)
    if (store.kind === 'folder')
      await beginStore(sql, store.name, () => markFolder(store.name, store.path))
}

export function openStore(place: StorePlace, clock: () => Date): BlobStore {
  return place.kind === 'folder'
    ? makeFolderStore(place.name, place.path)
    : makeS3Store(place.name, place, clock)
}
