import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql } from '../database.ts'
import { setScope } from '../scope.ts'

/** A record as the form of a hold names it; nothing of its content. */
export type NamedRecord = {
  id: RecordId
  type: string
  slot: string
  stage: Stage
  held: boolean
}

/** All records of somebody the hat reaches, wherever they are in custody: those gone are told of too. */
export function listHoldable(
  sql: Sql,
  hat: Hat,
  person: PersonId,
  now: Date,
): Promise<NamedRecord[]> {
  return inTransaction(sql, async (tx) => {
    await setScope(tx, scopeOf(hat), now)
    return await tx<NamedRecord[]>`
      select r.id, r.type, r.slot, r.stage, archive.is_held(r.id) as held
      from archive.records r
      where r.person = ${person} and archive.reaches(r.person)
      order by r.type, r.slot`
  })
}
