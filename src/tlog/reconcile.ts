import type { Difference } from '#domain/tlog/difference.ts'
import { TILE_WIDTH } from '#domain/tlog/tile.ts'
import type { Sql } from '../store/database.ts'
import { listHoldersTold } from '../store/tlog/checked-holds.ts'
import { listLostRanges, listNotes, readCheckedLeaves } from '../store/tlog/checked-leaves.ts'
import { listRecordsAfter, listRecordsTold } from '../store/tlog/checked-records.ts'
import {
  beginLook,
  findLastLook,
  findOpenLook,
  keepPlace,
  type Look,
  type LookStep,
} from '../store/tlog/looks.ts'
import { withLookLock } from '../store/tlog/places.ts'
import {
  findUntold,
  findUntoldOfAccounts,
  findUntoldSince,
  newestAccountEvent,
  type UntoldEvent,
} from '../store/tlog/untold.ts'
import { type Checked, checkBundle, edgeAt, type KnownRoot } from './check-files.ts'
import { checkHeads, type HeadsPlace } from './check-heads.ts'
import { checkEvents } from './check-leaves.ts'
import { checkHolds, checkRecords } from './check-records.ts'
import type { LogReader } from './log-files.ts'
import { openNote } from './opened-note.ts'

/** `sql`: with the rights of whoever keeps the log, or more. */
export type Reconciling = HeadsPlace & { files: LogReader; clock: () => Date }

/** `busy`: another process is at it, or the log was being written all the time. */
export type LookOutcome = 'over' | 'leaving' | 'busy'

const BUNDLES_AT_ONCE = 8
const RECORDS_AT_ONCE = 200
const EVENTS_AT_ONCE = 2000
const FIRST_ID = '00000000-0000-0000-0000-000000000000'
/** Clocks of several processes, and transactions that take long. */
const BEFORE_MS = 2 * 24 * 3600_000
/** Their numbers are given before they are committed. */
const ACCOUNTS_BEFORE = 100_000

/**
 * Holds the log against the tables and the files: what came since the last look, or all of it. Each
 * piece is kept with what it found, so that whoever is stopped, or killed, is gone on with.
 */
export async function lookThrough(
  place: Reconciling,
  isFull: boolean,
  isLeaving: () => boolean = () => false,
): Promise<LookOutcome> {
  let outcome: LookOutcome = 'busy'
  await withLookLock(place.sql, async () => {
    outcome = await look(place, isFull, isLeaving)
  })
  return outcome
}

async function look(
  place: Reconciling,
  isFull: boolean,
  isLeaving: () => boolean,
): Promise<LookOutcome> {
  const look = (await findOpenLook(place.sql, isFull)) ?? (await begin(place, isFull))
  if (!look) return 'busy'
  let at: Pick<Look, 'step' | 'place'> = look
  while (at.step !== 'over') {
    if (isLeaving()) return 'leaving'
    at = await STEPS[at.step](place, { ...look, ...at }, isLeaving)
  }
  return 'over'
}

/** From the first leaf of the bundle in which the last look ended. */
async function begin(place: Reconciling, isFull: boolean): Promise<Look | undefined> {
  const { sql, clock } = place
  const heads = await checkHeads(place)
  if (!heads) return undefined
  const last = isFull ? undefined : await findLastLook(sql)
  const size = Math.min(last?.signed?.size ?? 0, heads.signed?.size ?? 0)
  const fromIndex = Math.floor(size / TILE_WIDTH) * TILE_WIDTH
  const now = clock()
  const look = await beginLook(sql, { isFull, begunAt: now, fromIndex, signed: heads.signed })
  await keepPlace(sql, look, look, { found: heads.found, now })
  return look
}

type Step = (
  place: Reconciling,
  look: Look,
  isLeaving: () => boolean,
) => Promise<Pick<Look, 'step' | 'place'>>

const STEPS: Record<Exclude<LookStep, 'over'>, Step> = {
  leaves: lookAtLeaves,
  untold: lookForUntold,
  accountUntold: lookForUntoldOfAccounts,
  records: lookAtRecords,
}

/** Leaf by leaf: what three places say of it, its event, and in a nightly look the rows it is about. */
async function lookAtLeaves(place: Reconciling, look: Look, isLeaving: () => boolean) {
  if (!look.signed) return pass(place, look, 'untold', FIRST_ID)
  const { size } = look.signed
  const lost = await listLostRanges(place.sql)
  const earlier = await rootOfLastLook(place.sql, look)
  let from = Number(look.place)
  let checked: Checked = { edge: await edgeAt(place.files, from, size), since: look.fromIndex }
  while (from < size && !isLeaving()) {
    const to = Math.min(from + BUNDLES_AT_ONCE * TILE_WIDTH, size)
    const leaves = await readCheckedLeaves(place.sql, from, to)
    const rows = new Map(leaves.map(({ index, leaf }) => [index, leaf]))
    const known = await rootsWithin(place, from, to)
    const roots = [...earlier, ...known.roots, { ...look.signed, in: 'database' as const }]
    const found = known.found
    while (checked.edge.size < to) {
      const bundle = await checkBundle(checked, { files: place.files, size, rows, roots })
      found.push(...bundle.found)
      checked = bundle.checked
    }
    found.push(...(await checkEvents(place.sql, leaves, lost)))
    found.push(...(await lookAtTold(place.sql, look, from, to)))
    from = to
    await keepPlace(
      place.sql,
      look,
      { step: 'leaves', place: String(from) },
      foundNow(place, found),
    )
  }
  if (from < size) return { step: 'leaves' as const, place: String(from) }
  return pass(place, look, 'untold', FIRST_ID)
}

