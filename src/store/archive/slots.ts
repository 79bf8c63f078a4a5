import type { FoundSlot } from '#domain/archive/completeness.ts'
import type { HistoryRow } from '#domain/archive/history.ts'
import { slotsOf } from '#domain/archive/slot.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { listCareers } from './careers.ts'
import { findRecordType } from './record-types.ts'

/**
 * One expected document of somebody and what became of it; undefined where none is expected there.
 * `newRow`: as if that event were known of them already.
 */
export async function findSlot(
  sql: Sql | TransactionSql,
  person: PersonId,
  { type, slot }: { type: string; slot: string },
  newRow?: HistoryRow,
): Promise<FoundSlot | undefined> {
  const found = await findRecordType(sql, type)
  const [known] = found ? await listCareers(sql, [person], true) : []
  if (!found || !known) return undefined
  const { career } = known
  const history = newRow ? [...career.history.filter(isOther(newRow)), newRow] : career.history
  const one = slotsOf([found], { ...career, history }).find((expected) => expected.slot === slot)
  const state = one && (known.stateOf(type, slot) ?? { kind: 'missing' })
  return one && state && { ...one, state }
}

function isOther(row: HistoryRow): (known: HistoryRow) => boolean {
  return ({ type, key }) => type !== row.type || key !== row.key
}
