import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { VersionId } from '#domain/archive/version.ts'
import { type Blobs, makeBlobs } from '#src/blobs/blobs.ts'
import { makeMemoryStore } from '#src/blobs/memory-store.ts'
import { careForVersion } from '#src/care/care-for.ts'
import type { CarePlace } from '#src/care/place.ts'
import type { Deps } from '#src/deps.ts'
import { makeIntake } from '#src/intake/intake.ts'
import { receivePaper } from '#src/receiving/paper.ts'
import type { Reception } from '#src/receiving/receive.ts'
import { makeScratch } from '#src/receiving/scratch.ts'
import { makeUploads } from '#src/receiving/uploads.ts'
import { newKey } from '#src/secrets/archive/key-wrap.ts'
import { keySecrets, type RootKeys } from '#src/secrets/archive/root-keys.ts'
import { makeKeyring } from '#src/store/archive/keyring.ts'
import { makeUploadLocks } from '#src/store/archive/upload-locks.ts'
import type { Sql } from '#src/store/database.ts'
import { NOW } from './builders.ts'
import { asApplication, asKeyring, asLocker } from './database.ts'
import { makeFaultyStore } from './faulty-store.ts'

type Fail = ReturnType<typeof makeFaultyStore>['fail']

type Archive = Pick<Deps, 'keyring' | 'blobs' | 'uploads' | 'receivePaper' | 'care'> & {
  place: Reception
  fail: Record<'main' | 'copy', Fail>
}

const archives = new WeakMap<Sql, Archive>()

/** Stores and root keys in memory, the same for all who work on one database. */
export function archiveOf(sql: Sql): Omit<Archive, 'place' | 'fail'> {
  const { place: _, fail: __, ...archive } = wholeArchiveOf(sql)
  return archive
}

/** With what receives files, in a folder of its own, and how its stores are told to fail. */
export function wholeArchiveOf(sql: Sql): Archive {
  const own = asKeyring(sql)
  const archive = archives.get(own) ?? newArchive(sql, own)
  archives.set(own, archive)
  return archive
}

function newArchive(sql: Sql, own: Sql): Archive {
  const keyring = makeKeyring(own, keySecrets(memoryRoots()))
  const [main, copy] = [faulty('main'), faulty('copy')]
  const blobs = makeBlobs([main.store, copy.store], 2)
  const place: Reception = {
    sql: asApplication(sql),
    keyring,
    store: blobs.first,
    scratch: makeScratch(join(runFolder(), `naskah-${crypto.randomUUID()}`)),
    locks: makeUploadLocks(asLocker(sql)),
    joinPhotos: async () => ({ kind: 'notMade' }),
    newId: () => crypto.randomUUID(),
    clock: () => NOW,
  }
  const fail = { main: main.fail, copy: copy.fail }
  const { inspect } = makeIntake({ children: 1, waiting: 2 })
  const scan = async () => ({ kind: 'notScanned', why: 'off' }) as const
  const checking = { ...place, blobs, inspect, scan, policy: 'off' } as const
  return {
    ...{ keyring, blobs, uploads: makeUploads(place), care: careOf(sql, blobs), place, fail },
    receivePaper: (chunks) => receivePaper(checking, chunks),
  }
}

/** A process that a test starts is told no folder by vitest, and receives no files. */
function runFolder(): string {
  try {
    return inject('runFolder')
  } catch {
    return tmpdir()
  }
}

function faulty(name: string) {
  return makeFaultyStore(makeMemoryStore(name))
}

/** As the program cares for one version that people wait for. */
export function careOf(
  sql: Sql,
  blobs: Blobs,
  { clock = () => NOW, report = () => {} }: Partial<Pick<CarePlace, 'clock' | 'report'>> = {},
) {
  const stores = [blobs.first, ...blobs.others]
  const newId = () => crypto.randomUUID()
  const place = { sql: asApplication(sql), stores, blobs, newId, clock, report }
  return (version: VersionId) => careForVersion(place, version)
}

/** The first is there from the beginning, as on a desk. */
function memoryRoots(): RootKeys {
  const keys = new Map([[1, newKey()]])
  return {
    list: async () => [...keys.keys()],
    read: async (epoch) => {
      const key = keys.get(epoch)
      if (!key) throw new Error(`root-${epoch}.key cannot be used: missing`)
      return key
    },
    make: async (epoch) => {
      if (!keys.has(epoch)) keys.set(epoch, newKey())
    },
    destroyBefore: async (epoch) => {
      for (const old of keys.keys()) if (old < epoch) keys.delete(old)
    },
  }
}
