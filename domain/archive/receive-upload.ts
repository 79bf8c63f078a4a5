import type { PersonKind } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import { type Stage, takesVersions } from './record.ts'
import { applies, type RecordType } from './record-type.ts'
import type { ReceiveRefusal, Upload } from './upload.ts'
import { mayUploadFor, type Uploader, type UploadSubject } from './uploader.ts'

/** What is here, and what is true by now: a right may have ended since the first byte (fault 19). */
export type Reception = {
  uploader: Uploader
  subject: UploadSubject & { kind: PersonKind }
  type: Pick<RecordType, 'appliesTo'> | undefined
  slotExists: boolean
  stage: Stage | undefined
  bytes: number
  hashMatches: boolean
}

export type ReceptionRefused = ReceiveRefusal | { kind: 'alreadyReceived' | 'notWhole' }

/** T2. What has not all arrived waits for the rest, which is no refusal of the file. */
export function receiveUpload(
  upload: Upload,
  reception: Reception,
): Result<true, ReceptionRefused> {
  switch (upload.state) {
    case 'received':
      return no({ kind: 'alreadyReceived' })
    case 'refused':
      return no(upload.refusal)
    case 'arriving':
    case 'arrived':
      return receiveArrived(upload, reception)
  }
}

function receiveArrived(upload: Upload, reception: Reception): Result<true, ReceptionRefused> {
  const { uploader, subject, type, slotExists, stage, bytes, hashMatches } = reception
  if (bytes < upload.bytes) return no({ kind: 'notWhole' })
  if (bytes > upload.bytes) return no({ kind: 'lengthDiffers' })
  if (!hashMatches) return no({ kind: 'hashDiffers' })
  if (!mayUploadFor(uploader, subject)) return no({ kind: 'noRight' })
  if (!type || !slotExists || !applies(type, subject.kind)) return no({ kind: 'doesNotApply' })
  if (stage && !takesVersions(stage)) return no({ kind: 'recordClosed' })
  return ok(true)
}
