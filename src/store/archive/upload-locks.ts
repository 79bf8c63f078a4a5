import type { Sql } from '../database.ts'

/** Lets go of it; what its connection held is free too once that has ended, however it ends. */
export type Release = () => Promise<void>

export type UploadLocks = ReturnType<typeof makeUploadLocks>

const SPACE = 5

/**
 * One at a time writes to an upload, whichever process it asks. `sql` has one connection, which holds
 * all of this process's locks, so that many slow senders take no connection from anybody; the server
 * lets a connection lock twice, hence the set.
 */
export function makeUploadLocks(sql: Sql) {
  const held = new Set<string>()
  const release = async (id: string) => {
    await sql`select pg_advisory_unlock(hashtextextended(${id}, ${SPACE}))`.finally(() =>
      held.delete(id),
    )
  }
  return {
    /** Undefined while another has it. */
    tryHold: async (id: string): Promise<Release | undefined> => {
      if (held.has(id)) return undefined
      held.add(id)
      const isMine = await tryLock(sql, id).catch((problem) => {
        held.delete(id)
        throw problem
      })
      if (isMine) return () => release(id)
      held.delete(id)
      return undefined
    },
  }
}

async function tryLock(sql: Sql, id: string): Promise<boolean> {
  const [row] = await sql<{ locked: boolean }[]>`
    select pg_try_advisory_lock(hashtextextended(${id}, ${SPACE})) as locked`
  return row?.locked === true
}
