import { type CheckHeld, whileAlone } from '../alone.ts'
import type { Sql } from '../database.ts'

const LOCK = 4_112_044

/** Runs `work` unless another process is at this store. */
export async function aloneWithStore(
  sql: Sql,
  store: string,
  work: (checkHeld: CheckHeld) => Promise<void>,
): Promise<void> {
  await whileAlone(sql, sql`${LOCK}, hashtext(${store})`, work)
}
