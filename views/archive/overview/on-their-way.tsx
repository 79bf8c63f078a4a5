import type { Zone } from '#domain/agency.ts'
import type { ShelfSlot } from '#domain/archive/overview.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { slotName, stateName, stateText } from '../slot-words.ts'
import { ARCHIVE } from './overview-words.ts'

type Props = { slots: readonly ShelfSlot[]; side: ArchiveSide; now: Date; zone: Zone }

/** What was sent: how long ago, and how many are looked at before it. */
export function OnTheirWay({ slots, side, now, zone }: Props) {
  if (slots.length === 0) return null
  return (
    <section class="card">
      <h2>{ARCHIVE.onTheirWay}</h2>
      <ul class="log">
        {slots.map((slot) => (
          <li>
            <p>
              {slot.record ? (
                <a href={side.record(slot.record.id)}>{slotName(slot)}</a>
              ) : (
                slotName(slot)
              )}
            </p>
            <p>{`${stateName(slot.state)}. ${stateText(slot.state, now, zone) ?? ''}`}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
