import type { Item, Withdrawal } from '#domain/archive/destruction/item.ts'
import type { Frame, Page } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { paths } from '../../paths.ts'
import { recordName, type TypeNames } from '../record-name.ts'
import { batchTitle } from './batch-words.ts'
import { approvalText, endText, FAILING, ITEMS, itemStateText, OBJECTS } from './item-words.ts'

export type ShownItem = {
  item: Item
  name: string
  nip: string
  type: string
  slot: string
  endsOn: string
  because: Withdrawal | undefined
  problem: string | undefined
  objects: boolean
}

type Props = {
  frame: Frame
  batch: string
  number: string
  items: readonly ShownItem[]
  names: TypeNames
  more: string | undefined
  isFirst: boolean
}

/** Every record of a list with what was found of it. */
export function itemsPage(props: Props): Page {
  return { title: ITEMS.title, main: <Items {...props} />, frame: props.frame }
}

function Items(props: Props) {
  const { batch, number, items, more, isFirst } = props
  return (
    <section id="arsip" class="card">
      <h1>{ITEMS.title}</h1>
      <p>{batchTitle(number)}</p>
      {items.length === 0 ? <p class="none">{ITEMS.none}</p> : <Table {...props} />}
      <p class="actions">
        {more && <a href={more}>{ITEMS.more}</a>}
        {!isFirst && <a href={paths.batchItems(batch)}>{ITEMS.first}</a>}
        <a href={paths.batch(batch)}>{ITEMS.back}</a>
      </p>
    </section>
  )
}

function Table({ items, batch, names }: Props) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Arsip</th>
          <th scope="col">Pegawai</th>
          <th scope="col">Retensi berakhir</th>
          <th scope="col">Persetujuan</th>
          <th scope="col">Keadaan</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <Line shown={one} batch={batch} names={names} />
        ))}
      </tbody>
    </table>
  )
}

type LineProps = { shown: ShownItem; batch: string; names: TypeNames }

function Line({ shown, batch, names }: LineProps) {
  const { item, name, nip, endsOn, because, problem, objects } = shown
  return (
    <tr>
      <th scope="row">
        <a href={paths.batchItem(batch, item.record)}>
          {recordName(shown, names)}
          <span class="spoken">, {name}</span>
        </a>
      </th>
      <td>
        {name}
        <br />
        <span class="hint">{nipText(nip)}</span>
      </td>
      <td>
        <span class="label">Retensi berakhir </span>
        {endText(endsOn)}
      </td>
      <td>
        <span class="label">Disetujui </span>
        {approvalText(item.approval)}
      </td>
      <td>
        {itemStateText(item, because)}
        {objects && <p class="hint">{OBJECTS}</p>}
        {problem && <p class="hint">{FAILING}</p>}
      </td>
    </tr>
  )
}
