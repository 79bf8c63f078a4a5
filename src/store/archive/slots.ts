import type { FoundSlot } from '#domain/archive/completeness.ts'
import { slotsOf } from '#domain/archive/slot.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { listCareers } from './careers.ts'
import { findRecordType } from './record-types.ts'

/** One expected document of somebody and what became of it; undefined where none is expected there. */
export async function findSlot(
  sql: Sql | TransactionSql,
  person: PersonId,
  type: string,
  slot: string,
): Promise<FoundSlot | undefined> {
  const found = await findRecordType(sql, type)
  const [known] = found ? await listCareers(sql, [person], true) : []
  if (!found || !known) return undefined
  const one = slotsOf([found], known.career).find((expected) => expected.slot === slot)
  const state = one && (known.stateOf(type, slot) ?? { kind: 'missing' })
  return one && state && { ...one, state }
}
