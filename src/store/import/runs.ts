import type { Finding } from '#domain/import/finding.ts'
import { type CheckHeld, whileAlone } from '../alone.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import type { RunReport } from './report.ts'

/** What files are about; an export of the old SSO is about people too. */
export type Source = 'agencies' | 'units' | 'people' | 'keycloak' | 'history'

/** A file, or a folder of them, on its way into the tables. */
export type Run = {
  id: string
  source: Source
  state: 'staging' | 'staged' | 'applying' | 'applied' | 'replaced'
  report: RunReport | undefined
}

export type NewRun = {
  id: string
  source: Source
  fingerprint: string
  path: string
  withOtp: boolean
  startedBy: string
  at: Date
}

const LOCK = 4_112_033

/** Runs `work` unless another process imports. */
export function aloneImporting<Answer>(
  sql: Sql,
  work: (checkHeld: CheckHeld) => Promise<Answer>,
): Promise<Answer | 'anotherIsRunning'> {
  return whileAlone(sql, sql`${LOCK}`, work)
}

/** The run of these very files, if it is still the last one and its rows are still there. */
export async function findStagedRun(
  sql: Sql,
  { fingerprint, withOtp }: Pick<NewRun, 'fingerprint' | 'withOtp'>,
): Promise<Run | undefined> {
  const [run] = await sql<RunRow[]>`
    select id, source, state, report from import_runs
    where fingerprint = ${fingerprint} and with_otp = ${withOtp} and ${isThere(sql)}`
  return run && { ...run, report: run.report ?? undefined }
}

/** Likewise by its id, for whoever confirmed what its report says. */
export async function findThatRun(sql: Sql, id: string): Promise<Run | undefined> {
  const [run] = await sql<RunRow[]>`
    select id, source, state, report from import_runs where id = ${id} and ${isThere(sql)}`
  return run && { ...run, report: run.report ?? undefined }
}

/** A crash of the server empties the staging tables. */
function isThere(sql: Sql) {
  return sql`
    state in ('staged', 'applying') and ((report ->> 'records')::bigint = 0
      or exists (select from import_people) or exists (select from import_agencies)
      or exists (select from import_units) or exists (select from import_history))`
}

/** Takes the place of whatever lay there; one that was half applied can be started anew. */
export function addRun(sql: Sql, run: NewRun): Promise<Run> {
  return inTransaction(sql, async (tx) => {
    await tx`
      update import_runs set state = 'replaced' where state in ('staging', 'staged', 'applying')`
    await clearStaging(tx)
    await tx`
      insert into import_runs (id, source, fingerprint, path, with_otp, started_by, state, started_at)
      values (${run.id}, ${run.source}, ${run.fingerprint}, ${run.path}, ${run.withOtp},
              ${run.startedBy}, 'staging', ${run.at})`
    return { id: run.id, source: run.source, state: 'staging', report: undefined }
  })
}

/** Leaves nothing of a file behind: it may hold hashes and sealed seeds. */
async function clearStaging(tx: TransactionSql): Promise<void> {
  await clearRecords(tx)
  await tx`truncate import_files, import_findings`
}

/** What was refused, and why, is still asked for when all else is done. */
async function clearRecords(tx: TransactionSql): Promise<void> {
  await tx`truncate import_people, import_agencies, import_units, import_history`
}

export async function discardRun(sql: Sql): Promise<boolean> {
  return await inTransaction(sql, async (tx) => {
    const ended = await tx`
      update import_runs set state = 'replaced' where state in ('staging', 'staged', 'applying')`
    await clearStaging(tx)
    return ended.count > 0
  })
}

/** Unless another took its place, or it was applied. */
export async function discardThatRun(sql: Sql, id: string): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const ended = await tx`
      update import_runs set state = 'replaced'
      where id = ${id} and state in ('staging', 'staged', 'applying')`
    if (ended.count > 0) await clearStaging(tx)
  })
}

export async function keepReport(sql: Sql, run: Run, report: RunReport): Promise<Run> {
  await sql`
    update import_runs set state = 'staged', report = ${sql.json(report as never)}
    where id = ${run.id}`
  return { ...run, state: 'staged', report }
}

export async function startApplying(sql: Sql, { id }: Run): Promise<void> {
  await sql`update import_runs set state = 'applying' where id = ${id} and state = 'staged'`
}

/**
 * The run is over: its rows go, the tables it filled are known to the planner anew, and what the desk
 * searches is read from its index alone.
 */
export async function finishRun(sql: Sql, { id }: Run, now: Date): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await tx`update import_runs set state = 'applied', applied_at = ${now} where id = ${id}`
    await clearRecords(tx)
  })
  await sql`vacuum (analyze) people`
  await sql`
    analyze agencies, units, login_identifiers, accounts, passwords, email_addresses, devices, archive.history,
      archive.completeness`
}

export async function addFiles(sql: Sql, { id }: Run, names: readonly string[]): Promise<void> {
  await sql`
    insert into import_files (file, name, run)
    select number, name, ${id} from unnest(${names as string[]}::text[]) with ordinality as f (name, number)`
}

export async function addFindings(sql: Sql, findings: readonly Finding[]): Promise<void> {
  await sql`
    insert into import_findings (file, line, nip, agency, refused, reason)
    select file, line, nip, agency, refused, reason
    from jsonb_to_recordset(${sql.json(findings as never)})
      as f (file integer, line integer, nip text, agency text, refused boolean, reason text)`
}

type RunRow = Omit<Run, 'report'> & { report: RunReport | null }
