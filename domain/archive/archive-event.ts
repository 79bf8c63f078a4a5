import type { MandateId } from '../access/mandate.ts'
import type { PersonId } from '../person.ts'
import type { RecordId } from './record.ts'

/** What can happen in the archive (archive.md 2); each becomes a leaf of the log. */
export type ArchiveEventName =
  | 'uploadCompleted'
  | 'intakeRejected'
  | 'intakePassed'
  | 'malwareFound'
  | 'malwareCleared'
  | 'recordVerified'
  | 'recordReturned'
  | 'uploadWithdrawn'
  | 'versionSuperseded'
  | 'verificationRevoked'
  | 'recordActivated'
  | 'recordInactivated'
  | 'retentionExpired'
  | 'retentionRecomputed'
  | 'recordMarkedPermanent'
  | 'appraisalStarted'
  | 'retentionExtended'
  | 'destructionRecommended'
  | 'destructionApproved'
  | 'itemWithdrawn'
  | 'destructionStarted'
  | 'recordDestroyed'
  | 'destructionStepFailed'
  | 'holdPlaced'
  | 'holdReviewed'
  | 'holdLiftAsked'
  | 'holdKept'
  | 'holdLifted'
  | 'custodyOffered'
  | 'custodyAccepted'
  | 'custodyKept'
  | 'copyVerified'
  | 'copyFoundDamaged'
  | 'copyFoundMissing'
  | 'copyRepaired'
  | 'retentionRulePublished'
  | 'retentionRuleChanged'
  | 'recordTypeChanged'
  | 'historyRowRemoved'
  | 'recordViewed'
  | 'recordDownloaded'
  | 'recordShared'
  | 'archiveExported'
  | 'accessesRooted'
  | 'databaseRestored'
  | 'restoredLeaf'
  | 'rootEpochRotated'
  | 'batchClosed'
  | 'batchPaperAdded'
  | 'batchPaperRead'

/** Z of archive.md: what the portal does by itself. */
export type ArchiveActor = { person: PersonId; hat: MandateId | undefined } | 'system'

/**
 * `record` and `person`: whom it is about, where it is about one. `body` has codes, numbers and ids,
 * never a name, a NIP or a title, for the log commits to it for ever (archive.md 7).
 */
export type ArchiveEvent = {
  name: ArchiveEventName
  record: RecordId | undefined
  person: PersonId | undefined
  actor: ArchiveActor
  at: Date
  body: Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>
}
