import type { ArchiveEvent } from '#domain/archive/archive-event.ts'
import type { CustodyDifference } from '#domain/archive/custody.ts'
import { AUDITED_EVENTS } from '../../audit/audit-words.ts'
import { AuditedEvents, LeafCell, type ShownEvent } from '../../audit/audited-events.tsx'
import type { Frame, Page } from '../../page.tsx'
import { countText } from '../../parts/number-words.ts'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { lastFourText } from '../destruction/item-words.ts'
import { type TypeNames, typeName } from '../record-name.ts'
import type { AuditedCustody } from './audited-custodies-page.tsx'
import { AUDITED_CUSTODY, custodyEventText, equalText } from './audited-custody-words.ts'
import { custodyStateText, differenceText } from './custody-words.ts'

type Item = {
  type: string
  versions: number | undefined
  how: CustodyDifference['how'] | undefined
  leaf: number | undefined
}

type CustodyEvent = Omit<ShownEvent, 'what'> & {
  name: 'custodyOffered' | 'custodyAccepted' | 'custodyKept'
  body: ArchiveEvent['body']
}

type Whole = AuditedCustody & {
  offererName: string
  deciderName: string | undefined
  items: readonly Item[]
  events: readonly CustodyEvent[]
}

type Props = { frame: Frame; custody: Whole; names: TypeNames }

/** All that was done with a transfer, for whoever changes nothing in it. */
export function auditedCustodyPage(props: Props): Page {
  return { title: AUDITED_CUSTODY.title, main: <Audited {...props} />, frame: props.frame }
}

function Audited(props: Props) {
  const { frame, custody } = props
  return (
    <section id="serah-terima" class="card">
      <h1>{AUDITED_CUSTODY.title}</h1>
      <Facts {...props} />
      <Items {...props} />
      <AuditedEvents
        frame={frame}
        caption={AUDITED_CUSTODY.history}
        events={custody.events.map((event) => ({ ...event, what: custodyEventText(event) }))}
      />
      <p class="actions">
        <a href={paths.auditedCustodies}>{AUDITED_CUSTODY.all}</a>
      </p>
    </section>
  )
}

function Facts({ frame, custody }: Props) {
  const { zone } = frame.clock
  return (
    <dl class="facts">
      <dt>Pegawai</dt>
      <dd>{lastFourText(custody.lastFour)}</dd>
      <dt>Dari</dt>
      <dd>{custody.fromName}</dd>
      <dt>Ke</dt>
      <dd>{custody.toName}</dd>
      <dt>Ditawarkan</dt>
      <dd>
        {custody.offererName}, {momentText(custody.offeredAt, zone)}
      </dd>
      <dt>Keadaan</dt>
      <dd>{custodyStateText(custody, frame.clock)}</dd>
      <Decided frame={frame} custody={custody} />
    </dl>
  )
}

function Decided({ frame, custody }: Pick<Props, 'frame' | 'custody'>) {
  if (custody.state === 'offered') return null
  return (
    <>
      <dt>Diputuskan</dt>
      <dd>
        {custody.deciderName}, {momentText(custody.decidedAt, frame.clock.zone)}
      </dd>
      {custody.state === 'accepted' && (
        <>
          <dt>Daftar</dt>
          <dd>{equalText(custody.differences)}</dd>
        </>
      )}
      {custody.note !== '' && (
        <>
          <dt>Catatan</dt>
          <dd>{custody.note}</dd>
        </>
      )}
    </>
  )
}

/** By type alone, each with its entry in the log. */
function Items({ custody, names }: Props) {
  return (
    <table>
      <caption>{AUDITED_CUSTODY.items}</caption>
      <thead>
        <tr>
          <th scope="col">Arsip</th>
          <th scope="col">Jumlah versi</th>
          <th scope="col">{AUDITED_EVENTS.leaf}</th>
        </tr>
      </thead>
      <tbody>
        {custody.items.map(({ type, versions, how, leaf }) => (
          <tr>
            <th scope="row">
              {typeName(type, names)} {how && <span class="state bad">{differenceText(how)}</span>}
            </th>
            <td>
              <span class="label">Jumlah versi </span>
              {versions === undefined ? '–' : countText(versions)}
            </td>
            <LeafCell leaf={leaf} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
