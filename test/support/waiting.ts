import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Judge, Waiting } from '#domain/archive/judge-version.ts'
import type { ArchiveRecord, RecordId } from '#domain/archive/record.ts'
import type { AwaitingVersion, VerifiedVersion, VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { at } from '#test/support/phone.ts'

export const SUBJECT = 'subject' as PersonId
export const UPLOADER = 'uploader' as PersonId
export const VERIFIER = 'verifier' as PersonId
export const COLLEAGUE = 'colleague' as PersonId

/** Sent on behalf of its person, and waiting; a test names only the fields it is about. */
export function awaiting(fields: Partial<AwaitingVersion> = {}): AwaitingVersion {
  return {
    id: 'version-2' as VersionId,
    record: 'record' as RecordId,
    no: 2,
    person: SUBJECT,
    agency: 'agency-1' as AgencyId,
    uploadedBy: UPLOADER,
    uploadedAs: 'mandate-9' as MandateId,
    receivedAt: at(-7200),
    bytes: 1000,
    scan: 'scanClean',
    since: at(-3600),
    status: 'awaitingVerification',
    pages: 3,
    submittedAt: at(-3600),
    ...fields,
  }
}

export function verified(fields: Partial<VerifiedVersion> = {}): VerifiedVersion {
  const by = { by: COLLEAGUE, as: 'mandate-2' as MandateId, at: at(-86_400) }
  return {
    ...awaiting(),
    id: 'version-1' as VersionId,
    no: 1,
    status: 'verified',
    verified: by,
    ...fields,
  }
}

export function someRecord(fields: Partial<ArchiveRecord> = {}): ArchiveRecord {
  return {
    id: 'record' as RecordId,
    person: SUBJECT,
    agency: 'agency-1' as AgencyId,
    type: 'pns',
    slot: '',
    stage: 'draft',
    since: at(-7200),
    ...fields,
  }
}

export function waiting(fields: Partial<Waiting> = {}): Waiting {
  return {
    version: awaiting(),
    record: someRecord(),
    current: undefined,
    claim: undefined,
    ...fields,
  }
}

export function judge(fields: Partial<Judge['mandate']> = {}, person = VERIFIER): Judge {
  const mandate = { id: 'mandate-1' as MandateId, from: at(-86_400), until: at(86_400), ...fields }
  return { person, mandate }
}
