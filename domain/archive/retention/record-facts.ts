import { parseCivilDate } from '../../zone-day.ts'
import type { Facts } from './facts.ts'

/** The verified metadata of a record, as it is kept. */
export type KeptMetadata = Readonly<Record<string, unknown>>

/** What a paper says of itself: a decree or letter is issued on the day it bears. */
export function factsOfRecord(metadata: KeptMetadata): Facts {
  const issued = dayIn(metadata, 'decreeDate') ?? dayIn(metadata, 'letterDate')
  return issued ? { decreeIssued: { on: issued } } : {}
}

export function dayIn(metadata: KeptMetadata, field: string) {
  const kept = metadata[field]
  return typeof kept === 'string' ? parseCivilDate(kept) : undefined
}
