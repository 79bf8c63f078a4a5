import type { ScanAnswer, ScanEngine } from '#domain/archive/scan.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Sql } from '../database.ts'

/** As a version says by what it was scanned. */
export function engineText({ engine, signatures }: ScanEngine): string {
  return `${engine} ${signatures}`
}

/** What that scanner, with what it knows now, has not looked at; the longest ago first. */
export async function listDueScans(sql: Sql, by: ScanEngine, atMost: number): Promise<VersionId[]> {
  const rows = await sql<{ id: VersionId; isDue: boolean }[]>`
    select id, scanned_by is distinct from ${engineText(by)} as is_due from archive.versions
    where key_gone_at is null and status in ('awaitingVerification', 'returned', 'verified', 'superseded')
    order by scanned_at nulls first, id limit ${atMost}`
  return rows.flatMap(({ id, isDue }) => (isDue ? [id] : []))
}

/** I6: three answers; of what was not scanned nothing is said. */
export async function keepRescan(
  sql: Sql,
  id: VersionId,
  scan: Exclude<ScanAnswer, { kind: 'notScanned' }>,
  now: Date,
): Promise<void> {
  await sql`
    update archive.versions set scan = ${scan.kind}, scanned_by = ${engineText(scan.by)}, scanned_at = ${now}
    where id = ${id}`
}
