import type { TransactionSql } from '../database.ts'
import { isStillWorn, type OfficeAct } from '../worn-hat.ts'

/** Whoever acts, by whatever connection, locked before anything of the archive; false: the hat or its proof is not what it was. */
export async function lockActor(tx: TransactionSql, act: OfficeAct): Promise<boolean> {
  await tx`select archive.lock_account(${act.event.actor})`
  return isStillWorn(tx, act)
}
