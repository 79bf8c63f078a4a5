import type { MandateId } from '../access/mandate.ts'
import type { PersonId } from '../person.ts'
import type { PhotoRefusal } from './intake.ts'
import type { Metadata } from './metadata.ts'
import type { ReturnCode, VersionId, VersionStatus } from './version.ts'

/**
 * A file on its way into the archive, `uploading` of archive.md 2. Its id is the one of the version
 * that begins when all of it is here and right (T2); `refused`: it was not, and nothing came of it.
 */
export type Upload = Begun &
  ({ state: 'arriving' | 'arrived' | 'received' } | { state: 'refused'; refusal: ReceiveRefusal })

/** `sentAs`: the hat of an officer who sends it on behalf of its person. */
export type Begun = {
  id: VersionId
  person: PersonId
  sentBy: PersonId
  sentAs: MandateId | undefined
  type: string
  slot: string
  form: UploadForm
  metadata: Metadata
  /** What it will have when it is whole. */
  bytes: number
  startedAt: Date
  expiresAt: Date
}

/** A PDF as it is, or pictures of a paper of which the portal makes one. */
export type UploadForm = 'document' | 'photos'

/** Why nothing comes of it, found out when the last byte was there. */
export type ReceiveRefusal =
  | { kind: 'hashDiffers' | 'lengthDiffers' | 'noRight' | 'doesNotApply' | 'recordClosed' }
  | { kind: 'pictures'; why: PhotoRefusal }

/** The same bytes, already in the archive of the same person. */
export type Twin = { version: VersionId; status: VersionStatus; type: string; slot: string }

export const UPLOAD_DAYS = 7
/** Begun and not yet whole, of one account (T1). */
export const MOST_OPEN = 5
/** Into one archive: more than a whole career on paper, and far too few to fill a disk or the queue. */
export const MOST_A_DAY = 200
/** Of any type (archive.md 3), whatever its own cap. */
export const HARD_CAP = 10 * 1024 * 1024
/** Of the pictures that a PDF is made of, as telephones take them. */
export const PICTURES_CAP = 40 * 1024 * 1024

const DAY = 24 * 3600_000

export function uploadExpiry(startedAt: Date): Date {
  return new Date(startedAt.getTime() + UPLOAD_DAYS * DAY)
}

/**
 * What the same bytes can mend: sent again with other fields or to another place. A file that was
 * returned for nothing else is no twin of the one that mends it.
 */
export const MENDED_BY_RESENDING: readonly ReturnCode[] = ['wrongDocument', 'dataDiffers', 'other']
