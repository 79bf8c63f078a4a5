import type { Frame, Page } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { Mark, type ShownMark } from '../../verification/mark.tsx'
import { groupText } from '../record-type-words.ts'
import { statusText } from '../upload-words.ts'
import { DataList } from './data-part.tsx'
import { KeptPart } from './kept-part.tsx'
import type { RecordProps } from './record-page.tsx'
import { COVER, RECORD, versionText } from './record-words.ts'
import type { ShownRecord, ShownVersion } from './shown-record.ts'

export type CoverProps = Pick<RecordProps, 'retention'> & {
  frame: Frame
  record: ShownRecord
  shown: ShownVersion
  /** Of a version that stands in the log. */
  mark: ShownMark | undefined
}

/** What somebody prints to lay on a paper of their own: whose it is, what it is, where it is kept. */
export function coverPage(props: CoverProps): Page {
  return { title: COVER.title, main: <Cover {...props} />, frame: props.frame, sheet: 'archive' }
}

function Cover({ frame, record, shown, retention, mark }: CoverProps) {
  const { clock } = frame
  return (
    <div id="sampul" class="stack">
      <section class="card">
        <h1>{COVER.title}</h1>
        <p class="hint">{COVER.lead}</p>
        <dl class="data">
          {factsOf({ record, shown, zone: clock.zone }).map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {shown.metadata && (
          <>
            <h2>{RECORD.data}</h2>
            <DataList metadata={shown.metadata} />
          </>
        )}
        {mark && <Mark mark={mark} />}
        <p class="hint">{`${COVER.printed} ${momentText(clock.now, clock.zone)}`}</p>
        <p class="actions">
          <button type="button" class="quiet" data-print hidden>
            {RECORD.print}
          </button>
          <a href={paths.archiveRecord(record.record.id)}>{RECORD.back}</a>
        </p>
      </section>
      <KeptPart record={record} retention={retention} now={frame.clock.now} />
    </div>
  )
}

type Facts = { record: ShownRecord; shown: ShownVersion; zone: Frame['clock']['zone'] }

function factsOf({ record, shown, zone }: Facts): [string, string][] {
  const { owner, type, called } = record
  const { version } = shown
  return [
    [COVER.owner, owner.name],
    [COVER.nip, nipText(owner.nip)],
    [COVER.document, called],
    [COVER.group, groupText(type.group)],
    [COVER.classification, type.classification[owner.kind] ?? '-'],
    [COVER.version, `${version.no}: ${versionText(version, zone)}`],
    [COVER.status, statusText(version.status)],
    [COVER.number, record.record.id],
  ]
}
