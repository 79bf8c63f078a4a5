import type { Custody } from '#domain/archive/custody.ts'
import type { Frame, Page } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { countText } from '../../parts/number-words.ts'
import { dayText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { RETENTION_PAGE } from '../retention/retention-page-words.ts'
import { CUSTODY, custodyStateText } from './custody-words.ts'

export type ListedCustody = Custody & {
  name: string
  nip: string
  fromName: string
  toName: string
}

type Due = {
  id: string
  name: string
  nip: string
  toName: string
  records: number
  since: Date
}

type Props = {
  frame: Frame
  due: readonly Due[]
  received: readonly ListedCustody[]
  given: readonly ListedCustody[]
  over: readonly ListedCustody[]
}

export function custodyListPage(props: Props): Page {
  return { title: CUSTODY.title, main: <CustodyList {...props} />, frame: props.frame }
}

function CustodyList(props: Props) {
  const { frame, received, given, over } = props
  return (
    <div id="serah-terima" class="stack">
      <h1>{CUSTODY.title}</h1>
      <p class="lead">{CUSTODY.lead}</p>
      <Listed frame={frame} heading={CUSTODY.received} none={CUSTODY.noneReceived} all={received} />
      <DueTable {...props} />
      <Listed frame={frame} heading={CUSTODY.given} none={CUSTODY.noneGiven} all={given} />
      <Listed frame={frame} heading={CUSTODY.over} none={CUSTODY.noneOver} all={over} />
      <p class="actions">
        <a href={paths.retention}>{RETENTION_PAGE.back}</a>
      </p>
    </div>
  )
}

function DueTable({ due, frame }: Props) {
  return (
    <section class="card">
      <h2>{CUSTODY.due}</h2>
      {due.length === 0 ? (
        <p class="none">{CUSTODY.noneDue}</p>
      ) : (
        <table>
          <caption>Pegawai yang pindah, yang paling lama lebih dahulu</caption>
          <thead>
            <tr>
              <th scope="col">Pegawai</th>
              <th scope="col">Instansi sekarang</th>
              <th scope="col">Sejak</th>
            </tr>
          </thead>
          <tbody>
            {due.map(({ id, name, nip, toName, records, since }) => (
              <tr>
                <th scope="row">
                  <a href={paths.newCustody(id)}>{name}</a>
                  <br />
                  <code>{nipText(nip)}</code>
                </th>
                <td>
                  {toName}
                  <p class="hint">{countText(records)} arsip</p>
                </td>
                <td>
                  <span class="label">Sejak </span>
                  {dayText(since, frame.clock.zone)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type ListedProps = {
  frame: Frame
  heading: string
  none: string
  all: readonly ListedCustody[]
}

function Listed({ frame, heading, none, all }: ListedProps) {
  return (
    <section class="card">
      <h2>{heading}</h2>
      {all.length === 0 ? <p class="none">{none}</p> : <Transfers frame={frame} all={all} />}
    </section>
  )
}

function Transfers({ frame, all }: Pick<ListedProps, 'frame' | 'all'>) {
  return (
    <table>
      <caption>{CUSTODY.listed}</caption>
      <thead>
        <tr>
          <th scope="col">Pegawai</th>
          <th scope="col">Dari dan ke</th>
          <th scope="col">Keadaan</th>
        </tr>
      </thead>
      <tbody>
        {all.map((custody) => (
          <tr>
            <th scope="row">
              <a href={paths.custodyOf(custody.id)}>{custody.name}</a>
              <br />
              <code>{nipText(custody.nip)}</code>
            </th>
            <td>
              {custody.fromName} ke {custody.toName}
              <p class="hint">{countText(custody.list.length)} arsip</p>
            </td>
            <td>{custodyStateText(custody, frame.clock)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
