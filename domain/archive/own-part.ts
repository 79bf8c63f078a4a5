import type { PersonId } from '../person.ts'
import type { Version } from './version.ts'

/** Why somebody has no word in what becomes of a version. */
export type OwnPart = { kind: 'ownUpload' } | { kind: 'ownRecord' }

/** I4, of persons and not of accounts: nobody judges what they sent, or what is about them. */
export function ownPartIn(
  { uploadedBy, person }: Pick<Version, 'uploadedBy' | 'person'>,
  judge: PersonId,
): OwnPart | undefined {
  if (person === judge) return { kind: 'ownRecord' }
  if (uploadedBy === judge) return { kind: 'ownUpload' }
  return undefined
}
