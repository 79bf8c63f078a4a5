import type { Zone } from '#domain/agency.ts'
import type { Hold } from '#domain/archive/hold.ts'
import type { Frame, Page } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { HOLD_LISTS, type HoldListName } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import { BATCHES } from '../destruction/batch-words.ts'
import type { TypeNames } from '../record-name.ts'
import { HOLDS, holdStateText, LISTS, reviewText, scopeText } from './hold-words.ts'

/** A hold in a list; `isDue`: somebody has to look at it again. */
export type ListedHold = Hold & {
  name: string
  nip: string
  recordType: string | undefined
  slot: string | undefined
  isDue: boolean
}

type Props = {
  frame: Frame
  list: HoldListName
  holds: readonly ListedHold[]
  names: TypeNames
  more: string | undefined
  isFirst: boolean
}

export function holdsPage(props: Props): Page {
  return { title: HOLDS.title, main: <Holds {...props} />, frame: props.frame }
}

function Holds(props: Props) {
  const { list, holds, more, isFirst } = props
  return (
    <div id="penahanan" class="stack">
      <h1>{HOLDS.title}</h1>
      <p class="lead">{HOLDS.lead}</p>
      <p class="actions">
        <a class="button" href={paths.newHold}>
          {HOLDS.place}
        </a>
        <a href={paths.batches}>{BATCHES.title}</a>
      </p>
      <section class="card">
        <h2>{LISTS[list]}</h2>
        <Lists chosen={list} />
        {holds.length === 0 ? <p class="none">{HOLDS.none}</p> : <HoldTable {...props} />}
        {(more !== undefined || !isFirst) && (
          <p class="walk">
            {!isFirst && <a href={paths.holdsIn(list)}>{HOLDS.first}</a>}
            {more && <a href={more}>{HOLDS.more}</a>}
          </p>
        )}
      </section>
    </div>
  )
}

function Lists({ chosen }: { chosen: HoldListName }) {
  return (
    <nav aria-label="Daftar penahanan">
      <ul class="ways">
        {HOLD_LISTS.map((list) => (
          <li>
            <a
              class="button quiet"
              href={paths.holdsIn(list)}
              aria-current={list === chosen ? 'page' : undefined}
            >
              {LISTS[list]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function HoldTable({ holds, names, list, frame }: Props) {
  return (
    <table>
      <caption>{list === 'dicabut' ? HOLDS.captionLifted : HOLDS.caption}</caption>
      <thead>
        <tr>
          <th scope="col">Pegawai</th>
          <th scope="col">Yang ditahan</th>
          <th scope="col">Tinjau</th>
          <th scope="col">Keadaan</th>
        </tr>
      </thead>
      <tbody>
        {holds.map((hold) => (
          <HoldRow hold={hold} names={names} zone={frame.clock.zone} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { hold: ListedHold; names: TypeNames; zone: Zone }

function HoldRow({ hold, names, zone }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <a href={paths.hold(hold.id)}>{hold.name}</a>
        <br />
        <code>{nipText(hold.nip)}</code>
      </th>
      <td>
        {scopeText(hold.scope, hold, names)}
        <p class="hint">Perkara {hold.caseNo}</p>
        {hold.silent && <p class="hint">{HOLDS.kept}</p>}
      </td>
      <td>
        <span class="label">Tinjau </span>
        {reviewText(hold.reviewOn)}
      </td>
      <td>
        <span class={hold.isDue ? 'state bad' : 'state'}>
          {holdStateText(hold, hold.isDue, zone)}
        </span>
      </td>
    </tr>
  )
}
