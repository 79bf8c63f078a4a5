import { compareHold } from '#domain/archive/rebuild/compare-hold.ts'
import { compareRecord, type RecordDifference } from '#domain/archive/rebuild/compare-record.ts'
import { rebuildRecord } from '#domain/archive/rebuild/rebuild-record.ts'
import type { Difference } from '#domain/tlog/difference.ts'
import type { Sql } from '../store/database.ts'
import { type CheckedHold, readCheckedHolds } from '../store/tlog/checked-holds.ts'
import { type CheckedRecord, readCheckedRecords } from '../store/tlog/checked-records.ts'

/** Whatever of these records, and of the holds of their persons, is not what their events say. */
export async function checkRecords(sql: Sql, ids: readonly string[]): Promise<Difference[]> {
  const records = await readCheckedRecords(sql, ids)
  const persons = new Set(records.flatMap(({ persons }) => persons))
  return [...records.flatMap(compareOne), ...(await checkHolds(sql, [...persons]))]
}

export async function checkHolds(sql: Sql, persons: readonly string[]): Promise<Difference[]> {
  const holds = await readCheckedHolds(sql, persons)
  return holds.flatMap(compareOneHold)
}

function compareOne({ id: record, found, told }: CheckedRecord): Difference[] {
  if (!found) return [{ what: 'rowMissing', table: 'archive.records', row: record, record }]
  if (told.length === 0) return [{ what: 'untold', table: 'archive.records', row: record, record }]
  const rebuilt = rebuildRecord(told)
  const { gap, impossible } = rebuilt
  return [
    ...(gap === undefined ? [] : [{ what: 'gap', record, n: gap } as const]),
    ...(impossible === undefined ? [] : [{ what: 'impossible', record, n: impossible } as const]),
    ...compareRecord(found, rebuilt).map((one) => toDifference(record, one)),
  ]
}

function toDifference(record: string, difference: RecordDifference): Difference {
  const { version } = difference
  const table = version || difference.kind === 'missing' ? 'archive.versions' : 'archive.records'
  const of = { record, ...(version && { version: version.no }) }
  const row = version?.id ?? record
  switch (difference.kind) {
    case 'field':
      return { what: 'rowDiffers', table, row, field: difference.field, ...of }
    case 'untold':
      return { what: 'untold', table, row, ...of }
    case 'missing':
      return { what: 'rowMissing', table, row: difference.id, ...of }
  }
}

function compareOneHold({ id: row, found, told }: CheckedHold): Difference[] {
  const table = 'archive.holds'
  if (!found) return [{ what: 'rowMissing', table, row }]
  const compared = compareHold(found, told)
  if (compared === 'untold') return [{ what: 'untold', table, row }]
  return compared.map((field) => ({ what: 'rowDiffers', table, row, field }))
}
