import type { FoundSlot } from '#domain/archive/completeness.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import type { Upload } from '#domain/archive/upload.ts'
import { sizeText } from '../national/imports-words.ts'
import type { Frame, Page } from '../page.tsx'
import { Notice } from '../parts/problem.tsx'
import { dayText } from '../parts/time-words.ts'
import type { UploadDone } from '../path-names.ts'
import { paths } from '../paths.ts'
import { NewRows } from './new-rows.tsx'
import { slotName } from './slot-words.ts'
import { NO_UPLOADS, UPLOAD_DONE, UPLOADS_INTRO, UPLOADS_TITLE } from './upload-words.ts'

/** `arrived`: bytes that are here; `sentFor`: whose archive it is for, where an officer sends. */
export type OpenUpload = {
  upload: Upload
  slot: FoundSlot | undefined
  arrived: number
  sentFor: string | undefined
}

type Props = {
  frame: Frame
  open: readonly OpenUpload[]
  pathOf: (id: string) => string
  back: { path: string; label: string }
  done: UploadDone | undefined
  /** Histories of one's own that something may be added to; an officer adds on the person's page. */
  histories: readonly RecordType[]
}

/** What has begun and is not whole, to go on with it anywhere. */
export function uploadsPage(props: Props): Page {
  const { frame, open, back, done, histories } = props
  const main = (
    <section class="stack">
      <h1>{UPLOADS_TITLE}</h1>
      <Notice text={done && UPLOAD_DONE[done]} />
      <p>{UPLOADS_INTRO}</p>
      {open.length === 0 ? <p class="none">{NO_UPLOADS}</p> : <Rows {...props} />}
      {histories.length > 0 && (
        <NewRows types={histories} pathOf={(type) => paths.uploadTo(type, '')} />
      )}
      <p class="actions">
        <a href={back.path}>{back.label}</a>
      </p>
    </section>
  )
  return { title: UPLOADS_TITLE, main, frame }
}

function Rows({ frame, open, pathOf }: Props) {
  return (
    <ul class="rows">
      {open.map(({ upload, slot, arrived, sentFor }) => (
        <li class="card">
          <h2>{slot ? slotName(slot) : upload.type}</h2>
          {sentFor && <p>{sentFor}</p>}
          <progress
            aria-label="Sudah terkirim"
            max={upload.bytes}
            value={Math.min(arrived, upload.bytes)}
          />
          <p class="hint">
            {`${sizeText(arrived)} dari ${sizeText(upload.bytes)}. Dapat dilanjutkan sampai ${dayText(upload.expiresAt, frame.clock.zone)}.`}
          </p>
          <p class="actions">
            <a class="button quiet" href={pathOf(upload.id)}>
              Lanjutkan<span class="spoken"> {slot ? slotName(slot) : upload.type}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}
