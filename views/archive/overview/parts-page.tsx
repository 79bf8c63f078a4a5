import type { Shelf, ShelfSlot } from '#domain/archive/overview.ts'
import { hasHistory } from '#domain/archive/record-type.ts'
import type { Frame, Page } from '../../page.tsx'
import type { ArchiveSide } from '../archive-side.ts'
import { GapList } from '../completeness-parts.tsx'
import { lackingText } from '../completeness-words.ts'
import { groupText, securityText } from '../record-type-words.ts'
import { ArchiveHead } from './looked-at.tsx'
import { ARCHIVE, shelfText } from './overview-words.ts'
import { SlotLine } from './shelves.tsx'

type GapsProps = { frame: Frame; side: ArchiveSide; gaps: readonly ShelfSlot[] }

/** All that somebody should do something about, where that is too much for the overview. */
export function allGapsPage(props: GapsProps): Page {
  return {
    title: ARCHIVE.gapsTitle,
    main: <AllGaps {...props} />,
    frame: props.frame,
    sheet: 'archive',
  }
}

function AllGaps({ frame, side, gaps }: GapsProps) {
  const { now, zone } = frame.clock
  const { to } = side
  return (
    <section id="kekurangan" class="stack">
      <ArchiveHead side={side} title={ARCHIVE.gapsTitle} />
      <h2>{lackingText(gaps)}</h2>
      {to && (
        <GapList
          gaps={gaps}
          uploadPath={({ type, slot }) => to(type.code, slot)}
          now={now}
          zone={zone}
        />
      )}
      <Back side={side} />
    </section>
  )
}

type ShelfProps = { frame: Frame; side: ArchiveSide; shelf: Shelf }

/** All documents of one type: a history may have sixty. */
export function shelfPage(props: ShelfProps): Page {
  const { frame, shelf } = props
  return { title: shelf.type.name, main: <WholeShelf {...props} />, frame, sheet: 'archive' }
}

function WholeShelf({ side, shelf }: ShelfProps) {
  const { type, slots } = shelf
  const secret = side.of ? undefined : securityText(type.securityClass)
  return (
    <section id="jenis" class="card">
      <ArchiveHead side={side} title={type.name} />
      <p>{`${groupText(type.group)}. ${shelfText(shelf)}.`}</p>
      {secret && <p class="hint">{secret}</p>}
      <ul class="shelf">
        {slots.map((slot) => (
          <li>
            <SlotLine slot={slot} side={side} />
          </li>
        ))}
      </ul>
      {side.to && hasHistory(type) && (
        <p class="actions">
          <a href={side.to(type.code, '')}>{ARCHIVE.add}</a>
        </p>
      )}
      <Back side={side} />
    </section>
  )
}

function Back({ side }: { side: ArchiveSide }) {
  return (
    <p class="actions">
      <a href={side.overview}>{ARCHIVE.back}</a>
    </p>
  )
}
