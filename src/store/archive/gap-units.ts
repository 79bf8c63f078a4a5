import type { AgencyId, UnitId } from '#domain/agency.ts'
import type { TransactionSql } from '../database.ts'

export type ListedUnit = { id: UnitId; name: string }

const MOST = 200

/** Directly below one, or at the top of the agency: who chooses goes down step by step. */
export async function listUnitsBelow(
  tx: TransactionSql,
  agency: AgencyId,
  above: UnitId | undefined,
): Promise<ListedUnit[]> {
  return await tx<ListedUnit[]>`
    select id, name from units
    where agency = ${agency} and parent is not distinct from ${above ?? null}
    order by code limit ${MOST}`
}

export async function findUnit(
  tx: TransactionSql,
  agency: AgencyId,
  id: UnitId,
): Promise<(ListedUnit & { parent: UnitId | undefined }) | undefined> {
  const [row] = await tx<(ListedUnit & { parent: UnitId | null })[]>`
    select id, name, parent from units where agency = ${agency} and id = ${id}`
  return row && { ...row, parent: row.parent ?? undefined }
}
