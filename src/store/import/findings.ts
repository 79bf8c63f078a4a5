import type { Sql } from '../database.ts'
import type { FoundLine, RunReport } from './report.ts'
import type { Source } from './runs.ts'

/** Where a finding stands in its file: the next ones come after it. */
export type FoundPlace = { file: number; line: number; reason: string }

export type Found = Omit<FoundLine, 'file'> & { file: number; fileName: string }

/** Findings of a run, as long as no other took its place. */
export async function listFound(
  sql: Sql,
  run: string,
  after: FoundPlace | undefined,
  atMost: number,
): Promise<Found[]> {
  const { file, line, reason } = after ?? { file: 0, line: 0, reason: '' }
  return await sql<Found[]>`
    select x.file, f.name as file_name, x.line, x.nip, x.agency, x.refused, x.reason
    from import_findings x join import_files f using (file)
    where f.run = ${run} and (x.file, x.line, x.reason) > (${file}, ${line}, ${reason})
    order by x.file, x.line, x.reason limit ${atMost}`
}

export type KeptReport = { source: Source; report: RunReport | undefined }

export async function findReport(sql: Sql, run: string): Promise<KeptReport | undefined> {
  const [row] = await sql<{ source: Source; report: RunReport | null }[]>`
    select source, report from import_runs where id = ${run}`
  return row && { source: row.source, report: row.report ?? undefined }
}
