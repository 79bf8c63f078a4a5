import { inTransaction, type Sql } from '../database.ts'

/** Once in the life of a store, whoever asks first: `begin` gives it what it is known by. */
export function beginStore(sql: Sql, name: string, begin: () => Promise<void>): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const begun = await tx`
      insert into archive.stores (name) values (${name}) on conflict (name) do nothing`
    if (begun.count > 0) await begin()
  })
}
