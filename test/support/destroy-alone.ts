import { makeFolderStore } from '#src/blobs/folder-store.ts'
import { destroyRound } from '#src/jobs/destruction.ts'
import { rotateKeys } from '#src/jobs/rotate-keys.ts'
import { keySecrets, makeRootKeys } from '#src/secrets/archive/root-keys.ts'
import { makeKeyring } from '#src/store/archive/keyring.ts'
import { openDatabase } from '#src/store/database.ts'

/** A process of its own that destroys what waits for it, and kills itself after so many steps of it. */
const { url, keys, dumps, stores, now, steps } = JSON.parse(process.argv[2] ?? '')
const sql = openDatabase(url, { role: 'asn_keyring', max: 4 })
const roots = makeRootKeys(keys)
const secrets = keySecrets(roots)
const keyring = makeKeyring(sql, secrets)
let left: number = steps

/** No handler, no finally and no goodbye to the database: nothing of this process runs any more. */
function step(): void {
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}

const clock = () => new Date(now)

await destroyRound({
  sql,
  stores: stores.map(({ name, root }: { name: string; root: string }) => {
    const store = makeFolderStore(name, root)
    return {
      name,
      head: async (object: string) => {
        step()
        return await store.head(object)
      },
      delete: async (object: string) => {
        await store.delete(object)
        step()
      },
    }
  }),
  keyring: {
    deleteVersionKeys: async (tx, gone) => {
      step()
      await keyring.deleteVersionKeys(tx, gone)
      step()
    },
    hasVersionKey: async (inside, version) => {
      step()
      return await keyring.hasVersionKey(inside, version)
    },
  },
  certify: async () => step(),
  rotate: () => rotateKeys({ sql, secrets, roots, dumps, clock }, step),
  clock: () => {
    step()
    return clock()
  },
  failed: (problem) => {
    throw problem
  },
})
await sql.end()
