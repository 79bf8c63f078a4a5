import type {
  ArchiveExport,
  ExportEnding,
  ExportId,
} from '#domain/archive/export/archive-export.ts'
import type { PersonId } from '#domain/person.ts'
import { filled, type Sql, type TransactionSql } from '../../database.ts'

export type ExportRow = {
  id: ExportId
  person: PersonId
  state: ArchiveExport['state']
  askedAt: Date
  steps: number
  stepsDone: number
  bytes: number | null
  readyAt: Date | null
  until: Date | null
  endedAt: Date | null
  endedBecause: ExportEnding | null
}

export function exportColumns(sql: Sql | TransactionSql) {
  return sql`e.id, e.person, e.state, e.asked_at, e.steps, e.steps_done, e.bytes, e.ready_at, e.until, e.ended_at,
    e.ended_because`
}

export function toExport(row: ExportRow): ArchiveExport {
  const { id, person, askedAt, steps, stepsDone } = row
  const asked = { id, person, askedAt }
  switch (row.state) {
    case 'asked':
      return { ...asked, state: row.state }
    case 'building':
      return { ...asked, state: row.state, steps, stepsDone }
    case 'ready':
      return {
        ...asked,
        state: row.state,
        bytes: filled(row.bytes),
        readyAt: filled(row.readyAt),
        until: filled(row.until),
      }
    case 'failed':
      return { ...asked, state: row.state, endedAt: filled(row.endedAt) }
    case 'ended':
      return {
        ...asked,
        state: row.state,
        endedAt: filled(row.endedAt),
        because: row.endedBecause ?? undefined,
      }
  }
}
