import type { AgencyRecord } from '#domain/import/agency-record.ts'
import type { Place } from '#domain/import/finding.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import type { Counts } from './report.ts'

/** Some thousands at most: they need no COPY and no batches. */
export async function stageAgencies(
  sql: Sql,
  agencies: readonly (Place & AgencyRecord)[],
): Promise<void> {
  await sql`
    insert into import_agencies (file, line, id, code, name, zone)
    select file, line, gen_random_uuid(), code, name, zone
    from jsonb_to_recordset(${sql.json(agencies as never)})
      as a (file integer, line integer, code text, name text, zone text)`
}

/** As for people: records that claim one code are refused together. */
export async function countAgencies(sql: Sql): Promise<Counts> {
  await sql`
    with twice as (select code from import_agencies group by code having count(*) > 1),
      refused as (
        delete from import_agencies a using twice t where a.code = t.code
        returning a.file, a.line, a.code
      )
    insert into import_findings (file, line, agency, refused, reason)
    select file, line, code, true, 'claimedTwice' from refused`
  const [counts] = await sql<Counts[]>`
    select count(*) filter (where g.id is null) as new,
      count(*) filter (where (g.name, g.zone) <> (a.name, a.zone)) as changed,
      count(*) filter (where (g.name, g.zone) = (a.name, a.zone)) as unchanged,
      (select count(*) from import_findings where refused) as refused
    from import_agencies a left join agencies g on g.code = a.code`
  return counts ?? { new: 0, changed: 0, unchanged: 0, refused: 0 }
}

export function applyAgencies(sql: Sql): Promise<Counts> {
  return inTransaction(sql, async (tx) => {
    const added = await addNew(tx)
    const changed = await tx`
      update agencies g set name = a.name, zone = a.zone
      from import_agencies a
      where a.code = g.code and (g.name, g.zone) <> (a.name, a.zone)`
    const [all] = await tx<{ count: number }[]>`select count(*) from import_agencies`
    const unchanged = (all?.count ?? 0) - added - changed.count
    return { new: added, changed: changed.count, unchanged, refused: 0 }
  })
}

async function addNew(tx: TransactionSql): Promise<number> {
  const added = await tx`
    insert into agencies (id, code, name, zone)
    select id, code, name, zone from import_agencies
    on conflict (code) do nothing`
  return added.count
}
