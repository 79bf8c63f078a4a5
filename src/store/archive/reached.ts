import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { setScope } from '../scope.ts'
import type { OfficeAct } from '../worn-hat.ts'

/** Of the people of a hat, or with records that its agency has in custody still. */
export type ReachedPerson = {
  id: PersonId
  name: string
  nip: string
  agencyName: string
  unitName: string | undefined
}

/** Under the application's own role, so the scope is asked by name. */
export async function isReached(
  tx: TransactionSql,
  { hat, event }: OfficeAct,
  person: PersonId,
): Promise<boolean> {
  await setScope(tx, scopeOf(hat), event.at)
  const [row] = await tx<{ reached: boolean }[]>`select archive.reaches(${person}) as reached`
  return row?.reached === true
}

export function findReached(
  sql: Sql,
  hat: Hat,
  by: { id: PersonId } | { nip: string },
  now: Date,
): Promise<ReachedPerson | undefined> {
  return inTransaction(sql, async (tx) => {
    await setScope(tx, scopeOf(hat), now)
    const id =
      'id' in by
        ? tx`${by.id}::uuid`
        : tx`(select person from login_identifiers where identifier = ${by.nip} and kind in ('nip', 'niPppk'))`
    const [row] = await tx<(Omit<ReachedPerson, 'unitName'> & { unitName: string | null })[]>`
      select p.id, p.name, coalesce(p.number, '') as nip, g.name as agency_name, u.name as unit_name
      from people p join agencies g on g.id = p.agency left join units u on u.id = p.unit
      where p.id = ${id} and archive.reaches(p.id)`
    return row && { ...row, unitName: row.unitName ?? undefined }
  })
}
