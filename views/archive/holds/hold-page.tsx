import type { Stage } from '#domain/archive/record.ts'
import type { Frame, Page } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { Notice } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { recordName, type TypeNames } from '../record-name.ts'
import { stageText } from '../stage-words.ts'
import {
  HOLDS,
  type HoldHappening,
  happeningText,
  holdStateText,
  type LateProof,
  lateForText,
  lateText,
  reviewText,
  scopeText,
} from './hold-words.ts'
import type { ListedHold } from './list-page.tsx'

export type ShownHold = ListedHold & {
  agencyName: string
  placerName: string
  askerName: string | undefined
}

type Covered = {
  type: string
  slot: string
  stage: Stage
  late: (LateProof & { batch: string | undefined }) | undefined
}

type Props = {
  frame: Frame
  hold: ShownHold
  names: TypeNames
  covered: readonly Covered[]
  history: readonly HoldHappening[]
  /** Whether the hat belongs to the agency that looks after it. */
  isOurs: boolean
  done: string | undefined
}

export function holdPage(props: Props): Page {
  return { title: HOLDS.title, main: <Held {...props} />, frame: props.frame }
}

function Held(props: Props) {
  const { hold, done, isOurs, covered } = props
  const late = covered.filter((record) => record.late).length
  return (
    <section id="penahanan" class="card">
      <h1>{HOLDS.title}</h1>
      <Notice text={done} />
      {late > 0 && <p class="problem">{lateForText(late, covered.length)}</p>}
      <HoldFacts {...props} />
      {!isOurs && <p class="aside">{HOLDS.elsewhere}</p>}
      {isOurs && hold.state !== 'lifted' && <Ways hold={hold} />}
      <CoveredRecords {...props} />
      <History {...props} />
      <p class="actions">
        <a href={paths.newHoldOn(hold.person)}>{HOLDS.place}</a>
        <a href={paths.holds}>{HOLDS.all}</a>
      </p>
    </section>
  )
}

export function HoldFacts({ hold, names, frame }: Pick<Props, 'hold' | 'names' | 'frame'>) {
  const { zone } = frame.clock
  return (
    <dl class="facts">
      <dt>Pegawai</dt>
      <dd>{hold.name}</dd>
      <dt>NIP</dt>
      <dd>
        <code>{nipText(hold.nip)}</code>
      </dd>
      <dt>Yang ditahan</dt>
      <dd>{scopeText(hold.scope, hold, names)}</dd>
      <dt>Dasar</dt>
      <dd>{hold.basis}</dd>
      <dt>Perkara</dt>
      <dd>{hold.caseNo}</dd>
      <dt>Tinjau lagi pada</dt>
      <dd>{reviewText(hold.reviewOn)}</dd>
      <dt>Dipasang</dt>
      <dd>
        {hold.placerName}, {hold.agencyName}, {momentText(hold.placedAt, zone)}
      </dd>
      <dt>Pemberitahuan</dt>
      <dd>{hold.silent ? HOLDS.silent : HOLDS.told}</dd>
      <dt>Keadaan</dt>
      <dd>{holdStateText(hold, hold.isDue, zone)}</dd>
      {hold.state !== 'on' && (
        <>
          <dt>Alasan pencabutan</dt>
          <dd>
            {hold.lift.reason} ({hold.askerName})
          </dd>
        </>
      )}
    </dl>
  )
}

function Ways({ hold }: { hold: ShownHold }) {
  return (
    <p class="actions">
      <a class="button" href={paths.holdLift(hold.id)}>
        {hold.state === 'on' ? HOLDS.lift : HOLDS.decide}
      </a>
      <a class="button quiet" href={paths.holdReview(hold.id)}>
        {HOLDS.review}
      </a>
    </p>
  )
}

/** Those it saves, and those it came too late for, with the proof. */
function CoveredRecords({ covered, names, frame }: Pick<Props, 'covered' | 'names' | 'frame'>) {
  if (covered.length === 0) return <p class="none">{HOLDS.nothingYet}</p>
  return (
    <table>
      <caption>{HOLDS.covered}</caption>
      <thead>
        <tr>
          <th scope="col">Arsip</th>
          <th scope="col">Tahap</th>
        </tr>
      </thead>
      <tbody>
        {covered.map((record) => (
          <tr>
            <th scope="row">{recordName(record, names)}</th>
            <td>
              {stageText(record.stage)}
              {record.late && <p class="hint">{lateText(record.late, frame.clock.zone)}</p>}
              {record.late?.batch && (
                <p>
                  <a href={paths.batch(record.late.batch)}>{HOLDS.destruction}</a>
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function History({ history, frame }: Pick<Props, 'history' | 'frame'>) {
  return (
    <table>
      <caption>{HOLDS.history}</caption>
      <thead>
        <tr>
          <th scope="col">Waktu</th>
          <th scope="col">Peristiwa</th>
        </tr>
      </thead>
      <tbody>
        {history.map((happening) => (
          <tr>
            <th scope="row">{momentText(happening.at, frame.clock.zone)}</th>
            <td>
              {happeningText(happening)}
              <p class="hint">{happening.by}</p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
