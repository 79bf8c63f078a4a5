import { type DestructionStep, nextStep } from '#domain/archive/destruction/destroy-item.ts'
import type { VersionId } from '#domain/archive/version.ts'
import {
  addStep,
  type Claimed,
  claimItem,
  keepFailure,
  type StepProblem,
} from '../store/archive/destruction/claims.ts'
import { closeDone, keepRotation, listDone } from '../store/archive/destruction/close.ts'
import { deleteKeys, type KeyDeletion } from '../store/archive/destruction/delete-keys.ts'
import { listObjects, listVersionsOf } from '../store/archive/destruction/objects.ts'
import { recordDestroyed } from '../store/archive/destruction/record-destroyed.ts'
import type { Sql } from '../store/database.ts'

/** Where files lie, as far as they have to go from there. */
type DestroyedFrom = {
  name: string
  head: (object: string) => Promise<unknown>
  delete: (object: string) => Promise<void>
}

/** `sql`: as asn_keyring. `rotate`: new root and shard keys (5.3); the epoch, or that another does it. */
export type DestructionPlaces = {
  sql: Sql
  stores: readonly DestroyedFrom[]
  keyring: {
    deleteVersionKeys: KeyDeletion
    hasVersionKey: (sql: Sql, version: VersionId) => Promise<boolean>
  }
  rotate: () => Promise<{ epoch: number } | 'anotherIsRunning'>
  /** Files of batches that are over and have none. */
  certify: () => Promise<void>
  clock: () => Date
  failed: (problem: unknown) => void
}

/**
 * All that waits to be destroyed, item by item, then what ends a batch. Each step is kept when it is
 * done and may be done twice, so that whoever is killed, or runs beside another, changes no outcome.
 */
export async function destroyRound(
  places: DestructionPlaces,
  isLeaving: () => boolean = () => false,
): Promise<void> {
  while (!isLeaving()) {
    const claimed = await claimItem(places.sql, places.clock())
    if (!claimed) break
    await destroyItem(places, claimed)
  }
  for (const batch of isLeaving() ? [] : await listDone(places.sql)) {
    const rotation =
      batch.rotation ?? (batch.destroyed ? await rotate(places, batch.id) : undefined)
    if (rotation || !batch.destroyed)
      await closeDone(places.sql, { ...batch, rotation }, places.clock())
  }
  if (!isLeaving()) await places.certify()
}

async function rotate(
  { sql, rotate }: DestructionPlaces,
  batch: Parameters<typeof keepRotation>[1],
) {
  const rotated = await rotate()
  if (rotated === 'anotherIsRunning') return undefined
  const rotation = { from: rotated.epoch - 1, to: rotated.epoch }
  await keepRotation(sql, batch, rotation)
  return rotation
}

/**
 * Until it is recorded, left the list, or a step fails: then it is tried again later (T23). What the log
 * does not know of yet is no failure: its claim ends by itself.
 */
async function destroyItem(places: DestructionPlaces, claimed: Claimed): Promise<void> {
  const done = [...claimed.done]
  try {
    for (let step = nextStep(done); step; step = nextStep(done)) {
      const went = await STEPS[step](places, claimed)
      if (went === 'left' || went === 'unrecorded') return
      if (went !== 'done') return await keepFailure(places.sql, claimed, went, places.clock())
      done.push(step)
    }
  } catch (problem) {
    places.failed(problem)
    const kind = isAway(problem) ? 'storeAway' : 'unexpected'
    await keepFailure(places.sql, claimed, kind, places.clock()).catch(places.failed)
  }
}

type Step = (places: DestructionPlaces, claimed: Claimed) => Promise<Went>

type Went = 'done' | 'left' | 'unrecorded' | StepProblem

const STEPS: Record<DestructionStep, Step> = {
  keysDeleted: async ({ sql, keyring, clock }, claimed) => {
    const went = await deleteKeys(sql, keyring.deleteVersionKeys, claimed, clock())
    return went === 'gone' ? 'done' : went
  },
  objectsDeleted: async ({ sql, stores, clock }, claimed) => {
    for (const { store, object } of await listObjects(sql, claimed.record)) {
      const place = stores.find(({ name }) => name === store)
      if (!place) return 'storeMissing'
      await place.delete(object)
    }
    await addStep(sql, claimed, 'objectsDeleted', clock())
    return 'done'
  },
  proven: async ({ sql, stores, keyring, clock }, claimed) => {
    for (const { object } of await listObjects(sql, claimed.record))
      for (const store of stores) if (!(await isGone(store, object))) return 'stillThere'
    for (const version of await listVersionsOf(sql, claimed.record))
      if (await keyring.hasVersionKey(sql, version)) return 'stillOpens'
    await addStep(sql, claimed, 'proven', clock())
    return 'done'
  },
  recorded: async ({ sql, clock }, claimed) => {
    await recordDestroyed(sql, claimed, clock())
    return 'done'
  },
}

/** Once more where a repair put it back meanwhile. */
async function isGone(store: DestroyedFrom, object: string): Promise<boolean> {
  if (!(await store.head(object))) return true
  await store.delete(object)
  return !(await store.head(object))
}

/** Waiting helps, unlike with a bug of ours that the database finds. */
function isAway(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.name !== 'PostgresError'
}
