import type { Item, Withdrawal } from '#domain/archive/destruction/item.ts'
import { nipText } from '../../parts/nip-words.ts'
import { recordName, type TypeNames } from '../record-name.ts'
import type { BatchSide } from './batch-side.ts'
import {
  ALONE,
  approvalText,
  endText,
  FAILING,
  itemLeavesText,
  itemStateText,
  lastFourText,
  MAY_GO,
  OBJECTS,
} from './item-words.ts'

/** Whose record it is, for those of its agency; to others the end of a number. */
type Whose = { name: string; nip: string } | { lastFour: string }

/** `year`, `leaves`: for whom the record has no other name, and where the log has it. */
export type ShownItem = {
  item: Item
  whose: Whose
  type: string
  slot: string
  year?: number
  endsOn: string
  because: Withdrawal | undefined
  reason?: string | undefined
  failing: boolean
  objects: boolean
  leaves?: { intent: number | undefined; outcome: number | undefined } | undefined
}

/** Whether a record can be ticked, is, or has to be appraised by itself. */
export type Mark = 'free' | 'ticked' | 'alone'
export type Marks = ReadonlyMap<string, Mark>

type Props = {
  items: readonly ShownItem[]
  batch: string
  names: TypeNames
  side: BatchSide
  /** For who appraises them here. */
  marks?: Marks | undefined
}

/** The field that ticks a record. */
export function markName(record: string): string {
  return `arsip-${record}`
}

/** Each record with what was found of it. */
export function ItemTable({ items, batch, names, side, marks }: Props) {
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
          <Line
            shown={one}
            batch={batch}
            names={names}
            side={side}
            mark={marks?.get(one.item.record)}
          />
        ))}
      </tbody>
    </table>
  )
}

type LineProps = Omit<Props, 'items' | 'marks'> & { shown: ShownItem; mark: Mark | undefined }

function Line({ shown, batch, names, side, mark }: LineProps) {
  const { item, whose, year, endsOn, because, failing, objects, leaves } = shown
  return (
    <tr>
      <th scope="row">
        <a href={side.item(batch, item.record)}>
          {recordName(shown, names)}
          {year !== undefined && `, ${year}`}
          <span class="spoken">
            , {'name' in whose ? whose.name : lastFourText(whose.lastFour)}
          </span>
        </a>
      </th>
      <td>
        <WhoseText whose={whose} />
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
        {failing && <p class="hint">{FAILING}</p>}
        {leaves?.intent !== undefined && <p class="hint">{itemLeavesText(leaves)}</p>}
        {mark && <Tick mark={mark} record={item.record} name={recordName(shown, names)} />}
      </td>
    </tr>
  )
}

function Tick({ mark, record, name }: { mark: Mark; record: string; name: string }) {
  if (mark === 'alone') return <p class="hint">{ALONE}</p>
  const field = markName(record)
  return (
    <label class="tick">
      <input type="checkbox" name={field} value="ya" checked={mark === 'ticked'} />
      {MAY_GO}
      <span class="spoken">: {name}</span>
    </label>
  )
}

function WhoseText({ whose }: { whose: Whose }) {
  if ('lastFour' in whose) return lastFourText(whose.lastFour)
  return (
    <>
      {whose.name}
      <br />
      <span class="hint">{nipText(whose.nip)}</span>
    </>
  )
}
