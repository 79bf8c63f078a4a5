import type { Zone } from '#domain/agency.ts'
import type { Metadata } from '#domain/archive/metadata.ts'
import type { MetadataField } from '#domain/archive/metadata-fields.ts'
import type { Frame, Page } from '../../page.tsx'
import { dayText, momentText } from '../../parts/time-words.ts'
import { Checkpoint } from '../../verification/checkpoint.tsx'
import { Mark, type ShownMark } from '../../verification/mark.tsx'
import { CHECKPOINT } from '../../verification/mark-words.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { statusText } from '../upload-words.ts'
import { DataList } from './data-part.tsx'
import { COVER, RECORD } from './record-words.ts'
import { howText, SHEET } from './sheet-words.ts'
import type { ShownRecord, ShownVersion } from './shown-record.ts'

/** `logged`: missing while the log is not signed with it. `place`: where anybody checks it. */
export type SheetProps = {
  frame: Frame
  side: ArchiveSide
  record: ShownRecord
  shown: ShownVersion
  sha256: string
  logged: { leaf: number; mark: ShownMark } | undefined
  place: string
  checkpoint: string | undefined
}

/** What goes along with a file, printed: names nobody, and proves the file to whoever has both. */
export function sheetPage(props: SheetProps): Page {
  return { title: SHEET.title, main: <Sheet {...props} />, frame: props.frame, sheet: 'archive' }
}

/** What a document is known by; the rest of its data stands in it. */
const SHOWN: readonly MetadataField[] = [
  'decreeNumber',
  'decreeDate',
  'letterNumber',
  'letterDate',
  'documentDate',
  'diplomaNumber',
  'graduationDate',
  'certificateNumber',
  'certificateDate',
]

function Sheet(props: SheetProps) {
  const { frame, side, record, shown, logged, checkpoint, place } = props
  const { now, zone } = frame.clock
  return (
    <section id="lembar" class="card">
      <h1>{SHEET.title}</h1>
      <p class="hint">{SHEET.lead}</p>
      <Facts {...props} zone={zone} />
      {shown.metadata && <DataList metadata={known(shown.metadata)} />}
      {logged ? <Mark mark={logged.mark} /> : <p class="aside">{SHEET.notYet}</p>}
      {logged && <p>{howText(place)}</p>}
      {checkpoint && (
        <>
          <h2>{CHECKPOINT.title}</h2>
          <Checkpoint note={checkpoint} />
        </>
      )}
      <p class="hint">{`${COVER.printed} ${momentText(now, zone)}`}</p>
      <p class="actions">
        <button type="button" class="quiet" data-print hidden>
          {RECORD.print}
        </button>
        <a href={side.record(record.record.id, shown.version.no)}>{RECORD.back}</a>
      </p>
    </section>
  )
}

function Facts({ record, shown, sha256, logged, zone }: SheetProps & { zone: Zone }) {
  const { version } = shown
  const facts = [
    [SHEET.document, record.called],
    [SHEET.version, `${version.no}`],
    [SHEET.status, statusText(version.status)],
    [SHEET.verified, 'verified' in version ? dayText(version.verified.at, zone) : undefined],
    [SHEET.leaf, logged && String(logged.leaf)],
    [SHEET.sha256, sha256],
  ] as const
  return (
    <dl class="data">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function known(metadata: Metadata): Metadata {
  return Object.fromEntries(
    SHOWN.flatMap((field) => {
      const value = metadata[field]
      return value === undefined ? [] : [[field, value]]
    }),
  )
}
