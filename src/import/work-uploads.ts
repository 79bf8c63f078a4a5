import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { UploadId, UploadProblem } from '#domain/import/upload.ts'
import { makeOrderedIds } from '../secrets/ordered-ids.ts'
import type { CheckHeld } from '../store/alone.ts'
import { isOutOfReach, type Sql } from '../store/database.ts'
import {
  addRun,
  aloneImporting,
  discardThatRun,
  findStagedRun,
  findThatRun,
  keepReport,
  type Run,
} from '../store/import/runs.ts'
import {
  discardOldUploads,
  findUploadWork,
  keepUploadApplied,
  keepUploadCleared,
  keepUploadLost,
  keepUploadProgress,
  keepUploadRead,
  keepUploadRun,
  keepUploadUnreadable,
  listKeptUploads,
  startUploadWork,
  type UploadWork,
} from '../store/import/upload-work.ts'
import { apply } from './apply.ts'
import { importProblemIn } from './refusal.ts'
import { findSourceFiles } from './source-files.ts'
import { stage } from './stage.ts'

/** `sql`: as the owner of the tables; `folder`: where the portal puts what was sent. */
export type Workplace = {
  sql: Sql
  folder: string
  clock: () => Date
  workers: number
  failed: (problem: unknown) => void
}

/** Where nobody else is at it. */
type Held = Workplace & { checkHeld: CheckHeld }

const PAUSE_MS = 1000
const ID_LENGTH = 36
const UNTOUCHED_MS = 3600_000
const UNWANTED = new Error('no longer wanted')

/**
 * Reads and applies what national admins send by the page. Any number of processes may do so: the
 * lock of the import lets one work, and ends with its connection, so that another goes on where a
 * killed one stood.
 */
export function workOnUploads(place: Workplace): { stop: () => Promise<void> } {
  let [isStopping, wake] = [false, () => {}]
  const rounds = async () => {
    while (!isStopping) {
      await workOnce(place, () => !isStopping).catch(place.failed)
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, PAUSE_MS).unref()
      })
    }
  }
  const done = rounds()
  return {
    stop: () => {
      isStopping = true
      wake()
      return done
    },
  }
}

/** One thing that there is to do, if there is one and nobody else is at it. */
export async function workOnce(place: Workplace, mayGoOn = () => true): Promise<void> {
  const { sql, clock } = place
  await discardOldUploads(sql, clock())
  await removeLeftovers(place)
  if (!(await findUploadWork(sql))) return
  await aloneImporting(sql, async (checkHeld) => {
    const work = await findUploadWork(sql)
    if (work) await workOn({ ...place, checkHeld }, work, mayGoOn)
  })
}

/** What a killed portal had only half received names people too, and nobody would look for it. */
async function removeLeftovers({ sql, folder, clock }: Workplace): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const kept = names.length > 0 ? await listKeptUploads(sql) : new Set()
  for (const name of names.filter((one) => !kept.has(one.slice(0, ID_LENGTH)))) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && clock().getTime() - found.mtimeMs > UNTOUCHED_MS) await rm(path, { force: true })
  }
}

function workOn(place: Held, work: UploadWork, mayGoOn: () => boolean): Promise<void> {
  switch (work.state) {
    case 'waiting':
    case 'reading':
      return readUpload(place, work, mayGoOn)
    case 'due':
    case 'applying':
      return applyUpload(place, work, mayGoOn)
    default:
      return clearUpload(place, work)
  }
}

async function readUpload(place: Held, work: UploadWork, mayGoOn: () => boolean): Promise<void> {
  const { sql, clock } = place
  if (!(await startUploadWork(sql, work, 'reading'))) return
  try {
    const run = await stagedRun(place, work, mayGoOn)
    await keepUploadRead(sql, work.id, run.id)
  } catch (problem) {
    if (problem === UNWANTED) return
    if (isOutOfReach(problem)) throw problem
    if (!importProblemIn(problem)) place.failed(problem)
    await keepUploadUnreadable(sql, work.id, problemOf(problem), clock())
  }
}

async function stagedRun(
  { sql, clock, folder, checkHeld }: Held,
  { id, name, kind }: UploadWork,
  mayGoOn: () => boolean,
): Promise<Run> {
  const found = await findSourceFiles(pathOf(folder, id, kind))
  const sources = { ...found, files: found.files.map((file) => ({ ...file, name })) }
  const { fingerprint, source, bytes } = sources
  const staged = await findStagedRun(sql, { fingerprint, withOtp: false })
  if (staged) return staged
  const newId = makeOrderedIds(clock())
  const by = { path: name, withOtp: false, startedBy: `upload ${id}`, at: clock() }
  const run = await addRun(sql, { id: newId(), source, fingerprint, ...by })
  await keepUploadRun(sql, id, run.id)
  const pulse = feelPulse(sql, id, bytes, mayGoOn)
  const moved = (done: number) => {
    pulse.moved(done)
    if (!pulse.isWanted()) throw UNWANTED
  }
  const report = await stage({ sql, newId, sealing: undefined, moved }, run, sources).finally(
    pulse.stop,
  )
  await checkHeld()
  return await keepReport(sql, run, report)
}

async function applyUpload(
  { sql, clock, workers, checkHeld }: Held,
  work: UploadWork,
  mayGoOn: () => boolean,
): Promise<void> {
  const { id } = work
  if (!(await startUploadWork(sql, work, 'applying'))) return
  const run = await findThatRun(sql, work.run ?? '')
  if (!run) return keepUploadLost(sql, id)
  const pulse = feelPulse(sql, id, run.report?.records ?? 0, mayGoOn)
  const { moved, isWanted } = pulse
  const taken = await apply({ sql, clock, workers, moved, isWanted, checkHeld }, run).finally(
    pulse.stop,
  )
  if (taken) await keepUploadApplied(sql, id, taken, clock())
}

/** The file, and of a run that was not applied whatever lies staged. */
async function clearUpload({ sql, folder }: Workplace, work: UploadWork): Promise<void> {
  const { id, kind, run } = work
  await rm(pathOf(folder, id, kind), { force: true })
  if (run) await discardThatRun(sql, run)
  await keepUploadCleared(sql, id)
}

/** Tells every second how far it is, and so learns whether it is still wanted. */
function feelPulse(sql: Sql, id: UploadId, total: number, mayGoOn: () => boolean) {
  let [done, isWanted] = [0, true]
  const beat = async () => {
    isWanted = await keepUploadProgress(sql, id, { done, total })
  }
  const timer = setInterval(() => void beat().catch(() => {}), PAUSE_MS)
  return {
    moved: (now: number) => {
      done = now
    },
    isWanted: () => isWanted && mayGoOn(),
    stop: () => clearInterval(timer),
  }
}

function pathOf(folder: string, id: UploadId, kind: string): string {
  return join(folder, `${id}${kind}`)
}

/** Without the path, which is ours and tells nobody anything. */
function problemOf(problem: unknown): UploadProblem {
  const refused = importProblemIn(problem)
  switch (refused?.kind) {
    case 'columnTwice':
      return { kind: refused.kind, column: refused.column }
    case 'badCsv':
    case 'tooLong':
      return { kind: refused.kind, line: refused.line }
    case 'unknownColumns':
    case 'truncated':
    case 'notAnExport':
    case 'noFile':
      return { kind: refused.kind }
    default:
      return { kind: 'failed' }
  }
}
