import type { TransactionSql } from '../database.ts'
import { isStillWorn, type OfficeAct } from '../worn-hat.ts'

/** Whoever acts, locked before anything of the archive; false: the hat or its proof is not what it was. */
export async function lockActor(tx: TransactionSql, act: OfficeAct): Promise<boolean> {
  await tx`select from accounts where person = ${act.event.actor} for update`
  return isStillWorn(tx, act)
}
