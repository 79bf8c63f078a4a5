import { no, ok, type Result } from '../result.ts'
import type { Inspection, IntakeNote, IntakeRefusal } from './intake.ts'
import { judgeScan, type ScanAnswer, type ScanPolicy } from './scan.ts'
import type { AwaitingVersion, QuarantinedVersion, RejectedVersion, Version } from './version.ts'

/** `hasTwin`: another version of the same person, which is of use, has the same bytes. */
export type IntakeFindings = {
  structure: Inspection
  scan: ScanAnswer
  policy: ScanPolicy
  hasTwin: boolean
  now: Date
}

/** T3, T5, or, where nobody can say yet, T4: it stays, and is looked at again. */
export type IntakeOutcome =
  | { kind: 'rejected'; version: RejectedVersion }
  | { kind: 'passed'; version: AwaitingVersion; notes: readonly IntakeNote[] }
  | { kind: 'deferred'; why: 'scan' | 'inspection'; version: QuarantinedVersion }

export function judgeIntake(
  version: Version,
  findings: IntakeFindings,
): Result<IntakeOutcome, 'notQuarantined'> {
  if (version.status !== 'quarantined') return no('notQuarantined')
  return ok(judge({ ...version, scan: findings.scan.kind }, findings))
}

/** Malware is told before whatever else is wrong with a file, for its owner has to act on that. */
function judge(version: QuarantinedVersion, findings: IntakeFindings): IntakeOutcome {
  const { structure, scan, policy, hasTwin, now } = findings
  const scanned = judgeScan(scan, policy)
  if (scanned === 'malwareFound') return reject(version, scanned, now)
  if (structure.kind === 'refused') return reject(version, structure.reason, now)
  if (structure.kind === 'notInspected') return { kind: 'deferred', why: 'inspection', version }
  if (hasTwin) return reject(version, 'identicalTwin', now)
  if (scanned === 'waits') return { kind: 'deferred', why: 'scan', version }
  const { pages, notes } = structure
  const passed = { ...version, status: 'awaitingVerification', pages } as const
  return { kind: 'passed', version: { ...passed, submittedAt: now, since: now }, notes }
}

function reject(version: QuarantinedVersion, refusal: IntakeRefusal, now: Date): IntakeOutcome {
  return {
    kind: 'rejected',
    version: { ...version, status: 'rejectedBySystem', refusal, since: now },
  }
}

const HOUR = 3600_000
const MOST_PAUSE = 10 * 60_000

/** T4: after longer and longer pauses, and with an alarm once it has waited an hour. */
export function nextLook(tries: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(5_000 * 2 ** Math.min(tries, 10), MOST_PAUSE))
}

export function isAlarming({ receivedAt }: QuarantinedVersion, now: Date): boolean {
  return now.getTime() - receivedAt.getTime() >= HOUR
}
