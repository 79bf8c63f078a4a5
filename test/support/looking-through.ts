import type { Difference } from '#domain/tlog/difference.ts'
import type { Sql } from '#src/store/database.ts'
import { listDifferences } from '#src/store/tlog/looks.ts'
import { lookThrough, type Reconciling } from '#src/tlog/reconcile.ts'
import { NOW } from './builders.ts'
import { asLogKeeper } from './database.ts'
import { logOf } from './tlog.ts'

/** Where a look has to be taken from; `tables`: another database than the one whose log it is. */
export function lookingAt(owner: Sql, tables: Sql = asLogKeeper(owner)): Reconciling {
  const { files, second, signer } = logOf(owner)
  return { sql: tables, files, second, key: signer.key, clock: () => NOW }
}

/** What a whole look, or one at what is new, finds. */
export async function differencesOf(
  owner: Sql,
  { isFull = true, tables }: { isFull?: boolean; tables?: Sql } = {},
): Promise<Difference[]> {
  const outcome = await lookThrough(lookingAt(owner, tables), isFull)
  if (outcome !== 'over') throw new Error(`the look is ${outcome}`)
  const [look] = await (tables ?? owner)<{ id: number }[]>`
    select id from archive.log_looks order by id desc limit 1`
  return listDifferences(tables ?? owner, look?.id ?? 0)
}
