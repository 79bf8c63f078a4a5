import type { Zone } from '#domain/agency.ts'
import type { PaperKind } from '#domain/archive/destruction/paper.ts'
import { type LostPart, remedyOf } from '#domain/archive/incident.ts'
import type { Stage } from '#domain/archive/record.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import type { Frame, Page } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import type { IncidentListName } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import { batchTitle, paperText } from '../destruction/batch-words.ts'
import { versionName } from '../record/record-words.ts'
import { recordName, type TypeNames } from '../record-name.ts'
import { stageText } from '../stage-words.ts'
import { statusText } from '../upload-words.ts'
import {
  INCIDENTS,
  mendedText,
  PAPER_REMEDY,
  partsText,
  remedyText,
  STEPS,
  sinceText,
} from './incident-words.ts'

/** `isOwn`: it is of whoever looks. */
export type ShownIncident = { at: Date } & (ShownLostFile | ShownLostPaper)

type ShownLostFile = {
  of: 'file'
  name: string
  nip: string
  unitName: string | undefined
  record: string
  type: string
  slot: string
  no: number
  status: VersionStatus
  stage: Stage
  held: boolean
  parts: readonly LostPart[]
  isOwn: boolean
}

type ShownLostPaper = { of: 'paper'; batch: string; paper: PaperKind; number: string }

/** `ended`: folded beneath the first of what is open; `more`, `isFirst`: of the list that is walked. */
type Props = {
  frame: Frame
  list: IncidentListName
  incidents: readonly ShownIncident[]
  ended: { incidents: readonly ShownIncident[]; hasMore: boolean } | undefined
  names: TypeNames
  more: string | undefined
  isFirst: boolean
}

/** Which files of an agency have no whole copy, and what to do about each. */
export function incidentsPage(props: Props): Page {
  return { title: INCIDENTS.title, main: <Incidents {...props} />, frame: props.frame }
}

function Incidents(props: Props) {
  const { list, ended } = props
  return (
    <div id="tanpa-salinan" class="stack">
      {list === 'terbuka' ? <Open {...props} /> : <Mended {...props} />}
      {ended && <Folded {...props} ended={ended} />}
    </div>
  )
}

function Open(props: Props) {
  const { incidents } = props
  return (
    <section class="card">
      <h1>{INCIDENTS.title}</h1>
      {incidents.length === 0 ? (
        <p class="none">{INCIDENTS.none}</p>
      ) : (
        <>
          <p class="lead">{INCIDENTS.lead}</p>
          <h2>{STEPS.title}</h2>
          <ol>
            <li>{STEPS.backup}</li>
            <li>{STEPS.resend}</li>
          </ol>
          <IncidentTable {...props} isMended={false} />
        </>
      )}
      <Walk {...props} />
    </section>
  )
}

function Mended(props: Props) {
  return (
    <section class="card">
      <h1>{INCIDENTS.ended}</h1>
      {props.incidents.length === 0 ? (
        <p class="none">{INCIDENTS.noneEnded}</p>
      ) : (
        <IncidentTable {...props} isMended />
      )}
      <Walk {...props} />
    </section>
  )
}

function Walk({ list, more, isFirst }: Props) {
  return (
    <>
      {(more !== undefined || !isFirst) && (
        <p class="walk">
          {!isFirst && <a href={paths.agencyIncidentsIn(list)}>{INCIDENTS.first}</a>}
          {more && <a href={more}>{INCIDENTS.more}</a>}
        </p>
      )}
      <p class="actions">
        {list === 'pulih' && <a href={paths.agencyIncidents}>{INCIDENTS.open}</a>}
        <a href={paths.agencyCare}>{INCIDENTS.board}</a>
      </p>
    </>
  )
}

function Folded(props: Props & { ended: NonNullable<Props['ended']> }) {
  const { incidents, hasMore } = props.ended
  return (
    <details class="card">
      <summary>{INCIDENTS.ended}</summary>
      {incidents.length === 0 ? (
        <p class="none">{INCIDENTS.noneEnded}</p>
      ) : (
        <IncidentTable {...props} incidents={incidents} isMended />
      )}
      {hasMore && (
        <p class="actions">
          <a href={paths.agencyIncidentsIn('pulih')}>{INCIDENTS.allEnded}</a>
        </p>
      )}
    </details>
  )
}

function IncidentTable({
  incidents,
  names,
  frame,
  isMended,
}: Pick<Props, 'incidents' | 'names' | 'frame'> & { isMended: boolean }) {
  const { zone } = frame.clock
  return (
    <table>
      <caption>{isMended ? INCIDENTS.captionEnded : INCIDENTS.caption}</caption>
      <thead>
        <tr>
          <th scope="col">Berkas</th>
          <th scope="col">Pemilik</th>
          <th scope="col">{isMended ? 'Yang sempat hilang' : 'Yang hilang dan langkahnya'}</th>
        </tr>
      </thead>
      <tbody>
        {incidents.map((one) =>
          one.of === 'file' ? (
            <FileRow file={one} names={names} zone={zone} isMended={isMended} />
          ) : (
            <PaperRow paper={one} zone={zone} isMended={isMended} />
          ),
        )}
      </tbody>
    </table>
  )
}

type Row = { zone: Zone; isMended: boolean }

function FileRow({
  file,
  names,
  zone,
  isMended,
}: Row & { file: ShownLostFile & { at: Date }; names: TypeNames }) {
  const { record, isOwn, no, held, at } = file
  return (
    <tr>
      <th scope="row">
        <a href={isOwn ? paths.archiveRecord(record, no) : paths.retentionOfRecord(record)}>
          {recordName(file, names)}
        </a>{' '}
        {held && <span class="state bad">{INCIDENTS.held}</span>}
      </th>
      <td>
        {file.name}
        <br />
        <code>{nipText(file.nip)}</code>
        {file.unitName && <p class="hint">{file.unitName}</p>}
        {isOwn && <p class="hint">{INCIDENTS.own}</p>}
      </td>
      <td>
        {partsText(file.parts)}
        <p class="hint">{standingText(file)}</p>
        <When at={at} zone={zone} isMended={isMended} />
        {!isMended && <p>{remedyText(remedyOf(file))}</p>}
      </td>
    </tr>
  )
}

function standingText({ no, status, stage }: ShownLostFile): string {
  return `${versionName({ no })}: ${statusText(status)}. Arsip: ${stageText(stage)}.`
}

function PaperRow({
  paper: shown,
  zone,
  isMended,
}: Row & { paper: ShownLostPaper & { at: Date } }) {
  const { batch, paper, number, at } = shown
  return (
    <tr>
      <th scope="row">
        <a href={paths.batch(batch)}>{paperText(paper)}</a>
      </th>
      <td>
        {INCIDENTS.paper}
        <p class="hint">{batchTitle(number)}</p>
      </td>
      <td>
        Berkas PDF
        <When at={at} zone={zone} isMended={isMended} />
        {!isMended && <p>{PAPER_REMEDY}</p>}
      </td>
    </tr>
  )
}

function When({ at, zone, isMended }: Row & { at: Date }) {
  return <p class="hint">{isMended ? mendedText(at, zone) : sinceText(at, zone)}</p>
}
