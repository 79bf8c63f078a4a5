import type { ScanAnswer } from '#domain/archive/scan.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Blobs } from '../blobs/blobs.ts'
import type { Scanner } from '../intake/clamd.ts'
import { listContent } from '../store/archive/copies.ts'
import type { Keyring } from '../store/archive/keyring.ts'
import { keepRescan, listDueScans, postponeScan } from '../store/archive/scans.ts'
import type { Sql } from '../store/database.ts'
import { contentOf } from './content.ts'

export type Rescanning = {
  sql: Sql
  keyring: Keyring
  blobs: Blobs
  scan: Scanner['scan']
  engine: Scanner['engine']
  clock: () => Date
  /** Malware in what was taken before: a person has to act, for nothing takes it back by itself. */
  found: (version: string) => void
}

const AT_ONCE = 20

/**
 * What went on without a scan, and what was scanned by signatures that are old by now (archive.md 4.6).
 * True while there is more that a scanner answers for.
 */
export async function rescanSome(place: Rescanning): Promise<boolean> {
  const by = await place.engine()
  if (!by.ok) return false
  const due = await listDueScans(place.sql, by.value, AT_ONCE)
  for (const id of due) if (!(await rescan(place, id))) return false
  return due.length === AT_ONCE
}

/** False where the scanner has no answer now. What no store gives out waits, and keeps no other waiting. */
async function rescan(place: Rescanning, version: VersionId): Promise<boolean> {
  const { sql, keyring, clock } = place
  const key = await keyring.openVersionKey(keyring.sql, version)
  if (!key) return true
  const scan = await scanAny(place, version, key)
  if (scan === 'unreadable') await postponeScan(sql, version, clock())
  else if (scan.kind === 'notScanned') return false
  else await keepRescan(sql, version, scan, clock())
  if (scan !== 'unreadable' && scan.kind === 'scanFound') place.found(version)
  return true
}

/** From whichever copy is whole. */
async function scanAny(
  { sql, blobs, scan }: Rescanning,
  version: VersionId,
  key: Buffer,
): Promise<ScanAnswer | 'unreadable'> {
  for (const copy of await listContent(sql, version)) {
    const answer = await scan(contentOf(blobs, copy, { key, version })).catch(() => undefined)
    if (answer) return answer
  }
  return 'unreadable'
}
