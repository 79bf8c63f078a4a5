import type { Shelf, ShelfSlot } from '#domain/archive/overview.ts'
import { isSecret, type RecordType } from '#domain/archive/record-type.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { NewRows } from '../new-rows.tsx'
import { slotName, stateName } from '../slot-words.ts'
import { ARCHIVE, optionalText, shelfText } from './overview-words.ts'

type Props = {
  heading: string
  shelves: readonly Shelf[]
  /** Of histories nothing is known of. */
  empty: readonly RecordType[]
  side: ArchiveSide
}

/** One line a type, however long its history is: that is on a page of its own. */
export function Shelves({ heading, shelves, empty, side }: Props) {
  return (
    <section class="card">
      <h2>{heading}</h2>
      {shelves.length > 0 && (
        <ul class="shelf">
          {shelves.map((shelf) => (
            <li>
              <ShelfLine shelf={shelf} side={side} />
            </li>
          ))}
        </ul>
      )}
      <Empty types={empty} side={side} />
    </section>
  )
}

/** Nothing is asked of these, and whoever has such a document may send it all the same. */
function Empty({ types, side }: { types: readonly RecordType[]; side: ArchiveSide }) {
  const { to, of } = side
  const shown = types.filter((type) => !of || !isSecret(type))
  if (!to || shown.length === 0) return null
  const summary = `${ARCHIVE.nothingOf} (${shown.length})`
  return <NewRows types={shown} pathOf={(type) => to(type, '')} summary={summary} />
}

function ShelfLine({ shelf, side }: { shelf: Shelf; side: ArchiveSide }) {
  const [only, ...others] = shelf.slots
  if (only && others.length === 0 && !only.row) return <SlotLine slot={only} side={side} />
  const isWhole = shelf.slots.every(
    ({ state, isRequired }) => state.kind === 'present' || !isRequired,
  )
  return (
    <>
      <a href={side.type(shelf.type.code)}>{shelf.type.name}</a>
      <Mark text={shelfText(shelf)} isGood={isWhole} />
    </>
  )
}

/** What there is leads to its record, what never came to where it is sent. */
export function SlotLine({ slot, side }: { slot: ShelfSlot; side: ArchiveSide }) {
  const { record, state, type, isRequired } = slot
  const path = record ? side.record(record.id) : side.to?.(type.code, slot.slot)
  const name = slotName(slot)
  const optional = state.kind === 'missing' ? optionalText(isRequired) : ''
  const text = [stateName(state), optional].filter(Boolean).join(', ')
  return (
    <>
      {path ? <a href={path}>{name}</a> : <span>{name}</span>}
      <Mark text={text} isGood={state.kind === 'present'} isBad={state.kind === 'returned'} />
    </>
  )
}

type MarkProps = { text: string; isGood?: boolean; isBad?: boolean }

/** Its colour says nothing that its word does not. */
export function Mark({ text, isGood, isBad }: MarkProps) {
  return <span class={isGood ? 'mark-good' : isBad ? 'mark-bad' : 'mark-soft'}>{text}</span>
}
