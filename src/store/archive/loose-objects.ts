import type { Sql, TransactionSql } from '../database.ts'

export type LooseObject = { object: string; store: string }

/** Before they are put: what a killed process leaves in a store is found again by this. */
export async function addLooseObjects(
  sql: Sql,
  objects: readonly LooseObject[],
  now: Date,
): Promise<void> {
  await sql`
    insert into archive.loose_objects (object, store, since)
    select object, store, ${now} from jsonb_to_recordset(${sql.json(objects as never)}) as o (object uuid, store text)`
}

/** What takes longer than others is not called lost while somebody is at it. */
export async function keepLooseObject(sql: Sql, object: string, now: Date): Promise<void> {
  await sql`update archive.loose_objects set since = ${now} where object = ${object}`
}

/** In the transaction that names them in `copies`; one that was swept meanwhile is a bug of ours. */
export async function bindObjects(tx: TransactionSql, objects: readonly string[]): Promise<void> {
  const bound = await tx`
    delete from archive.loose_objects where object = any(${[...objects]}::uuid[])`
  if (bound.count !== objects.length) throw new Error('an object was swept before it was named')
}

/** What a row of `copies` names is kept, whoever called it loose. */
export async function listLooseObjects(
  sql: Sql,
  stores: readonly string[],
  before: Date,
): Promise<LooseObject[]> {
  return await sql<LooseObject[]>`
    select o.object, o.store from archive.loose_objects o
    where o.store = any(${[...stores]}) and o.since < ${before}
      and not exists (select from archive.copies c where c.object = o.object)
      and not exists (select from archive.batch_file_copies c where c.object = o.object)
    order by o.since limit 1000`
}

export async function forgetLooseObject(sql: Sql, object: string): Promise<void> {
  await sql`delete from archive.loose_objects where object = ${object}`
}
