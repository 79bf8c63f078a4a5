import type { CheckHeld } from '../store/alone.ts'
import type { Sql } from '../store/database.ts'
import { applyAgencies } from '../store/import/agencies.ts'
import { applyNextBatch, countsOf, cutIntoBatches } from '../store/import/batches.ts'
import type { Counts } from '../store/import/report.ts'
import { finishRun, type Run, startApplying } from '../store/import/runs.ts'
import { applyUnits } from '../store/import/units.ts'

/**
 * `workers`: batches at once; `moved`: told how many records are done, of this start and before;
 * `isWanted` and `checkHeld`: asked before each batch.
 */
export type Applying = {
  sql: Sql
  clock: () => Date
  workers: number
  moved: (records: number) => void
  isWanted: () => boolean
  checkHeld: CheckHeld
}

/** Takes over what is staged; a run that was interrupted, or not wanted for a while, goes on where it stood. */
export async function apply(applying: Applying, run: Run): Promise<Counts | undefined> {
  const { sql, clock, isWanted } = applying
  await startApplying(sql, run)
  const counts = await applySource(applying, run)
  if (!isWanted()) return undefined
  await finishRun(sql, run, clock())
  return counts
}

async function applySource(applying: Applying, run: Run): Promise<Counts> {
  if (run.source === 'agencies') return applyAgencies(applying.sql)
  return run.source === 'units' ? applyUnits(applying.sql) : applyBatches(applying, run)
}

async function applyBatches(
  { sql, clock, workers, moved, isWanted, checkHeld }: Applying,
  run: Run,
): Promise<Counts> {
  await cutIntoBatches(sql, run)
  let done = sumOf(await countsOf(sql, run))
  moved(done)
  const work = async () => {
    while (isWanted()) {
      await checkHeld()
      const counts = await applyNextBatch(sql, run, clock())
      if (!counts) return
      done += sumOf(counts)
      moved(done)
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  return countsOf(sql, run)
}

function sumOf(counts: Counts): number {
  return counts.new + counts.changed + counts.unchanged + counts.refused
}
