import { setTimeout } from 'node:timers/promises'
import { type BlobStore, isStoreOutOfReach } from './blob-store.ts'

const NO_OBJECT = '00000000-0000-4000-8000-000000000000'
const PATIENCE_MS = 1000

/** Names of those that give no answer now: not mounted, cut off, or too slow for whoever asks. */
export async function listAway(stores: readonly BlobStore[]): Promise<string[]> {
  const answers = await Promise.all(stores.map(answersNow))
  return stores.filter((_, at) => !answers[at]).map(({ name }) => name)
}

function answersNow(store: BlobStore): Promise<boolean> {
  const answer = store.head(NO_OBJECT).then(
    () => true,
    (problem) => !isStoreOutOfReach(problem),
  )
  return Promise.race([answer, setTimeout(PATIENCE_MS, false, { ref: false })])
}
