import type { PersonId } from '#domain/person.ts'
import type { Deps, Place } from '../../deps.ts'
import { claimHashing, releaseHashing } from '../../store/hashing-claims.ts'

/** `full`: too many people hash; `taken`: this person's codes are being made, or are on a screen. */
export type Turn<Answer> = { kind: 'done'; answer: Answer } | { kind: 'full' } | { kind: 'taken' }

/** Work that hashes ten codes: with a place in the queue, and once at a time for a person. */
export async function inOwnTurn<Answer>(
  { sql, hashQueue, clock }: Deps,
  person: PersonId,
  work: (place: Place) => Promise<Answer>,
): Promise<Turn<Answer>> {
  const place = hashQueue.enter()
  if (!place) return { kind: 'full' }
  try {
    if (!(await claimHashing(sql, person, clock()))) return { kind: 'taken' }
    try {
      return { kind: 'done', answer: await work(place) }
    } finally {
      await releaseHashing(sql, person)
    }
  } finally {
    place.leave()
  }
}
