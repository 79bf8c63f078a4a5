import type { MandateId } from '#domain/access/mandate.ts'
import type { HistoryRow } from '#domain/archive/history.ts'
import type { PersonId } from '#domain/person.ts'
import { civilDateText } from '#domain/zone-day.ts'
import type { TransactionSql } from '../database.ts'
import { recomputeCompleteness } from './completeness.ts'

/** Who adds it; under a hat on behalf of somebody else. */
export type HistoryAdding = Omit<HistoryRow, 'source'> & {
  person: PersonId
  by: { person: PersonId; hat: MandateId | undefined }
  at: Date
}

/** With the first upload for it. What is there already stays, above all what the national data says. */
export async function addHistoryRow(tx: TransactionSql, row: HistoryAdding): Promise<void> {
  const { person, type, key, label, onDate, by, at } = row
  const added = await tx`
    insert into archive.history (person, type, key, label, on_date, source, added_by, added_as, added_at)
    values (${person}, ${type}, ${key}, ${label}, ${onDate ? civilDateText(onDate) : null},
            ${by.hat ? 'officer' : 'person'}, ${by.person}, ${by.hat ?? null}, ${at})
    on conflict do nothing`
  if (added.count > 0) await recomputeCompleteness(tx, person)
}
