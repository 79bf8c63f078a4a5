import type { VersionId } from '#domain/archive/version.ts'
import { after } from '#domain/instant.ts'
import type { Deps } from '../../deps.ts'
import { type FoundCopy, findCopies, noteHealth } from '../../store/archive/found-copies.ts'

/** What was found whole within a day is so still (archive.md 5.4). */
const FRESH_SECONDS = 24 * 3600

/** Before a version is verified each copy of its file is read whole, where nobody did of late. */
export async function checkCopies(deps: Deps, version: VersionId): Promise<void> {
  const now = deps.clock()
  for (const copy of await findCopies(deps.sql, { version, kind: 'content', page: 0 })) {
    const isFresh = copy.checkedAt !== null && copy.checkedAt > after(now, -FRESH_SECONDS)
    if (copy.health === 'healthy' && isFresh) continue
    const health = await lookAt(deps, copy)
    if (health) await noteHealth(deps.sql, copy, health, now)
  }
}

/** I6: a store that is away says nothing about what lies there. */
async function lookAt(
  { blobs, report }: Deps,
  { store: name, object, sha256 }: FoundCopy,
): Promise<FoundCopy['health'] | undefined> {
  const store = blobs.named(name)
  if (!store) return undefined
  try {
    const found = await blobs.digestOf(store, object)
    if (found === undefined) return 'missing'
    return found === sha256 ? 'healthy' : 'damaged'
  } catch (problem) {
    report.problem(problem, 'archive')
    return undefined
  }
}
