import type { MandateId, Role } from '../access/mandate.ts'
import { permits } from '../access/permission.ts'
import type { PersonId } from '../person.ts'

/** Who sends a file: its person for themselves, or an officer in the hat that lets them. */
export type Uploader = { person: PersonId; hat: { id: MandateId; role: Role } | undefined }

/** `isReached`: the uploader's account is active now, and a hat in force and wide enough for this person. */
export type UploadSubject = { person: PersonId; isReached: boolean }

/** S U of archive.md 2; an officer's own documents are sent as everybody's, without a hat. */
export function mayUploadFor({ person, hat }: Uploader, subject: UploadSubject): boolean {
  if (!subject.isReached) return false
  if (!hat) return person === subject.person
  return person !== subject.person && permits(hat, 'uploadOnBehalf')
}
