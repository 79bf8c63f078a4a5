import type { ArchiveEventName } from '#domain/archive/archive-event.ts'
import type { Hold } from '#domain/archive/hold.ts'
import type { Sql } from '../database.ts'

export const HOLD_EVENTS = [
  'holdPlaced',
  'holdReviewed',
  'holdLiftAsked',
  'holdKept',
  'holdLifted',
] as const satisfies readonly ArchiveEventName[]

/** `review`: the date that stood there from then on. */
export type HoldEvent = {
  name: (typeof HOLD_EVENTS)[number]
  at: Date
  by: string
  review: string
}

/** What happened to a hold that the hat was let through to, oldest first. */
export async function listHoldEvents(
  sql: Sql,
  { id, person, scope }: Pick<Hold, 'id' | 'person' | 'scope'>,
): Promise<HoldEvent[]> {
  const record = scope.of === 'record' ? scope.record : null
  return await sql<HoldEvent[]>`
    select e.name, e.at, p.name as by, e.body ->> 'review' as review
    from archive.events e join people p on p.id = e.actor
    where e.person = ${person} and e.name = any(${[...HOLD_EVENTS]}) and e.body ->> 'hold' = ${id}
      and e.record is not distinct from ${record}
    order by e.at, e.id`
}
