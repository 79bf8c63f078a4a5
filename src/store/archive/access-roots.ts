import { inTransaction, type Sql } from '../database.ts'
import { addArchiveEvent } from './events.ts'

const WINDOW_SECONDS = 300

/**
 * T30: one event for all that was read in the next five minutes that are over for as long, so that no
 * reading is still being written; `rootOf` their digests in the order of person and number. False where
 * there is none.
 */
export function tellNextAccesses(
  sql: Sql,
  rootOf: (digests: readonly Buffer[]) => string,
  now: Date,
): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    await tx`select from archive.accesses_told for update`
    const [next] = await tx<{ from: Date | null; to: Date }[]>`
      select date_bin('5 minutes', min(at), 'epoch') as from,
        date_bin('5 minutes', min(at), 'epoch') + '5 minutes' as to
      from archive.access_log where at >= (select until from archive.accesses_told)`
    if (!next?.from || now.getTime() - next.to.getTime() < WINDOW_SECONDS * 1000) return false
    const { from, to } = next
    const rows = await tx<{ digest: Buffer }[]>`
      select archive.access_digest(l) as digest from archive.access_log l
      where l.at >= ${from} and l.at < ${to} order by l.person, l.n`
    await tx`update archive.accesses_told set until = ${to}`
    const root = rootOf(rows.map(({ digest }) => digest))
    const body = { from: from.toISOString(), accesses: rows.length, root }
    const nobody = { record: undefined, person: undefined, actor: 'system' } as const
    await addArchiveEvent(tx, { name: 'accessesRooted', ...nobody, at: now, body })
    return true
  })
}
