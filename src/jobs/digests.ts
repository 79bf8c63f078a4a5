import type { PersonId } from '#domain/person.ts'
import { queueDigests } from '../store/archive/digests.ts'
import type { Sql } from '../store/database.ts'

/** Everybody once through; who is not due today is passed over. */
export async function digestRound(sql: Sql, clock: () => Date): Promise<void> {
  let after: PersonId | undefined
  do after = await queueDigests(sql, after, clock())
  while (after)
}