/** In a full look all records come in a step of their own. */
async function lookAtTold(sql: Sql, { isFull }: Look, from: number, to: number) {
  const found = await checkHolds(sql, await listHoldersTold(sql, from, to))
  const records = isFull ? [] : await listRecordsTold(sql, from, to)
  for (let at = 0; at < records.length; at += RECORDS_AT_ONCE)
    found.push(...(await checkRecords(sql, records.slice(at, at + RECORDS_AT_ONCE))))
  return found
}

async function rootOfLastLook(sql: Sql, { id, signed }: Look): Promise<KnownRoot[]> {
  const last = await findLastLook(sql)
  if (!last?.signed || last.id === id || last.signed.size > (signed?.size ?? 0)) return []
  return [{ ...last.signed, in: 'database' }]
}

async function rootsWithin({ sql, key }: Reconciling, from: number, to: number) {
  const roots: KnownRoot[] = []
  const found: Difference[] = []
  for (const { size, note } of await listNotes(sql, from, to)) {
    const opened = openNote(note, key)
    if (opened?.size === size) roots.push({ in: 'database', size, root: opened.root })
    else found.push({ what: 'badCheckpoint', in: 'database', size })
  }
  return { roots, found }
}

/** What came to no leaf though it was told. */
async function lookForUntold(place: Reconciling, look: Look, isLeaving: () => boolean) {
  const last = look.isFull ? undefined : await findLastLook(place.sql)
  if (last) {
    const since = new Date(last.begunAt.getTime() - BEFORE_MS)
    const events = await findUntoldSince(place.sql, since, EVENTS_AT_ONCE)
    return pass(place, look, 'accountUntold', '', toUntold('archive.events', events))
  }
  for (let after: string | undefined = look.place; after !== undefined; ) {
    if (isLeaving()) return { step: 'untold' as const, place: after }
    const piece = await findUntold(place.sql, after, EVENTS_AT_ONCE)
    after = piece.place
    const found = toUntold('archive.events', piece.events)
    if (after === undefined) return pass(place, look, 'accountUntold', '', found)
    await keepPlace(place.sql, look, { step: 'untold', place: after }, foundNow(place, found))
  }
  return pass(place, look, 'accountUntold', '')
}

async function lookForUntoldOfAccounts(place: Reconciling, look: Look, isLeaving: () => boolean) {
  const { sql } = place
  const newest = look.isFull ? 0 : await newestAccountEvent(sql, look.fromIndex)
  let after = Number(look.place || Math.max(0, newest - ACCOUNTS_BEFORE))
  for (;;) {
    if (isLeaving()) return { step: 'accountUntold' as const, place: String(after) }
    const piece = await findUntoldOfAccounts(sql, after, EVENTS_AT_ONCE)
    const found = toUntold('public.events', piece.events)
    if (piece.place === undefined)
      return pass(place, look, look.isFull ? 'records' : 'over', FIRST_ID, found)
    after = Number(piece.place)
    await keepPlace(
      sql,
      look,
      { step: 'accountUntold', place: piece.place },
      foundNow(place, found),
    )
  }
}

/** All of them, also those of which nothing was told for years. */
async function lookAtRecords(place: Reconciling, look: Look, isLeaving: () => boolean) {
  for (let after = look.place; ; ) {
    if (isLeaving()) return { step: 'records' as const, place: after }
    const records = await listRecordsAfter(place.sql, after, RECORDS_AT_ONCE)
    const found = await checkRecords(place.sql, records)
    const last = records.at(-1)
    if (last === undefined) return pass(place, look, 'over', '', found)
    after = last
    await keepPlace(place.sql, look, { step: 'records', place: after }, foundNow(place, found))
  }
}

async function pass(
  place: Reconciling,
  look: Look,
  step: LookStep,
  at: string,
  found: readonly Difference[] = [],
): Promise<Pick<Look, 'step' | 'place'>> {
  await keepPlace(place.sql, look, { step, place: at }, foundNow(place, found))
  return { step, place: at }
}

function foundNow({ clock }: Reconciling, found: readonly Difference[]) {
  return { found, now: clock() }
}

function toUntold(
  table: 'archive.events' | 'public.events',
  events: readonly UntoldEvent[],
): Difference[] {
  return events.map(({ id: row, record }) => ({
    what: 'untold',
    table,
    row,
    ...(record !== null && { record }),
  }))
}
