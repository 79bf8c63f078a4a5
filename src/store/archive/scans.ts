import type { ScanAnswer, ScanEngine } from '#domain/archive/scan.ts'
import type { Scan, VersionId } from '#domain/archive/version.ts'
import { versionEvent } from '#domain/archive/version-event.ts'
import { inTransaction, type Sql } from '../database.ts'
import { addArchiveEvent } from './events.ts'
import { lockVersion } from './versions.ts'

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

/** I6: three answers; of what was not scanned nothing is said. From `scanFound` on nobody reads it. */
export function keepRescan(
  sql: Sql,
  id: VersionId,
  scan: Exclude<ScanAnswer, { kind: 'notScanned' }>,
  now: Date,
): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const version = await lockVersion(tx, id)
    if (!version) return
    await tx`
      update archive.versions set scan = ${scan.kind}, scanned_by = ${engineText(scan.by)}, scanned_at = ${now}
      where id = ${id}`
    const name = nameOf(version.scan, scan.kind)
    if (name) await addArchiveEvent(tx, versionEvent(name, version, 'system', now))
  })
}

function nameOf(before: Scan, now: Scan): 'malwareFound' | 'malwareCleared' | undefined {
  if (now === 'scanFound') return before === 'scanFound' ? undefined : 'malwareFound'
  return before === 'scanFound' ? 'malwareCleared' : undefined
}

/** One that cannot be read now comes again when all others had their turn. */
export async function postponeScan(sql: Sql, id: VersionId, now: Date): Promise<void> {
  await sql`update archive.versions set scanned_at = ${now} where id = ${id}`
}
