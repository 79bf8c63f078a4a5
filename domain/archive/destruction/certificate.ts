import type { Zone } from '../../agency.ts'
import type { ListCode } from '../../verification/code.ts'
import type { Outcome, Withdrawal } from './item.ts'
import type { KeptPaper } from './paper.ts'
import type { Seat } from './seat.ts'

/** Everybody who stands behind a destruction, as the certificate names them. */
export type NamedParty = { seat: Seat; name: string; nip: string; signedAt: Date | undefined }

/** What is certified of a batch that is over (archive.md 6.4). */
export type Certificate = {
  agencyName: string
  zone: Zone
  papers: readonly KeptPaper[]
  parties: readonly NamedParty[]
  executor: { name: string; nip: string } | undefined
  drawnUpAt: Date
  approvedAt: Date | undefined
  waitUntil: Date | undefined
  startedAt: Date | undefined
  closedAt: Date
  counts: { records: number; versions: number; persons: number; bytes: number; verified: number }
  years: { from: number; until: number } | undefined
  units: readonly string[]
  rules: readonly string[]
  left: readonly { outcome: Outcome; because: Withdrawal | undefined; count: number }[]
  objections: { filed: number; accepted: number }
  manifest: { signed: string; destroyed: string }
  stores: readonly string[]
  rotation: { from: number; to: number } | undefined
  /** Missing while no checkpoint was signed that has its end. */
  log: CertificateLog | undefined
}

/**
 * Where the log says that this list is destroyed. `salt` opens what that leaf commits to; one of a batch
 * that was over before there was a log commits to no list.
 */
export type CertificateLog = { leaf: number; salt: string | undefined; checkpoint: string }

/** One line of the list of what was destroyed. */
export type CertifiedRecord = {
  unit: string
  classification: string
  type: string
  slot: string
  year: number | undefined
  files: number
  digitised: boolean
  /** Of a NIP nothing else leaves the portal. */
  lastFour: string
  rule: string
  active: number | undefined
  inactive: number | undefined
  destroyedAt: Date
  /** Where the log has what was going to be done, and that it was done. */
  leaves: { intent: number | undefined; outcome: number | undefined }
}

/** With which anybody can ask the log for what was destroyed. */
export function listCodeOf({ log, manifest }: Certificate): ListCode | undefined {
  if (log?.salt === undefined) return undefined
  return { kind: 'list', index: log.leaf, salt: log.salt, manifest: manifest.destroyed }
}

/** Metadata stays in backups of the database that long (archive.md 5.3). */
export const BACKUP_DAYS = 35
