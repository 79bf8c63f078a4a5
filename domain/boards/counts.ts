import type { Happening } from '../audit/event.ts'

/** Why codes failed, as `judgeCode` tells it; the first three are a clock that is wrong. */
export const CODE_REASONS = [
  'codesLate',
  'codesClock',
  'codesZone',
  'codesUsed',
  'codesOldQr',
  'codesWrong',
] as const

/** What led to a new password, and to a second factor put aside. */
export const RESET_WAYS = [
  'resetsPassword',
  'resetsRecovery',
  'resetsEmail',
  'resetsOfficer',
] as const

export const MEASURES = [
  'activations',
  'signIns',
  'lockOuts',
  ...CODE_REASONS,
  ...RESET_WAYS,
] as const

export type CodeReason = (typeof CODE_REASONS)[number]
export type ResetWay = (typeof RESET_WAYS)[number]
export type Measure = (typeof MEASURES)[number]
export type Counts = Record<Measure, number>

const CLOCK_REASONS = ['codesLate', 'codesClock', 'codesZone'] as const

/**
 * What a happening adds one to. `hadMfa`: an earlier one shows a second factor in use, so that this
 * is no first activation. The model of `rollUp` in src/store/boards.
 */
export function measureOf(happening: Happening, hadMfa: boolean): Measure | undefined {
  switch (happening.kind) {
    case 'mfaActivated':
      return hadMfa ? undefined : 'activations'
    case 'signedIn':
      return 'signIns'
    case 'codesLocked':
      return 'lockOuts'
    case 'codeReplayed':
      return 'codesUsed'
    case 'codeWrong':
      return CODE_MEASURE[happening.reason] ?? 'codesWrong'
    case 'passwordReset':
      return 'resetsPassword'
    case 'mfaResetGranted':
      return MFA_MEASURE[happening.by] ?? 'resetsOfficer'
    default:
      return undefined
  }
}

const CODE_MEASURE: Partial<Record<string, CodeReason>> = {
  late: 'codesLate',
  clockOff: 'codesClock',
  zone: 'codesZone',
  oldQr: 'codesOldQr',
}

const MFA_MEASURE: Partial<Record<string, ResetWay>> = {
  recoveryCode: 'resetsRecovery',
  email: 'resetsEmail',
}

/** Whether it shows that its person had a second factor before. */
export function showsMfa(happening: Happening): boolean {
  switch (happening.kind) {
    case 'mfaActivated':
    case 'mfaResetGranted':
      return true
    case 'signedIn':
      return happening.by === 'code' || happening.by === 'recoveryCode'
    case 'passwordReset':
      return happening.mfa === 'reactivation'
    default:
      return false
  }
}

export function noCounts(): Counts {
  return Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Counts
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum = noCounts()
  for (const one of all) for (const measure of MEASURES) sum[measure] += one[measure]
  return sum
}

export function failedCodes(counts: Counts): number {
  return CODE_REASONS.reduce((sum, reason) => sum + counts[reason], 0)
}

/** Those that failed because of the phone's clock. */
export function clockCodes(counts: Counts): number {
  return CLOCK_REASONS.reduce((sum, reason) => sum + counts[reason], 0)
}
