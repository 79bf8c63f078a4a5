import { hostname, userInfo } from 'node:os'
import {
  APPLYING,
  DISCARDED,
  GOING_ON,
  NOTHING_STAGED,
  READING,
  stagedText,
} from '#views/import/import-words.ts'
import { appliedText, reportText } from '#views/import/report-words.ts'
import { makeOrderedIds } from '../secrets/ordered-ids.ts'
import type { Sealed } from '../secrets/seeds.ts'
import type { CheckHeld } from '../store/alone.ts'
import type { Sql } from '../store/database.ts'
import {
  addRun,
  aloneImporting,
  discardRun,
  findStagedRun,
  keepReport,
  type Run,
} from '../store/import/runs.ts'
import { apply } from './apply.ts'
import { type Screen, showProgress } from './progress.ts'
import { importRefusal } from './refusal.ts'
import { writeReport } from './report-file.ts'
import { findSourceFiles, type SourceFiles } from './source-files.ts'
import { stage } from './stage.ts'

/** What an import runs on. */
export type Tool = {
  sql: Sql
  clock: () => Date
  screen: Screen
  say: (text: string) => void
  workers: number
  seal: (device: string, seed: Buffer) => Sealed
}

export type Asked = { path: string; apply: boolean; withOtp: boolean; report: string | undefined }

/** Reads, reports and, if asked to, applies; what of it was done by an earlier start is not done again. */
export async function importFiles(tool: Tool, asked: Asked): Promise<void> {
  const sources = await findSourceFiles(asked.path)
  await alone(tool.sql, async (checkHeld) => {
    const run = await stagedRun(tool, asked, sources)
    const report = asked.report ?? `laporan-impor-${run.id.slice(0, 13)}.ndjson`
    await writeReport(tool.sql, run, report)
    await checkHeld()
    if (run.report) tool.say(reportText(run.report))
    if (asked.apply) await applyRun(tool, run, checkHeld)
    else tool.say(stagedText(report))
  })
}

export async function discardImport(sql: Sql): Promise<string> {
  let discarded = false
  await alone(sql, async () => {
    discarded = await discardRun(sql)
  })
  return discarded ? DISCARDED : NOTHING_STAGED
}

async function alone(sql: Sql, work: (checkHeld: CheckHeld) => Promise<void>): Promise<void> {
  const answer = await aloneImporting(sql, work)
  if (answer === 'anotherIsRunning') throw importRefusal({ kind: answer })
}

async function stagedRun(tool: Tool, { withOtp }: Asked, sources: SourceFiles): Promise<Run> {
  const { sql, clock, screen, say, seal } = tool
  const { fingerprint, source, path, bytes } = sources
  const found = await findStagedRun(sql, { fingerprint, withOtp })
  if (found) {
    say(GOING_ON)
    return found
  }
  const newId = makeOrderedIds(clock())
  const who = { startedBy: `${userInfo().username}@${hostname()}`, at: clock() }
  const run = await addRun(sql, { id: newId(), source, fingerprint, path, withOtp, ...who })
  const progress = showProgress(screen, { what: READING, unit: 'MB', total: bytes })
  const sealing = withOtp ? { newId, seal } : undefined
  const report = await stage({ sql, newId, sealing, moved: progress.moved }, run, sources)
  progress.finish()
  return await keepReport(sql, run, report)
}

async function applyRun(tool: Tool, run: Run, checkHeld: CheckHeld): Promise<void> {
  const { sql, clock, screen, say, workers } = tool
  const total = run.report?.records ?? 0
  const progress = showProgress(screen, { what: APPLYING, unit: 'baris', total })
  const told = { moved: progress.moved, isWanted: () => true, checkHeld }
  const counts = await apply({ sql, clock, workers, ...told }, run)
  progress.finish()
  if (!counts) return
  const taken = counts.new + counts.changed + counts.unchanged
  say(appliedText({ ...counts, refused: total - taken }))
}
