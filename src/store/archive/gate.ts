import type { Sql, TransactionSql } from '../database.ts'

const GATE = 4_112_041
const WAITING = 4_112_049

/** For whoever deletes keys or adds records, before any lock: from here on no hold is placed until they are done. */
export async function passGate(tx: TransactionSql): Promise<void> {
  await tx`select pg_advisory_xact_lock_shared(${GATE})`
}

/**
 * For whoever places a hold: waits for all who are about to delete, and lets nobody begin. While some of them
 * take long, others pass between two tries.
 */
export async function closeGate(tx: TransactionSql): Promise<void> {
  while (!(await closes(tx, WAITING)));
  while (!(await closes(tx, GATE)));
}

/**
 * For whoever begins what takes long behind the gate: one after the other, they would keep a hold waiting for
 * ever. Waits until none does, and keeps nothing of it.
 */
export async function letHoldsPass(sql: Sql): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${WAITING})`
}

async function closes(tx: TransactionSql, lock: number): Promise<boolean> {
  const [gate] = await tx<{ closed: boolean }[]>`
    select archive.gate_closes(${lock}) as closed`
  return gate?.closed ?? false
}
