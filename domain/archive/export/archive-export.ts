import { type AccountHold, isHeld } from '../../account/hold.ts'
import type { Brand } from '../../brand.ts'
import { after } from '../../instant.ts'
import type { PersonId } from '../../person.ts'
import { no, ok, type Result } from '../../result.ts'
import { isUuid } from '../../uuid.ts'

export type ExportId = Brand<string, 'ExportId'>

export function parseExportId(text: string): ExportId | undefined {
  return isUuid(text) ? (text as ExportId) : undefined
}

/** Unduh arsip saya: one file with all that is verified, asked for, made by a job, kept for a week. */
export type ArchiveExport = { id: ExportId; person: PersonId; askedAt: Date } & (
  | { state: 'asked' }
  | { state: 'building'; steps: number; stepsDone: number }
  | { state: 'ready'; bytes: number; readyAt: Date; until: Date }
  | { state: 'failed'; endedAt: Date }
  | { state: 'ended'; endedAt: Date; because: ExportEnding | undefined }
)

/**
 * What became of a document in it before its week was over: T10, T9, T21, or what a later scan found. Ends that
 * need no word have none.
 */
export type ExportEnding = 'revoked' | 'superseded' | 'recordLeft' | 'harmful'

/**
 * `verified`: how many documents there are to take; `askedOfLate`: how often within a day, but for what did not
 * last.
 */
export type Asking = {
  verified: number
  askedOfLate: number
  hold: AccountHold | undefined
  now: Date
}

export type ExportRefused =
  | { kind: 'held'; hold: AccountHold }
  | { kind: 'nothingVerified' }
  | { kind: 'underWay' }
  | { kind: 'askedTooOften'; most: number }

export const ASKED_A_DAY = 3

const WEEK = 7 * 24 * 3600

/** `living`: the one there is, if any; one that is ready makes room for the new one. */
export function askExport(
  living: ArchiveExport | undefined,
  { verified, askedOfLate, hold, now }: Asking,
): Result<{ replaces: ExportId | undefined }, ExportRefused> {
  if (isHeld(hold, now)) return no({ kind: 'held', hold })
  if (living?.state === 'asked' || living?.state === 'building') return no({ kind: 'underWay' })
  if (verified === 0) return no({ kind: 'nothingVerified' })
  if (askedOfLate >= ASKED_A_DAY) return no({ kind: 'askedTooOften', most: ASKED_A_DAY })
  return ok({ replaces: living?.id })
}

export function exportUntil(readyAt: Date): Date {
  return after(readyAt, WEEK)
}

/** R-RS-07: what was made before a hold of the account waits for its end as well. */
export function mayTakeExport(
  { state, ...found }: ArchiveExport,
  hold: AccountHold | undefined,
  now: Date,
): boolean {
  return state === 'ready' && 'until' in found && now < found.until && !isHeld(hold, now)
}
