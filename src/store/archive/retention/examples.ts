import { randomUUID } from 'node:crypto'
import type { AgencyId } from '#domain/agency.ts'
import { civilDateText } from '#domain/zone-day.ts'
import type { TransactionSql } from '../../database.ts'
import { retentionDay } from './recompute.ts'
import { askRecount } from './recounts.ts'

/**
 * Copies the rows of one example as rules that nobody has verified, so that an archivist has something
 * to correct and publish; they end no retention. Only where the agency has no rule at all.
 */
export async function adoptExamples(
  tx: TransactionSql,
  { agency, source, now }: { agency: AgencyId; source: string; now: Date },
): Promise<number> {
  const rows = await tx<{ position: number }[]>`
    select position from archive.retention_examples where source = ${source}
      and not exists (select from archive.retention_rules where agency = ${agency}) order by position`
  const positions = rows.map(({ position }) => position)
  const today = civilDateText(retentionDay(now))
  await tx`
    insert into archive.retention_rules (id, version, agency, classification, name, covers, active_years, active_trigger,
      inactive_years, inactive_trigger, count_from, disposition, exception_text, exception_disposition, approval,
      legal_basis, verified, valid_from, ends_from, known_from)
    select fresh.id, 1, ${agency}, e.classification, e.name, e.covers, e.active_years, e.active_trigger,
      e.inactive_years, e.inactive_trigger, 'yearEnd', e.disposition, e.exception_text, e.exception_disposition, 'agency',
      e.legal_basis, false, ${today}, ${today}, ${now}
    from archive.retention_examples e
    join unnest(${positions}::integer[], ${positions.map(() => randomUUID())}::uuid[]) as fresh (position, id)
      on fresh.position = e.position
    where e.source = ${source}`
  if (positions.length > 0) await askRecount(tx, agency, now)
  return positions.length
}
