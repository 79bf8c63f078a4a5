import type { Told } from './told.ts'
import { textIn } from './told.ts'

/** A hold as its row has it. */
export type FoundHold = {
  type: string | null
  record: string | null
  reviewOn: string
  silent: boolean
  placedBy: string
  placedAs: string
  placedAt: string
  liftedWith: string | null
  liftedAt: string | null
}

/** What is told of a hold, in the order of the log; `record`: in which record, for it may cover many. */
export type ToldOfHold = Omit<Told, 'n'> & { record: string | null }

/** `untold`: nobody said that it was placed. Otherwise the fields that its events contradict. */
export function compareHold(found: FoundHold, events: readonly ToldOfHold[]): 'untold' | string[] {
  const placed = events.find(({ name }) => name === 'holdPlaced')
  if (!placed) return 'untold'
  const lifted = events.find(({ name }) => name === 'holdLifted')
  const of = textIn(placed.body, 'of')
  const fields: Record<string, boolean> = {
    type: found.type === (textIn(placed.body, 'type') ?? null),
    record: (found.record !== null) === (of === 'record') && isItsRecord(found, events),
    review_on: events.at(-1)?.body['review'] === found.reviewOn,
    silent: placed.body['silent'] === found.silent,
    placed_by: placed.actor === found.placedBy,
    placed_as: placed.hat === found.placedAs,
    placed_at: placed.at === found.placedAt,
    lifted_with: (lifted?.actor ?? null) === found.liftedWith,
    lifted_at: (lifted?.at ?? null) === found.liftedAt,
  }
  return Object.keys(fields).filter((field) => !fields[field])
}

function isItsRecord({ record }: FoundHold, events: readonly ToldOfHold[]): boolean {
  return record === null || events.every((one) => one.record === record)
}
