import { no, ok, type Result } from '#domain/result.ts'
import { inTransaction, type Sql } from '../../database.ts'
import { addArchiveEvent } from '../events.ts'
import { listBeyond } from './beyond.ts'
import { endOutgoing } from './end-outgoing.ts'
import { findRestored, setMainBehind, setMainEven } from './marks.ts'
import { type Restoring, restoreRecord } from './restore-record.ts'

export type Reopened = { destroyed: number; held: number; unknown: number }

export type ReopenRefused = { kind: 'nothingRestored' } | { kind: 'keyringIsOlder' }

/**
 * T31, as the owner of the tables: what the keyring's side knows and the restored main tables do not
 * comes back into them. Closed until the last step; one that was broken off begins again and finds
 * what is left.
 */
export async function reopen(
  sql: Sql,
  restoring: Restoring,
): Promise<Result<Reopened, ReopenRefused>> {
  const restored = await findRestored(sql)
  if (restored === 'keyring') return no({ kind: 'keyringIsOlder' })
  if (restored === 'neither') return no({ kind: 'nothingRestored' })
  await setMainBehind(sql)
  const counts = { destroyed: 0, held: 0, unknown: 0 }
  for await (const beyond of listBeyond(sql))
    counts[await restoreRecord(sql, beyond, restoring)] += 1
  await inTransaction(sql, async (tx) => {
    await endOutgoing(tx, restoring.now)
    await setMainEven(tx, restoring.now)
    const [by, other] = restoring.operators
    const body = { ...counts, with: other.person }
    const nobody = { record: undefined, person: undefined, at: restoring.now } as const
    await addArchiveEvent(tx, { name: 'databaseRestored', ...nobody, actor: by, body })
  })
  return ok(counts)
}
