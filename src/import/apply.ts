import type { Sql } from '../store/database.ts'
import { applyAgencies } from '../store/import/agencies.ts'
import { applyNextBatch, countsOf, cutIntoBatches } from '../store/import/batches.ts'
import type { Counts } from '../store/import/report.ts'
import { finishRun, type Run, startApplying } from '../store/import/runs.ts'

/** `workers`: batches at once; `moved`: told how many records are done, of this start and before. */
export type Applying = {
  sql: Sql
  clock: () => Date
  workers: number
  moved: (records: number) => void
}

/** Takes over what is staged; a run that was interrupted goes on where it stood. */
export async function apply(applying: Applying, run: Run): Promise<Counts> {
  const { sql, clock } = applying
  await startApplying(sql, run)
  const counts =
    run.source === 'agencies' ? await applyAgencies(sql) : await applyBatches(applying, run)
  await finishRun(sql, run, clock())
  return counts
}

async function applyBatches({ sql, clock, workers, moved }: Applying, run: Run): Promise<Counts> {
  await cutIntoBatches(sql, run)
  let done = sumOf(await countsOf(sql, run))
  moved(done)
  const work = async () => {
    for (;;) {
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
