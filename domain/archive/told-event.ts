import type { Role } from '../access/mandate.ts'
import type { Brand } from '../brand.ts'
import { isUuid } from '../uuid.ts'
import type { ArchiveEvent, ArchiveEventName } from './archive-event.ts'

export type EventId = Brand<string, 'EventId'>

export function parseEventId(text: string): EventId | undefined {
  return isUuid(text) ? (text as EventId) : undefined
}

/** Of one record, for those who may see it; what is read of it is told by the access log instead. */
export const TOLD = [
  'uploadCompleted',
  'intakeRejected',
  'intakePassed',
  'malwareFound',
  'malwareCleared',
  'recordVerified',
  'recordReturned',
  'uploadWithdrawn',
  'versionSuperseded',
  'verificationRevoked',
  'recordActivated',
  'recordInactivated',
  'retentionExpired',
  'retentionRecomputed',
  'recordMarkedPermanent',
  'appraisalStarted',
  'retentionExtended',
  'destructionRecommended',
  'destructionApproved',
  'itemWithdrawn',
  'destructionStarted',
  'recordDestroyed',
  'destructionStepFailed',
  'holdPlaced',
  'holdLifted',
  'custodyOffered',
  'custodyAccepted',
  'copyFoundDamaged',
  'copyFoundMissing',
  'copyRepaired',
  'historyRowRemoved',
] as const satisfies readonly ArchiveEventName[]

/** `recordShared`: that a link ended by wrong PINs, which no page of the record tells. */
export type ToldName = (typeof TOLD)[number] | 'recordShared'

/**
 * N of archive.md 2: what its person is told without having asked; `archive.is_notice` says the same, and adds
 * that a link of theirs ended by wrong PINs.
 */
export const NOTIFIED = [
  'intakeRejected',
  'malwareFound',
  'malwareCleared',
  'recordVerified',
  'recordReturned',
  'uploadWithdrawn',
  'versionSuperseded',
  'verificationRevoked',
  'retentionExpired',
  'recordMarkedPermanent',
  'retentionExtended',
  'destructionRecommended',
  'destructionApproved',
  'itemWithdrawn',
  'recordDestroyed',
  'holdPlaced',
  'holdLifted',
  'custodyOffered',
  'custodyAccepted',
  'historyRowRemoved',
] as const satisfies readonly ToldName[]

/** Whose doing it was: of an officer the role is told, never more than that on a page of others. */
export type ToldActor =
  | { kind: 'system' | 'subject' }
  | { kind: 'officer'; role: Role | undefined; name: string | undefined }

export type ToldEvent = {
  name: ToldName
  at: Date
  by: ToldActor
  /** Which version it was about, where it was about one. */
  no: number | undefined
  body: ArchiveEvent['body']
}
