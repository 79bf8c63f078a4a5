import { AUDITED_CHOICES, type AuditedChoice } from '#domain/archive/destruction/item.ts'
import type { Frame, Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import type { TypeNames } from '../record-name.ts'
import type { BatchSide } from './batch-side.ts'
import { batchTitle } from './batch-words.ts'
import { choiceText, ITEMS } from './item-words.ts'
import { ItemTable, type ShownItem } from './items-part.tsx'

type Props = {
  frame: Frame
  side: BatchSide
  batch: string
  number: string
  items: readonly ShownItem[]
  names: TypeNames
  more: string | undefined
  /** Where the list begins, if this is not there. */
  first: string | undefined
  /** What of a long list is looked for, where that can be chosen. */
  only?: AuditedChoice | 'all'
}

/** Every record of a list with what was found of it. */
export function itemsPage(props: Props): Page {
  return { title: ITEMS.title, main: <Items {...props} />, frame: props.frame }
}

function Items(props: Props) {
  const { side, batch, number, items, more, first, only } = props
  return (
    <section id="arsip" class="card">
      <h1>{ITEMS.title}</h1>
      <p>{batchTitle(number)}</p>
      {only && <Choices batch={batch} only={only} />}
      {items.length === 0 ? <p class="none">{ITEMS.none}</p> : <ItemTable {...props} />}
      <p class="actions">
        {more && <a href={more}>{ITEMS.more}</a>}
        {first && <a href={first}>{ITEMS.first}</a>}
        <a href={side.batch(batch)}>{ITEMS.back}</a>
      </p>
    </section>
  )
}

function Choices({ batch, only }: { batch: string; only: AuditedChoice | 'all' }) {
  return (
    <nav aria-label={ITEMS.choices}>
      <ul class="ways">
        {(['all', ...AUDITED_CHOICES] as const).map((one) => (
          <li>
            <a
              class="button quiet"
              href={paths.auditedItems(batch, undefined, one === 'all' ? undefined : one)}
              aria-current={one === only ? 'page' : undefined}
            >
              {choiceText(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
