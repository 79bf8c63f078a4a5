import { summaryOf } from '#domain/archive/completeness.ts'
import { type EndOfService, endsMandates, type LegalPosition } from '#domain/import/service.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../database.ts'
import { findCompleteness } from './completeness.ts'

/** How much one's own archive lacks, as it was last summed up; undefined for whom nothing is asked of. */
export async function findLacking(
  sql: Sql,
  person: PersonId,
): Promise<{ missing: number; returned: number } | undefined> {
  const [row] = await sql<Row[]>`
    select c.missing, c.returned, c.stale, p.legal_position, p.end_of_service
    from archive.completeness c join people p on p.id = c.person where c.person = ${person}`
  if (!row) return undefined
  const service = {
    position: row.legalPosition ?? undefined,
    ending: row.endOfService ?? undefined,
  }
  if (endsMandates(service)) return undefined
  if (!row.stale) return row
  const counted = await findCompleteness(sql, person)
  return counted && summaryOf(counted)
}

type Row = {
  missing: number
  returned: number
  stale: boolean
  legalPosition: LegalPosition | null
  endOfService: EndOfService | null
}
