import type { PersonId } from '#domain/person.ts'
import type { Deps, Place } from '../../deps.ts'
import { claimHashing, isHashing, releaseHashing } from '../../store/hashing-claims.ts'

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

const LOOKS = 50
const BETWEEN_LOOKS_MS = 100

/** For a second click: the first one is done, or five seconds have passed. */
export async function untilHashed({ sql, clock }: Deps, person: PersonId): Promise<void> {
  for (let look = 0; look < LOOKS && (await isHashing(sql, person, clock())); look++)
    await new Promise((look) => setTimeout(look, BETWEEN_LOOKS_MS))
}
