import { copiesRoot } from '#domain/archive/copies-root.ts'
import { compareLeaves } from '#domain/tlog/compare-leaves.ts'
import type { Difference } from '#domain/tlog/difference.ts'
import { parseLeaf } from '#domain/tlog/leaf.ts'
import { sha256 } from '../secrets/archive/sha256.ts'
import type { Sql } from '../store/database.ts'
import type { CheckedLeaf } from '../store/tlog/checked-leaves.ts'
import { readAccessDigests, readSeenWhole } from '../store/tlog/rooted.ts'
import { accessRoot } from './access-roots.ts'

type Range = { from: number; to: number }

/** What of these leaves their events do not give any more. */
export async function checkEvents(
  sql: Sql,
  leaves: readonly CheckedLeaf[],
  lost: readonly Range[],
): Promise<Difference[]> {
  const found: Difference[] = []
  for (const leaf of leaves) {
    found.push(...compareEvent(leaf, lost), ...compareOrder(leaf))
    if (leaf.rooted) found.push(...(await compareRooted(sql, leaf.index, leaf.rooted)))
  }
  return found
}

function compareEvent(checked: CheckedLeaf, lost: readonly Range[]): Difference[] {
  const { index, leaf, today, table, row, record, n, version } = checked
  const stored = parseLeaf(leaf)
  if (!today || !table || row === null) {
    const isLost = table === null && lost.some(({ from, to }) => index >= from && index < to)
    return isLost ? [] : [{ what: 'eventMissing', index, ...placeOf(stored) }]
  }
  const of = { ...(record !== null && { record }), ...(n !== null && { n }) }
  const differs: Difference = { what: 'eventDiffers', index, table, row, ...of }
  if (checked.isRestored) return isPlaceOf(checked) ? [] : [differs]
  if (today.equals(leaf)) return []
  const isCommitment = compareLeaves(stored, parseLeaf(today)) === 'commitment'
  if (!isCommitment || record === null || n === null) return [differs]
  const number = version ?? (stored.ok ? stored.value.version : undefined) ?? 0
  return [{ what: 'commitmentDiffers', index, record, n, version: number }]
}

/** What a restored event said is lost; of which record it was, and which of it, is not. */
function isPlaceOf({ leaf, record, n }: CheckedLeaf): boolean {
  const stored = parseLeaf(leaf)
  return stored.ok && stored.value.record === record?.replaceAll('-', '') && stored.value.n === n
}

function placeOf(stored: ReturnType<typeof parseLeaf>) {
  const { record, n } = stored.ok ? stored.value : {}
  return { ...(record !== undefined && { record }), ...(n !== undefined && { n }) }
}

function compareOrder(checked: CheckedLeaf): Difference[] {
  const { index, record, n } = checked
  if (record === null || n === null) return []
  if (checked.lacksPrevious) return [{ what: 'gap', record, n: n - 1 }]
  return checked.isBeforePrevious ? [{ what: 'outOfOrder', index, record, n }] : []
}

type Rooted = NonNullable<CheckedLeaf['rooted']>

async function compareRooted(sql: Sql, index: number, rooted: Rooted): Promise<Difference[]> {
  const from = new Date(rooted.from)
  if (rooted.name === 'accessesRooted') {
    const digests = await readAccessDigests(sql, from)
    if (accessRoot(digests) === rooted.root) return []
    const { told } = rooted
    return [{ what: 'accessesDiffer', index, from: rooted.from, told, found: digests.length }]
  }
  // A copy that was looked at again since has left its five minutes: then nothing can be said of them.
  const seen = await readSeenWhole(sql, from)
  if (seen.length < rooted.told || copiesRoot(sha256, seen) === rooted.root) return []
  return [{ what: 'copiesDiffer', index, from: rooted.from, told: rooted.told, found: seen.length }]
}
