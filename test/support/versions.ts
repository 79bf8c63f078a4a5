import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { Upload } from '#domain/archive/upload.ts'
import { uploadExpiry } from '#domain/archive/upload.ts'
import type { Version, VersionId, VersionStatus } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { NOW } from './builders.ts'

export const OWNER = 'pemilik' as PersonId
export const OFFICER = 'petugas' as PersonId
export const HAT = 'mandat' as MandateId

const received = {
  id: 'versi' as VersionId,
  record: 'arsip' as RecordId,
  no: 1,
  person: OWNER,
  agency: 'instansi' as AgencyId,
  uploadedBy: OWNER,
  uploadedAs: undefined,
  receivedAt: NOW,
  bytes: 1000,
  scan: 'notScanned',
  since: NOW,
} as const

const checked = { ...received, pages: 2, submittedAt: NOW }
const verified = { by: OFFICER, as: HAT, at: NOW }

/** One of every status. */
export const versions: { [S in VersionStatus]: Version & { status: S } } = {
  quarantined: { ...received, status: 'quarantined' },
  rejectedBySystem: { ...received, status: 'rejectedBySystem', refusal: 'notPdf' },
  awaitingVerification: { ...checked, status: 'awaitingVerification' },
  returned: {
    ...checked,
    status: 'returned',
    returned: { codes: ['unreadable'], note: 'Buram.', place: undefined, by: OFFICER },
  },
  verified: { ...checked, status: 'verified', verified },
  superseded: { ...checked, status: 'superseded', verified, supersededAt: NOW },
  withdrawn: { ...received, status: 'withdrawn' },
}

const begun = {
  id: 'versi' as VersionId,
  person: OWNER,
  sentBy: OWNER,
  sentAs: undefined,
  type: 'pns',
  slot: '',
  form: 'document',
  metadata: {},
  bytes: 1000,
  startedAt: NOW,
  expiresAt: uploadExpiry(NOW),
} as const

/** One of every state. */
export const uploads: { [S in Upload['state']]: Upload & { state: S } } = {
  arriving: { ...begun, state: 'arriving' },
  arrived: { ...begun, state: 'arrived' },
  received: { ...begun, state: 'received' },
  refused: { ...begun, state: 'refused', refusal: { kind: 'hashDiffers' } },
}
