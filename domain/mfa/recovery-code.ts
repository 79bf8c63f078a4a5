import type { Brand } from '../brand.ts'
import { after } from '../instant.ts'
import { no, ok, type Result } from '../result.ts'

/** Sixteen base32 characters; the first two name its row, 70 bits are secret (R-RS-06). */
export type RecoveryCode = Brand<string, 'RecoveryCode'>

export type RecoveryCodeProblem = { kind: 'recoveryEmpty' } | { kind: 'recoveryShape' }

/** Wrong recovery codes of a person: in the hour that began at `hourSince`, and in a row. */
export type RecoveryCounters = { hourSince: Date; hourCount: number; failures: number }

export type RenewalReason = 'none' | 'unsaved' | 'few'

export type RecoveryNotAdmitted = { kind: 'recoveryWait'; until: Date } | { kind: 'recoveryVoid' }

const HOUR = 3600
const TRIES_AN_HOUR = 10
const FAILURES_IN_A_ROW = 100
/** At this many left a new set is offered (R-RS-06). */
const FEW = 3

/** Case, spaces and dashes do not count; 0, 1 and 8, which base32 lacks, are what they look like. */
export function parseRecoveryCode(text: string): Result<RecoveryCode, RecoveryCodeProblem> {
  const code = text
    .normalize('NFKC')
    .replace(/[\s.\p{Pd}]/gu, '')
    .toUpperCase()
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')
    .replaceAll('8', 'B')
  if (code === '') return no({ kind: 'recoveryEmpty' })
  return /^[A-Z2-7]{16}$/.test(code) ? ok(code as RecoveryCode) : no({ kind: 'recoveryShape' })
}

/** Counted as failed before it is evaluated, in a pool of its own (table 4.2). */
export function admitRecoveryCode(
  { hourSince, hourCount, failures }: RecoveryCounters,
  now: Date,
): Result<RecoveryCounters, RecoveryNotAdmitted> {
  if (failures >= FAILURES_IN_A_ROW) return no({ kind: 'recoveryVoid' })
  const isNewHour = now >= after(hourSince, HOUR)
  if (isNewHour) return ok({ hourSince: now, hourCount: 1, failures: failures + 1 })
  if (hourCount >= TRIES_AN_HOUR) return no({ kind: 'recoveryWait', until: after(hourSince, HOUR) })
  return ok({ hourSince, hourCount: hourCount + 1, failures: failures + 1 })
}

/** Why a set may be replaced by a new one; a good one that was ticked off stays. */
export function renewalReason(
  set: { saved: boolean; left: number } | undefined,
): RenewalReason | undefined {
  if (!set) return 'none'
  if (!set.saved) return 'unsaved'
  return areFewLeft(set.left) ? 'few' : undefined
}

export function areFewLeft(left: number): boolean {
  return left <= FEW
}
