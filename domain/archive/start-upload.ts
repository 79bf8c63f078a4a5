import type { PersonKind } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import { type Stage, takesVersions } from './record.ts'
import { applies, type RecordType } from './record-type.ts'
import {
  HARD_CAP,
  MOST_A_DAY,
  MOST_OPEN,
  PICTURES_CAP,
  type Twin,
  type UploadForm,
} from './upload.ts'
import { mayUploadFor, type Uploader, type UploadSubject } from './uploader.ts'

/** What the shell found out: `slotExists`: that document is expected of this person. */
export type UploadStart = {
  uploader: Uploader
  subject: UploadSubject & { kind: PersonKind }
  type: Pick<RecordType, 'appliesTo' | 'maxBytes'> | undefined
  slotExists: boolean
  /** Of the record in that slot, where there is one already. */
  stage: Stage | undefined
  form: UploadForm
  bytes: number
  open: number
  /** Begun in this archive within a day. */
  today: number
  twin: Twin | undefined
}

export type StartRefused =
  | { kind: 'noRight' | 'doesNotApply' | 'empty' }
  | { kind: 'recordClosed'; stage: Stage }
  | { kind: 'tooLarge'; most: number }
  | { kind: 'tooManyOpen'; most: number }
  | { kind: 'tooManyToday'; most: number }
  | { kind: 'identicalTwin'; twin: Twin }

/** T1. */
export function startUpload(start: UploadStart): Result<true, StartRefused> {
  const { uploader, subject, type, slotExists, stage, bytes, open, today, twin } = start
  if (!mayUploadFor(uploader, subject)) return no({ kind: 'noRight' })
  if (!type || !slotExists || !applies(type, subject.kind)) return no({ kind: 'doesNotApply' })
  if (stage && !takesVersions(stage)) return no({ kind: 'recordClosed', stage })
  if (bytes === 0) return no({ kind: 'empty' })
  const most = capOf(type, start.form)
  if (bytes > most) return no({ kind: 'tooLarge', most })
  if (twin) return no({ kind: 'identicalTwin', twin })
  if (open >= MOST_OPEN) return no({ kind: 'tooManyOpen', most: MOST_OPEN })
  if (today >= MOST_A_DAY) return no({ kind: 'tooManyToday', most: MOST_A_DAY })
  return ok(true)
}

/** Pictures are far larger than the PDF that is made of them, which the hard cap alone is for. */
export function capOf({ maxBytes }: Pick<RecordType, 'maxBytes'>, form: UploadForm): number {
  return form === 'photos' ? PICTURES_CAP : Math.min(maxBytes, HARD_CAP)
}
