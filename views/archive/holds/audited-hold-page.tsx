import type { Stage } from '#domain/archive/record.ts'
import { AUDITED_EVENTS } from '../../audit/audit-words.ts'
import { AuditedEvents, LeafCell, type ShownEvent } from '../../audit/audited-events.tsx'
import type { Frame, Page } from '../../page.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { lastFourText } from '../destruction/item-words.ts'
import { type TypeNames, typeName } from '../record-name.ts'
import { stageText } from '../stage-words.ts'
import { AUDITED_HOLD, caseText, holderText, liftTexts } from './audited-hold-words.ts'
import type { AuditedHold } from './audited-holds-page.tsx'
import {
  type HoldHappening,
  happeningText,
  holdStateText,
  lateText,
  reviewText,
  scopeText,
} from './hold-words.ts'

type Covered = {
  type: string
  stage: Stage
  late: { at: Date } | undefined
  leaf: number | undefined
}

type Whole = AuditedHold & {
  placerName: string
  askerName: string | undefined
  agreerName: string | undefined
  covered: readonly Covered[]
  events: readonly (Omit<ShownEvent, 'what'> & Pick<HoldHappening, 'name' | 'reviewOn'>)[]
}

type Props = { frame: Frame; hold: Whole; names: TypeNames }

/** All that was done with a hold, for whoever changes nothing in it. */
export function auditedHoldPage(props: Props): Page {
  return { title: AUDITED_HOLD.title, main: <Audited {...props} />, frame: props.frame }
}

function Audited(props: Props) {
  const { frame, hold } = props
  return (
    <section id="penahanan" class="card">
      <h1>{AUDITED_HOLD.title}</h1>
      <Facts {...props} />
      <CoveredRecords {...props} />
      <AuditedEvents
        frame={frame}
        caption={AUDITED_HOLD.history}
        events={hold.events.map((event) => ({ ...event, what: happeningText(event) }))}
      />
      <p class="actions">
        <a href={paths.auditedHolds}>{AUDITED_HOLD.all}</a>
      </p>
    </section>
  )
}

function Facts({ frame, hold, names }: Props) {
  const { zone } = frame.clock
  return (
    <dl class="facts">
      <dt>Instansi</dt>
      <dd>{holderText(hold.agencyName)}</dd>
      <dt>Pegawai</dt>
      <dd>{lastFourText(hold.lastFour)}</dd>
      <dt>Yang ditahan</dt>
      <dd>{scopeText(hold.scope, { recordType: hold.recordType, slot: '' }, names)}</dd>
      <dt>Dasar</dt>
      <dd>{hold.basis}</dd>
      <dt>Perkara</dt>
      <dd>{caseText(hold.caseNo)}</dd>
      <dt>Pemberitahuan</dt>
      <dd>{hold.silent ? AUDITED_HOLD.secret : AUDITED_HOLD.told}</dd>
      <dt>Keadaan</dt>
      <dd>{holdStateText(hold, hold.isDue, zone)}</dd>
      <dt>Dipasang</dt>
      <dd>
        {hold.placerName}, {momentText(hold.placedAt, zone)}
      </dd>
      <dt>Tinjau lagi pada</dt>
      <dd>{reviewText(hold.reviewOn)}</dd>
      {liftTexts(hold, frame.clock).map(([label, text]) => (
        <>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </>
      ))}
    </dl>
  )
}

/** The proof stands beside it. */
const IN_LOG = { n: undefined, leaf: undefined }

/** Those it is on, and those it came too late for, each with its entry in the log. */
function CoveredRecords({ frame, hold, names }: Props) {
  if (hold.covered.length === 0) return <p class="none">{AUDITED_HOLD.none}</p>
  return (
    <table>
      <caption>{AUDITED_HOLD.covered}</caption>
      <thead>
        <tr>
          <th scope="col">Arsip</th>
          <th scope="col">Tahap</th>
          <th scope="col">{AUDITED_EVENTS.leaf}</th>
        </tr>
      </thead>
      <tbody>
        {hold.covered.map(({ type, stage, late, leaf }) => (
          <tr>
            <th scope="row">{typeName(type, names)}</th>
            <td>
              {stageText(stage)}
              {late && <p class="hint">{lateText({ at: late.at, ...IN_LOG }, frame.clock.zone)}</p>}
            </td>
            <LeafCell leaf={leaf} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
