import type { LeftOut, Refusal } from '#domain/import/finding.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { judgedHistory } from './history.ts'
import { ALL_BLOCKS, judged } from './judged.ts'
import type { Run } from './runs.ts'
import { countUnits } from './units.ts'

/** What a dry run found. `credentials` counts by kind and algorithm what an export had. */
export type RunReport = {
  records: number
  agencies: readonly AgencyLine[]
  refusals: Partial<Record<Refusal, number>>
  leftOut: Partial<Record<LeftOut, number>>
  credentials: Record<string, number>
}

type AgencyLine = { agency: string; name: string | undefined } & Counts

export type Counts = { new: number; changed: number; unchanged: number; refused: number }

/** `file`: its name; of a record that was refused, or of what was left out of it. */
export type FoundLine = {
  file: string
  line: number
  nip: string | null
  agency: string | null
  refused: boolean
  reason: string
}

/** Judges everything that lies in the staging table and counts it; changes nothing but findings. */
export function makeReport(
  sql: Sql,
  { source }: Run,
  credentials: Record<string, number>,
): Promise<RunReport> {
  return inTransaction(sql, async (tx) => {
    await tx`set local work_mem = '256MB'`
    const counted = await tx<
      (Pick<AgencyLine, 'agency'> & {
        verdict: keyof Counts
        count: number
        unitsUnknown: number
      })[]
    >`
      select agency_code as agency, case when refused is not null then 'refused' when is_new then 'new'
          when cardinality(changes) > 0 then 'changed' else 'unchanged' end as verdict,
        count(*), count(*) filter (where unit_unknown) as units_unknown
      from (${judged(tx, source, ALL_BLOCKS)}) j group by 1, 2`
    if (counted.some(({ verdict, unitsUnknown }) => verdict === 'refused' || unitsUnknown > 0))
      await tx`
        insert into import_findings (file, line, nip, agency, refused, reason)
        select file, line, nip, agency_code, refused is not null, coalesce(refused, 'unknownUnit')
        from (${judged(tx, source, ALL_BLOCKS)}) j where refused is not null or unit_unknown`
    const unread = await tx<{ agency: string; count: number }[]>`
      select coalesce(agency, '') as agency, count(*) from import_findings
      where refused group by 1`
    return {
      records: total(counted.filter(({ verdict }) => verdict !== 'refused')) + total(unread),
      agencies: agencyLines(counted, unread, await namesOfAgencies(tx)),
      refusals: await countReasons(tx, true),
      leftOut: await countReasons(tx, false),
      credentials,
    }
  })
}

/** Likewise, of what lies there about histories, by the agencies of the people. */
export function makeHistoryReport(sql: Sql): Promise<RunReport> {
  return inTransaction(sql, async (tx) => {
    await tx`set local work_mem = '256MB'`
    const counted = await tx<{ agency: string; verdict: keyof Counts; count: number }[]>`
      select coalesce(agency_code, '') as agency, case when refused is not null then 'refused' else verdict end as verdict,
        count(*)
      from (${judgedHistory(tx, ALL_BLOCKS)}) j group by 1, 2`
    if (counted.some(({ verdict }) => verdict === 'refused'))
      await tx`
        insert into import_findings (file, line, nip, agency, refused, reason)
        select file, line, nip, agency_code, true, refused
        from (${judgedHistory(tx, ALL_BLOCKS)}) j where refused is not null`
    const unread = await tx<{ agency: string; count: number }[]>`
      select coalesce(agency, '') as agency, count(*) from import_findings
      where refused group by 1`
    return {
      records: total(counted.filter(({ verdict }) => verdict !== 'refused')) + total(unread),
      agencies: agencyLines(counted, unread, await namesOfAgencies(tx)),
      refusals: await countReasons(tx, true),
      leftOut: {},
      credentials: {},
    }
  })
}

/** Likewise, of what lies there about units. */
export async function makeUnitReport(sql: Sql): Promise<RunReport> {
  const counted = await countUnits(sql)
  const names = await namesOfAgencies(sql)
  const agencies = counted.map((one) => ({ ...one, name: names.get(one.agency) }))
  const records = agencies.reduce(
    (sum, one) => sum + one.new + one.changed + one.unchanged + one.refused,
    0,
  )
  return {
    records,
    agencies,
    refusals: await countReasons(sql, true),
    leftOut: {},
    credentials: {},
  }
}

async function namesOfAgencies(sql: Sql | TransactionSql): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ code: string; name: string }[]>`select code, name from agencies`
  return new Map(rows.map(({ code, name }) => [code, name]))
}

async function countReasons(
  tx: Sql | TransactionSql,
  refused: boolean,
): Promise<Record<string, number>> {
  const rows = await tx<{ reason: string; count: number }[]>`
    select reason, count(*) from import_findings where refused = ${refused} group by 1 order by 2 desc, 1`
  return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]))
}

/** Line by line, since there may be millions. */
export async function* listFindings(sql: Sql): AsyncIterable<readonly FoundLine[]> {
  yield* sql<FoundLine[]>`
    select f.name as file, x.line, x.nip, x.agency, x.refused, x.reason
    from import_findings x join import_files f using (file)
    order by x.file, x.line`.cursor(1000)
}

function agencyLines(
  counted: readonly { agency: string; verdict: keyof Counts; count: number }[],
  refused: readonly { agency: string; count: number }[],
  names: ReadonlyMap<string, string>,
): AgencyLine[] {
  const lines = new Map<string, AgencyLine>()
  const add = (agency: string, verdict: keyof Counts, count: number) => {
    const empty = { new: 0, changed: 0, unchanged: 0, refused: 0 }
    const line = lines.get(agency) ?? { agency, name: names.get(agency), ...empty }
    lines.set(agency, { ...line, [verdict]: line[verdict] + count })
  }
  for (const { agency, verdict, count } of counted)
    if (verdict !== 'refused') add(agency, verdict, count)
  for (const { agency, count } of refused) add(agency, 'refused', count)
  return [...lines.values()].sort((one, other) => (one.agency < other.agency ? -1 : 1))
}

function total(counts: readonly { count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}
