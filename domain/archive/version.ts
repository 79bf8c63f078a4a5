import type { MandateId } from '../access/mandate.ts'
import type { AgencyId } from '../agency.ts'
import type { Brand } from '../brand.ts'
import type { PersonId } from '../person.ts'
import { isUuid } from '../uuid.ts'
import type { RecordId } from './record.ts'

export type VersionId = Brand<string, 'VersionId'>

export function parseVersionId(text: string): VersionId | undefined {
  return isUuid(text) ? (text as VersionId) : undefined
}

/** One file of a record, from its reception on (archive.md 2); what is still arriving is an upload. */
export type Version =
  | QuarantinedVersion
  | RejectedVersion
  | AwaitingVersion
  | ReturnedVersion
  | VerifiedVersion
  | SupersededVersion
  | WithdrawnVersion

export type VersionStatus = Version['status']

export type QuarantinedVersion = Received & { status: 'quarantined' }
export type RejectedVersion = Received & { status: 'rejectedBySystem'; refusal: string }
export type AwaitingVersion = Checked & { status: 'awaitingVerification' }
export type ReturnedVersion = Checked & { status: 'returned'; returned: Returned }
export type VerifiedVersion = Checked & { status: 'verified'; verified: Verified }
export type SupersededVersion = Checked & {
  status: 'superseded'
  verified: Verified
  supersededAt: Date
}
export type WithdrawnVersion = Received & { status: 'withdrawn' }

/** `uploadedAs`: the hat of an officer who sent it on behalf; none where its person did. */
type Received = {
  id: VersionId
  record: RecordId
  no: number
  person: PersonId
  agency: AgencyId
  uploadedBy: PersonId
  uploadedAs: MandateId | undefined
  receivedAt: Date
  /** Of the file as it came; pages are known from the checks on. */
  bytes: number
  scan: Scan
  since: Date
}

type Checked = Received & { pages: number; submittedAt: Date }

/** I6: what was not scanned is never clean. */
export type Scan = 'scanClean' | 'scanFound' | 'notScanned'

export type Verified = { by: PersonId; as: MandateId; at: Date }

export const RETURN_CODES = [
  'unreadable',
  'wrongDocument',
  'wrongPerson',
  'pagesMissing',
  'dataDiffers',
  'notOriginal',
  'other',
] as const

export type ReturnCode = (typeof RETURN_CODES)[number]

/** `place`: a page and, in thousandths of its width and height, the part that is meant. */
export type Returned = {
  codes: readonly ReturnCode[]
  note: string
  place: { page: number; box: Box | undefined } | undefined
  by: PersonId
}

export type Box = { left: number; top: number; width: number; height: number }
