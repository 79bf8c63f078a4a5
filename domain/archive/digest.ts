import type { Zone } from '../agency.ts'
import type { CivilDate } from '../civil-date.ts'
import { after } from '../instant.ts'
import { civilDateText, dayOf } from '../zone-day.ts'
import type { ArchiveEventName } from './archive-event.ts'

/** What is written to somebody once a day: how many notices, and how many ask for something. */
export type Digest = { notices: number; toMend: number }

/** What only its person can mend. */
export const TO_MEND = [
  'recordReturned',
  'intakeRejected',
] as const satisfies readonly ArchiveEventName[]

const MORNING = 7 * 3600

/** The day whose digest may go out now; none before seven in the morning where its reader is. */
export function digestDay(now: Date, zone: Zone): CivilDate | undefined {
  const day = dayOf(now, zone)
  const before = dayOf(after(now, -MORNING), zone)
  return civilDateText(before) === civilDateText(day) ? day : undefined
}
