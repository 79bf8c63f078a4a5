import type { Metadata } from '#domain/archive/metadata.ts'
import { type Begun, type UploadForm, uploadExpiry } from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Deps } from '../../deps.ts'
import type { Sender } from './sender.ts'

/** What is to be sent, for whom, into which place of their archive. */
export type Wanted = {
  person: PersonId
  type: string
  slot: string
  form: UploadForm
  metadata: Metadata
}

export function newUpload(
  { vault, clock }: Pick<Deps, 'vault' | 'clock'>,
  sender: Sender,
  wanted: Wanted,
): Omit<Begun, 'bytes'> {
  const startedAt = clock()
  const id = vault.newId() as VersionId
  return { id, ...wanted, ...sender, startedAt, expiresAt: uploadExpiry(startedAt) }
}
