import type { ArchiveEventName } from './archive-event.ts'
import type { Stage } from './record.ts'
import type { VersionStatus } from './version.ts'

type Move<State> = readonly [from: State, to: State, by: ArchiveEventName]

/**
 * Every way a version's status can change (archive.md 2, T3–T10). The table `archive.status_moves`
 * says the same to a trigger, which refuses all others, whoever writes.
 */
export const STATUS_MOVES: readonly Move<VersionStatus>[] = [
  ['quarantined', 'rejectedBySystem', 'intakeRejected'],
  ['quarantined', 'awaitingVerification', 'intakePassed'],
  ['quarantined', 'withdrawn', 'uploadWithdrawn'],
  ['awaitingVerification', 'verified', 'recordVerified'],
  ['awaitingVerification', 'returned', 'recordReturned'],
  ['awaitingVerification', 'withdrawn', 'uploadWithdrawn'],
  ['returned', 'withdrawn', 'uploadWithdrawn'],
  ['verified', 'superseded', 'versionSuperseded'],
  ['verified', 'awaitingVerification', 'verificationRevoked'],
]

/** Likewise of a record's stage (T11–T22), by `archive.stage_moves`. */
export const STAGE_MOVES: readonly Move<Stage>[] = [
  ['draft', 'active', 'recordActivated'],
  ['active', 'inactive', 'recordInactivated'],
  ['inactive', 'retentionEnded', 'retentionExpired'],
  ['retentionEnded', 'inactive', 'retentionRecomputed'],
  ['retentionEnded', 'permanent', 'recordMarkedPermanent'],
  ['underAppraisal', 'permanent', 'recordMarkedPermanent'],
  ['retentionEnded', 'underAppraisal', 'appraisalStarted'],
  ['underAppraisal', 'inactive', 'retentionExtended'],
  ['underAppraisal', 'proposedForDestruction', 'destructionRecommended'],
  ['proposedForDestruction', 'waitingPeriod', 'destructionApproved'],
  ['underAppraisal', 'inactive', 'itemWithdrawn'],
  ['proposedForDestruction', 'inactive', 'itemWithdrawn'],
  ['waitingPeriod', 'inactive', 'itemWithdrawn'],
  ['destroying', 'inactive', 'itemWithdrawn'],
  ['waitingPeriod', 'destroying', 'destructionStarted'],
  ['destroying', 'destroyed', 'recordDestroyed'],
]
