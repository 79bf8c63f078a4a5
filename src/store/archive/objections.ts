import type { Role } from '#domain/access/mandate.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { AccessAction, Purpose } from '#domain/archive/access.ts'
import { type ObjectionRefused, objectTo } from '#domain/archive/object-to-access.ts'
import type { Brand } from '#domain/brand.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { setScope } from '../scope.ts'
import { isStillWorn, type OfficeAct } from '../worn-hat.ts'

export type ObjectionId = Brand<string, 'ObjectionId'>

/** A reading of somebody's records by its place among them. */
export type AccessKey = { person: PersonId; n: number }

/** The agency of the hat under which they read has to answer. */
export function addObjection(
  sql: Sql,
  { id, person, n }: AccessKey & { id: ObjectionId },
  now: Date,
): Promise<Result<{ at: Date }, ObjectionRefused | { kind: 'noSuchAccess' }>> {
  return inTransaction(sql, async (tx) => {
    await tx`select from archive.access_counters where person = ${person} for update`
    const [row] = await tx<{ at: Date; purpose: Purpose; objectedAt: Date | null }[]>`
      select l.at, l.purpose, o.at as objected_at from archive.access_log l
      left join archive.access_objections o on o.person = l.person and o.n = l.n
      where l.person = ${person} and l.n = ${n}`
    if (!row) return no({ kind: 'noSuchAccess' })
    const objected = objectTo({ ...row, objectedAt: row.objectedAt ?? undefined }, now)
    if (!objected.ok) return objected
    await tx`
      insert into archive.access_objections (id, person, n, agency, at)
      select ${id}, l.person, l.n, coalesce(m.agency, p.agency), ${now}
      from archive.access_log l join people p on p.id = l.person left join mandates m on m.id = l.hat
      where l.person = ${person} and l.n = ${n}`
    return objected
  })
}

/** An objection with what it is about, for those who answer it; no page of the record. */
export type ListedObjection = {
  id: ObjectionId
  person: PersonId
  at: Date
  answer: string | null
  answeredAt: Date | null
  seenAt: Date
  purpose: Purpose
  action: AccessAction
  typeName: string | null
  subject: string
  nip: string | null
  reader: PersonId | null
  readerName: string | null
  role: Role | null
}

/** In a transaction of `inScope`: those of the agency, the newest first. */
export async function listObjections(
  tx: TransactionSql,
  state: 'open' | 'answered',
  atMost: number,
): Promise<ListedObjection[]> {
  return tx<ListedObjection[]>`
    select * from archive.objections_in_scope(${state === 'answered'}, ${atMost})`
}

/** Likewise one, answered or not. */
export async function findObjection(
  tx: TransactionSql,
  id: ObjectionId,
): Promise<ListedObjection | undefined> {
  const [row] = await tx<ListedObjection[]>`
    select o.* from (select * from archive.objections_in_scope(false, null)
      union all select * from archive.objections_in_scope(true, null)) o
    where o.id = ${id}`
  return row
}

export type AnswerRefused =
  | { kind: 'noSuchObjection' }
  | { kind: 'noLonger' }
  | { kind: 'ownReading' }
  | { kind: 'oneself' }

/** Neither by whoever read, nor by the person it is about. */
export function answerObjection(
  sql: Sql,
  act: OfficeAct,
  { id, answer }: { id: ObjectionId; answer: Reason },
): Promise<Result<null, AnswerRefused>> {
  const { actor, at } = act.event
  return inTransaction(sql, async (tx) => {
    await tx`select from accounts where person = ${actor} for update`
    if (!(await isStillWorn(tx, act))) return no({ kind: 'noLonger' })
    await setScope(tx, scopeOf(act.hat), at)
    const [open] = await tx<{ person: PersonId; reader: PersonId | null }[]>`
      select person, reader from archive.objections_in_scope(false, null) where id = ${id}`
    if (!open) return no({ kind: 'noSuchObjection' })
    if (open.person === actor) return no({ kind: 'oneself' })
    if (open.reader === actor) return no({ kind: 'ownReading' })
    await tx`
      update archive.access_objections set answer = ${answer}, answered_by = ${actor}, answered_as = ${act.hat.id},
        answered_at = ${at}
      where id = ${id} and answer is null`
    return ok(null)
  })
}
