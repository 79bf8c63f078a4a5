import type { CustodyDifference } from '#domain/archive/custody.ts'
import type { Stage } from '#domain/archive/record.ts'
import { countText } from '../../parts/number-words.ts'
import { recordName, type TypeNames } from '../record-name.ts'
import { stageText } from '../stage-words.ts'
import { CUSTODY, differenceText } from './custody-words.ts'

/** A record of a list; `how`: in what it is not as it was offered. */
export type ShownItem = {
  type: string
  slot: string
  stage: Stage
  versions: number
  how: CustodyDifference['how'] | undefined
}

export function CustodyItems({ items, names }: { items: readonly ShownItem[]; names: TypeNames }) {
  return (
    <table>
      <caption>{CUSTODY.caption}</caption>
      <thead>
        <tr>
          <th scope="col">Arsip</th>
          <th scope="col">Tahap</th>
          <th scope="col">Jumlah versi</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr>
            <th scope="row">
              {recordName(item, names)}{' '}
              {item.how && <span class="state bad">{differenceText(item.how)}</span>}
            </th>
            <td>{stageText(item.stage)}</td>
            <td>
              <span class="label">Jumlah versi </span>
              {countText(item.versions)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
