import { createReadStream } from 'node:fs'
import type { AgencyRecord } from '#domain/import/agency-record.ts'
import type { Finding, Place } from '#domain/import/finding.ts'
import type { UnitRecord } from '#domain/import/unit-record.ts'
import type { Sql } from '../store/database.ts'
import { countAgencies, stageAgencies } from '../store/import/agencies.ts'
import { copyHistory, refuseHistoryTwice } from '../store/import/history.ts'
import {
  makeHistoryReport,
  makeReport,
  makeUnitReport,
  type RunReport,
} from '../store/import/report.ts'
import { addFiles, addFindings, type Run } from '../store/import/runs.ts'
import { copyPeople, refuseClaimedTwice } from '../store/import/staging.ts'
import { stageUnits } from '../store/import/units.ts'
import type { Sealing } from './credentials-of.ts'
import type { Entry } from './entry.ts'
import {
  type ReadEntry,
  readAgency,
  readHistory,
  readPerson,
  readUnit,
  readUser,
} from './read-entry.ts'
import type { SourceFile, SourceFiles } from './source-files.ts'
import { copyHistoryLine, type StagedHistory } from './staged-history.ts'
import { copyLine, type StagedPerson } from './staged-person.ts'

/** `sealing`: present where OTP secrets were asked for; `moved`: told how many bytes are read. */
export type Staging = {
  sql: Sql
  newId: () => string
  sealing: Sealing | undefined
  moved: (bytes: number) => void
}

type Reader<Record> = (entry: Entry, file: number) => ReadEntry<Record>

const CHUNK_BYTES = 64 * 1024
const FINDINGS_TOGETHER = 1000

/** Reads the files into the staging tables and says what applying them would do. */
export async function stage(staging: Staging, run: Run, sources: SourceFiles): Promise<RunReport> {
  const { sql } = staging
  await addFiles(
    sql,
    run,
    sources.files.map(({ name }) => name),
  )
  if (run.source === 'agencies') return stageAgencyFiles(staging, sources)
  if (run.source === 'units') return stageUnitFiles(staging, sources)
  if (run.source === 'history') return stageHistoryFiles(staging, sources)
  const tallies = new Map<string, number>()
  const reader: Reader<StagedPerson> =
    run.source === 'people'
      ? (entry, file) => readPerson(entry, file, staging.newId)
      : (entry, file) => readUser(entry, file, staging)
  await copyPeople(sql, copyLines(readAll(staging, sources.files, reader, tallies), copyLine))
  await refuseClaimedTwice(sql)
  return makeReport(sql, run, Object.fromEntries(tallies))
}

async function stageAgencyFiles(staging: Staging, { files }: SourceFiles): Promise<RunReport> {
  for await (const agencies of readAll(staging, files, readAgency, new Map<string, number>()))
    await stageAgencies(staging.sql, agencies)
  const counts = await countAgencies(staging.sql)
  const records = counts.new + counts.changed + counts.unchanged + counts.refused
  return {
    records,
    agencies: [{ agency: '', name: undefined, ...counts }],
    refusals: {},
    leftOut: {},
    credentials: {},
  }
}

async function stageUnitFiles(staging: Staging, { files }: SourceFiles): Promise<RunReport> {
  for await (const units of readAll(staging, files, readUnit, new Map<string, number>()))
    await stageUnits(staging.sql, units)
  return makeUnitReport(staging.sql)
}

async function stageHistoryFiles(staging: Staging, { files }: SourceFiles): Promise<RunReport> {
  const { sql } = staging
  const rows = readAll(staging, files, readHistory, new Map<string, number>())
  await copyHistory(sql, copyLines(rows, copyHistoryLine))
  await refuseHistoryTwice(sql)
  return makeHistoryReport(sql)
}

/** The records of all files; what is to be reported of them is kept on the way. */
async function* readAll<
  Record extends StagedPerson | StagedHistory | (Place & (AgencyRecord | UnitRecord)),
>(
  { sql, moved }: Staging,
  files: readonly SourceFile[],
  read: Reader<Record>,
  tallies: Map<string, number>,
): AsyncIterable<readonly Record[]> {
  let findings: Finding[] = []
  let bytesBefore = 0
  for (const [at, { path, reader, size }] of files.entries()) {
    const bytes = createReadStream(path, { highWaterMark: CHUNK_BYTES })
    for await (const entries of reader(bytes)) {
      const found = entries.map((entry) => read(entry, at + 1))
      for (const one of found) {
        findings.push(...one.findings)
        for (const tally of one.tallies) tallies.set(tally, (tallies.get(tally) ?? 0) + 1)
      }
      if (findings.length >= FINDINGS_TOGETHER) {
        await addFindings(sql, findings)
        findings = []
      }
      yield found.flatMap(({ record }) => (record ? [record] : []))
      moved(bytesBefore + bytes.bytesRead)
    }
    bytesBefore += size
  }
  if (findings.length > 0) await addFindings(sql, findings)
}

async function* copyLines<Record>(
  records: AsyncIterable<readonly Record[]>,
  lineOf: (record: Record) => string,
): AsyncIterable<string> {
  let text = ''
  for await (const some of records) {
    for (const one of some) text += lineOf(one)
    if (text.length < CHUNK_BYTES) continue
    yield text
    text = ''
  }
  if (text) yield text
}
