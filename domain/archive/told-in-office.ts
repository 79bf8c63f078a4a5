import type { PersonId } from '../person.ts'
import type { ArchiveEventName } from './archive-event.ts'
import type { Item, Outcome, Withdrawal } from './destruction/item.ts'

/**
 * What an office tells somebody of their own record: not whether it is held, for the hold may be silent (T24).
 * Their own archive tells of those that are not.
 */
export function heldTold<Shown extends { person: PersonId; held: boolean }>(
  shown: Shown,
  viewer: PersonId,
): Shown {
  return shown.person === viewer ? { ...shown, held: false } : shown
}

/** Nor why it was taken from a list: to tell all reasons but one tells that one. */
export function withdrawalTold<Shown extends { item: Item; because: Withdrawal | undefined }>(
  shown: Shown,
  viewer: PersonId,
): Shown {
  return shown.item.subject === viewer ? { ...shown, because: undefined } : shown
}

/** Nor who took it. */
export function eventsTold<Event extends { name: ArchiveEventName }>(
  events: readonly Event[],
  { subject }: Pick<Item, 'subject'>,
  viewer: PersonId,
): readonly Event[] {
  return subject === viewer ? events.filter(({ name }) => name !== 'itemWithdrawn') : events
}

type Left = { outcome: Outcome; because: Withdrawal | undefined; count: number }

/** Nor, to whoever has a record in it, how many left a list for which reason. */
export function leftTold(left: readonly Left[], isSubject: boolean): readonly Left[] {
  if (!isSubject) return left
  const outcomes = [...new Set(left.map(({ outcome }) => outcome))]
  return outcomes.map((outcome) => {
    const same = left.filter((one) => one.outcome === outcome)
    return { outcome, because: undefined, count: same.reduce((sum, { count }) => sum + count, 0) }
  })
}
