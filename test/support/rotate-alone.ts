import { rotateKeys } from '#src/jobs/rotate-keys.ts'
import { keySecrets, makeRootKeys } from '#src/secrets/archive/root-keys.ts'
import { openDatabase } from '#src/store/database.ts'

/** A process of its own that changes the root key and kills itself after so many steps of it. */
const { url, keys, dumps, steps } = JSON.parse(process.argv[2] ?? '')
const sql = openDatabase(url, { role: 'asn_keyring', max: 4 })
const roots = makeRootKeys(keys)
let left: number = steps

/** No handler, no finally and no goodbye to the database: nothing of this process runs any more. */
function step(): void {
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}

await rotateKeys(
  {
    sql,
    secrets: keySecrets(roots),
    roots: {
      make: async (epoch) => {
        await roots.make(epoch)
        step()
      },
      destroyBefore: async (epoch) => {
        await roots.destroyBefore(epoch)
        step()
      },
    },
    dumps,
    clock: () => {
      step()
      return new Date()
    },
  },
  step,
)
await sql.end()
