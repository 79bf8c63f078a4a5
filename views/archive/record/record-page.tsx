import { isReadable } from '#domain/archive/access.ts'
import { isFileLost, type Loss } from '#domain/archive/incident.ts'
import type { ToldEvent } from '#domain/archive/told-event.ts'
import type { Version } from '#domain/archive/version.ts'
import type { Frame, Page } from '../../page.tsx'
import { Notice } from '../../parts/problem.tsx'
import type { ShownAccess } from '../accesses-page.tsx'
import type { ArchiveSide } from '../archive-side.ts'
import type { ShownProposed } from '../destruction/own-page.tsx'
import { ArchiveHead } from '../overview/looked-at.tsx'
import { ARCHIVE } from '../overview/overview-words.ts'
import { groupText, securityText } from '../record-type-words.ts'
import { stageText } from '../stage-words.ts'
import { Actions } from './actions.tsx'
import { DataPart } from './data-part.tsx'
import { type KeptBy, KeptPart } from './kept-part.tsx'
import { LossPart } from './loss-part.tsx'
import { PagesPart } from './pages-part.tsx'
import { ReadersPart } from './readers-part.tsx'
import { holdTold, RECORD, versionName } from './record-words.ts'
import type { ShownRecord, ShownVersion } from './shown-record.ts'
import { ProposalPart, StandingPart } from './standing-part.tsx'
import { Timeline } from './timeline.tsx'
import { VersionsPart } from './versions-part.tsx'

/** `readers`: what others read of it, for its owner alone. `from`: the first page that is pictured. */
export type RecordProps = {
  frame: Frame
  side: ArchiveSide
  record: ShownRecord
  shown: ShownVersion | undefined
  from: number
  events: readonly ToldEvent[]
  /** Why its verification was taken back, where it was. */
  revokedFor: string | undefined
  /** What of the shown version has no whole copy. */
  loss: Loss | undefined
  retention: KeptBy | undefined
  holds: readonly { agencyName: string; placedAt: Date }[]
  proposed: ShownProposed | undefined
  readers: readonly ShownAccess[] | undefined
}

/** One document with all that was sent for it and all that became of it. */
export function recordPage(props: RecordProps): Page {
  const { frame, record } = props
  return { title: record.called, main: <Whole {...props} />, frame, sheet: 'archive' }
}

function Whole(props: RecordProps) {
  const { frame, side, record, shown, events, holds, proposed, retention, readers } = props
  const { zone } = frame.clock
  const { stage } = record.record
  return (
    <div id="berkas" class="stack">
      <ArchiveHead side={side} title={record.called} />
      <p>{whatText(props)}</p>
      {stage === 'destroyed' && <p class="notice">{RECORD.destroyed}</p>}
      {holds.map(({ agencyName, placedAt }) => (
        <Notice text={holdTold(agencyName, placedAt, zone)} />
      ))}
      <ProposalPart proposed={proposed} zone={zone} />
      {shown && <Shown {...props} shown={shown} />}
      <VersionsPart side={side} record={record} shown={shown} zone={zone} />
      <Timeline events={events} isOwn={side.of === undefined} zone={zone} />
      <KeptPart record={record} retention={retention} now={frame.clock.now} />
      {readers && <ReadersPart record={record.record.id} readers={readers} zone={zone} />}
      <p class="actions">
        <a href={side.overview}>{ARCHIVE.back}</a>
      </p>
    </div>
  )
}

function whatText({ side, record }: RecordProps): string {
  const { type } = record
  const secret = side.of ? undefined : securityText(type.securityClass)
  return [`${groupText(type.group)}. ${stageText(record.record.stage)}.`, secret]
    .filter(Boolean)
    .join(' ')
}

function Shown(props: RecordProps & { shown: ShownVersion }) {
  const { frame, side, record, shown, from, revokedFor, loss } = props
  const { version } = shown
  return (
    <section id="halaman" class="card">
      <h2>{versionName(version)}</h2>
      <StandingPart side={side} record={record} version={version} revokedFor={revokedFor} />
      <LossPart side={side} record={record} version={version} loss={loss} zone={frame.clock.zone} />
      <Actions
        side={side}
        record={record}
        version={version}
        isLost={loss !== undefined && isFileLost(loss.parts)}
      />
      {hasPages(version, record) && (
        <PagesPart side={side} record={record.record} version={version} from={from} />
      )}
      <DataPart shown={shown} />
    </section>
  )
}

/** What is not readable has no pictures either: the gate refuses them. */
function hasPages(
  version: Version,
  { record }: ShownRecord,
): version is Extract<Version, { pages: number }> {
  return 'pages' in version && isReadable(version) && record.stage !== 'destroyed'
}
