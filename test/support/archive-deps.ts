import { makeBlobs } from '#src/blobs/blobs.ts'
import { makeMemoryStore } from '#src/blobs/memory-store.ts'
import type { Deps } from '#src/deps.ts'
import { newKey } from '#src/secrets/archive/key-wrap.ts'
import { keySecrets, type RootKeys } from '#src/secrets/archive/root-keys.ts'
import { makeKeyring } from '#src/store/archive/keyring.ts'
import type { Sql } from '#src/store/database.ts'
import { asKeyring } from './database.ts'

const archives = new WeakMap<Sql, Pick<Deps, 'keyring' | 'blobs'>>()

/** Stores and root keys in memory, the same for all who work on one database. */
export function archiveOf(sql: Sql): Pick<Deps, 'keyring' | 'blobs'> {
  const keyring = asKeyring(sql)
  const archive = archives.get(keyring) ?? {
    keyring: makeKeyring(keyring, keySecrets(memoryRoots())),
    blobs: makeBlobs([makeMemoryStore('main'), makeMemoryStore('copy')], 2),
  }
  archives.set(keyring, archive)
  return archive
}

/** The first is there from the beginning, as on a desk. */
export function memoryRoots(): RootKeys {
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
