import { mayUploadFor } from '#domain/archive/uploader.ts'
import { inTransaction, type Sql } from '../database.ts'
import type { HistoryAdding } from './history.ts'
import { addHistoryRow } from './history.ts'
import { findUploadRight } from './upload-facts.ts'

/** As many of one type as a career may well have: nobody fills a table. */
const MOST_ROWS = 100

/** Before the first document for it begins; false where its sender may not, or there are too many. */
export function addNewRow(sql: Sql, row: HistoryAdding): Promise<boolean> {
  const { person, type, by, at } = row
  return inTransaction(sql, async (tx) => {
    await tx`select from accounts where person = ${by.person} for update`
    const right = await findUploadRight(tx, { person, sentBy: by.person, sentAs: by.hat }, at)
    if (!mayUploadFor(right.uploader, right.subject)) return false
    const known = await tx`select from archive.history where person = ${person} and type = ${type}`
    if (known.length >= MOST_ROWS) return false
    await addHistoryRow(tx, row)
    return true
  })
}
