import { no, ok, type Result } from '#domain/result.ts'
import { readBundle } from '#domain/tlog/bundle.ts'
import type { Checkpoint } from '#domain/tlog/checkpoint.ts'
import type { Difference } from '#domain/tlog/difference.ts'
import { parseLeaf } from '#domain/tlog/leaf.ts'
import { entriesPath, TILE_WIDTH } from '#domain/tlog/tile.ts'
import { addArchiveEvent } from '../store/archive/events.ts'
import type { Operator } from '../store/archive/restore/operators.ts'
import { inTransaction } from '../store/database.ts'
import { readCheckedLeaves } from '../store/tlog/checked-leaves.ts'
import { keepNote, newestNote } from '../store/tlog/checkpoints.ts'
import { type LostLeaf, nextIndex, putBackLeaves } from '../store/tlog/lost-leaves.ts'
import { withLogLock } from '../store/tlog/places.ts'
import { type Checked, checkBundle, edgeAt } from './check-files.ts'
import type { HeadsPlace } from './check-heads.ts'
import { leadsTo } from './leads-to.ts'
import { openNote } from './opened-note.ts'

/** `operators`: who stand for it, as for whatever a restore brings back. */
export type Recovering = HeadsPlace & {
  operators: readonly [Operator, Operator]
  clock: () => Date
}

/** Which leaves came back: from the first one on, up to the newest checkpoint. */
export type Recovered = { from: number; to: number }

export type RecoverRefused =
  | { kind: 'nothingLost' | 'busy' }
  | { kind: 'badCheckpoint'; in: 'database' | 'second' | 'files' }
  /** Two checkpoints that were signed contradict each other: no such log is gone on with. */
  | { kind: 'forked' }
  | { kind: 'differs'; difference: Difference }

/**
 * After the main tables were restored: what was signed since and is in the files alone comes back into
 * the tables, once all of it leads to the newest checkpoint, so that the log goes on where it ended.
 */
export async function recoverLeaves(place: Recovering): Promise<Result<Recovered, RecoverRefused>> {
  let answer: Result<Recovered, RecoverRefused> = no({ kind: 'busy' })
  await withLogLock(place.sql, async () => {
    answer = await recover(place)
  })
  return answer
}

async function recover(place: Recovering): Promise<Result<Recovered, RecoverRefused>> {
  const heads = await openHeads(place)
  if (!heads.ok) return heads
  const { kept, newest, note } = heads.value
  const from = kept?.size ?? 0
  const have = await nextIndex(place.sql)
  const wrong = await checkFiles(place, newest, { from, have })
  if (wrong) return no({ kind: 'differs', difference: wrong })
  await putBack(place, newest.size, have)
  await close(place, { note, from, to: newest.size })
  return ok({ from, to: newest.size })
}

type Heads = { kept: Checkpoint | undefined; newest: Checkpoint; note: string }

/** The newest checkpoint of all places, to which every other one has to lead. */
async function openHeads(place: Recovering): Promise<Result<Heads, RecoverRefused>> {
  const notes = {
    database: await newestNote(place.sql),
    second: await place.second.checkpoint(),
    files: await place.files.checkpoint(),
  }
  const opened: { in: keyof typeof notes; note: string; checkpoint: Checkpoint }[] = []
  for (const name of ['database', 'second', 'files'] as const) {
    const note = notes[name]
    if (note === undefined) continue
    const checkpoint = openNote(note, place.key)
    if (!checkpoint) return no({ kind: 'badCheckpoint', in: name })
    opened.push({ in: name, note, checkpoint })
  }
  const newest = opened.toSorted((one, other) => other.checkpoint.size - one.checkpoint.size)[0]
  const kept = opened.find((one) => one.in === 'database')?.checkpoint
  if (!newest || newest.checkpoint.size === (kept?.size ?? 0)) return no({ kind: 'nothingLost' })
  for (const { checkpoint } of opened)
    if (!(await leadsTo(place.files, checkpoint, newest.checkpoint))) return no({ kind: 'forked' })
  return ok({ kept, newest: newest.checkpoint, note: newest.note })
}

/** Every leaf beyond what the tables signed, under the newest root; rows that are there must be these. */
async function checkFiles(
  { sql, files }: Recovering,
  newest: Checkpoint,
  { from, have }: { from: number; have: number },
): Promise<Difference | undefined> {
  const { size, root } = newest
  const start = Math.floor(from / TILE_WIDTH) * TILE_WIDTH
  let checked: Checked = { edge: await edgeAt(files, start, size), since: from }
  while (checked.edge.size < size) {
    const first = checked.edge.size
    const leaves = await readCheckedLeaves(sql, first, first + TILE_WIDTH)
    const rows = new Map(leaves.map(({ index, leaf }) => [index, leaf]))
    const roots = [{ in: 'files' as const, size, root }]
    const bundle = await checkBundle(checked, { files, size, rows, roots })
    const wrong = bundle.found.find((one) => one.what !== 'leafMissing' || one.index < have)
    if (wrong) return wrong
    checked = bundle.checked
  }
  return have > size ? { what: 'leafDiffers', index: size } : undefined
}

async function putBack({ sql, files }: Recovering, size: number, have: number): Promise<void> {
  for (let index = Math.floor(have / TILE_WIDTH); index * TILE_WIDTH < size; index += 1) {
    const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH)
    const bytes = await files.tile(entriesPath(index, width))
    const entries = bytes ? readBundle(bytes) : undefined
    if (!entries?.ok) throw new Error('a bundle that was just read is gone')
    const lost = entries.value.map((leaf, n) => lostLeaf(index * TILE_WIDTH + n, leaf))
    await putBackLeaves(
      sql,
      lost.filter((one) => one.index >= have),
    )
  }
}

function lostLeaf(index: number, leaf: Uint8Array): LostLeaf {
  const parsed = parseLeaf(leaf)
  const { record, n } = parsed.ok ? parsed.value : {}
  return { index, leaf, record: record ?? null, n: n ?? null }
}

type Closing = Recovered & { note: string }

/** The event says which leaves may lack what they tell of: no others may. */
async function close(place: Recovering, { note, from, to }: Closing): Promise<void> {
  const { operators, clock } = place
  await inTransaction(place.sql, async (tx) => {
    const [by, other] = operators
    const body = { leavesFrom: from, leavesTo: to, with: other.person }
    const nobody = { record: undefined, person: undefined, at: clock() } as const
    await addArchiveEvent(tx, { name: 'databaseRestored', ...nobody, actor: by, body })
    await keepNote(tx, to, note, clock())
  })
}
