import type { Place } from '#domain/import/finding.ts'
import type { UnitRecord } from '#domain/import/unit-record.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import type { Counts } from './report.ts'

export type UnitCounts = { agency: string } & Counts

/** A hundred thousand at most: they need no COPY and no batches. */
export async function stageUnits(sql: Sql, units: readonly (Place & UnitRecord)[]): Promise<void> {
  await sql`
    insert into import_units (file, line, id, agency, code, name, parent_code)
    select file, line, gen_random_uuid(), agency, code, name, "parentCode"
    from jsonb_to_recordset(${sql.json(units as never)})
      as u (file integer, line integer, agency text, code text, name text, "parentCode" text)`
}

/** What applying would do, by agency; what is refused is told as findings too. */
export function countUnits(sql: Sql): Promise<UnitCounts[]> {
  return inTransaction(sql, async (tx) => {
    await refuseUnits(tx)
    await tx`
      insert into import_findings (file, line, agency, refused, reason)
      select file, line, agency, true, refused from import_units where refused is not null`
    const counted = await tx<({ agency: string } & Counts)[]>`
      select agency, count(*) filter (where verdict = 'new') as new,
        count(*) filter (where verdict = 'changed') as changed,
        count(*) filter (where verdict = 'unchanged') as unchanged, 0 as refused
      from (${judgedUnits(tx)}) j group by agency`
    const refused = await tx<{ agency: string; count: number }[]>`
      select coalesce(agency, '') as agency, count(*) from import_findings where refused group by 1`
    return withRefused(counted, refused)
  })
}

/** Judged anew, for the tree may have changed since; parents and children of a file go in together. */
export function applyUnits(sql: Sql): Promise<Counts> {
  return inTransaction(sql, async (tx) => {
    await tx`lock table units in share row exclusive mode`
    await refuseUnits(tx)
    await tx`create temp table judged_units on commit drop as ${judgedUnits(tx)}`
    const added = await tx`
      insert into units (id, agency, parent, code, name)
      select id, agency_id, parent, code, name from judged_units where verdict = 'new'`
    const changed = await tx`
      update units u set name = j.name, parent = j.parent
      from judged_units j where j.id = u.id and j.verdict = 'changed'`
    const [all] = await tx<{ taken: number; refused: number }[]>`
      select count(*) filter (where refused is null) as taken,
        count(*) filter (where refused is not null) as refused from import_units`
    const { taken, refused } = all ?? { taken: 0, refused: 0 }
    const unchanged = taken - added.count - changed.count
    return { new: added.count, changed: changed.count, unchanged, refused }
  })
}

/**
 * Records that claim one code go together. Then only those remain from which a way leads up to the
 * top, through records that remain and through units that the file does not name: whatever is
 * refused stays as it is, and no circle can close.
 */
async function refuseUnits(tx: TransactionSql): Promise<void> {
  await tx`set local work_mem = '64MB'`
  await tx`analyze import_units`
  await tx`
    update import_units r set refused = case when c.records > 1 then 'claimedTwice'
        when g.id is null then 'unknownAgency' end
    from (select agency, code, count(*) as records from import_units group by agency, code) c
      left join agencies g on g.code = c.agency
    where c.agency = r.agency and c.code = r.code`
  await tx`
    create temp table unit_graph on commit drop as
      select agency, code, parent_code from import_units where refused is null
      union all
      select g.code, u.code, p.code
        from units u join agencies g on g.id = u.agency left join units p on p.id = u.parent
        where g.code in (select agency from import_units) and not exists (
          select from import_units r where (r.agency, r.code) = (g.code, u.code) and r.refused is null)`
  await tx`create index on unit_graph (agency, parent_code)`
  await tx`create index on unit_graph (agency, code)`
  await tx`analyze unit_graph`
  await tx`
    with recursive anchored as (
      select agency, code from unit_graph where parent_code is null
      union all
      select c.agency, c.code from unit_graph c join anchored a on c.agency = a.agency and c.parent_code = a.code
    ), astray as (
      select agency, code from unit_graph t where parent_code is not null and not exists (
        select from unit_graph p where (p.agency, p.code) = (t.agency, t.parent_code))
      union all
      select c.agency, c.code from unit_graph c join astray a on c.agency = a.agency and c.parent_code = a.code
    )
    update import_units r
    set refused = case when a.code is null then 'unitCycle' else 'unknownParent' end
    from import_units s left join astray a on a.agency = s.agency and a.code = s.code
    where s.agency = r.agency and s.code = r.code and r.refused is null and not exists (
      select from anchored c where c.agency = r.agency and c.code = r.code)`
  await tx`drop table unit_graph`
}

function judgedUnits(tx: TransactionSql) {
  return tx`
    select coalesce(u.id, r.id) as id, r.agency, g.id as agency_id, r.code, r.name,
      coalesce(p.id, f.id) as parent,
      case when u.id is null then 'new'
        when u.name <> r.name or u.parent is distinct from coalesce(p.id, f.id) then 'changed'
        else 'unchanged' end as verdict
    from import_units r
    join agencies g on g.code = r.agency
    left join units u on u.agency = g.id and u.code = r.code
    left join units p on p.agency = g.id and p.code = r.parent_code
    left join import_units f
      on f.agency = r.agency and f.code = r.parent_code and f.refused is null
    where r.refused is null`
}

function withRefused(
  counted: readonly UnitCounts[],
  refused: readonly { agency: string; count: number }[],
): UnitCounts[] {
  const lines = new Map(counted.map((one) => [one.agency, one]))
  for (const { agency, count } of refused) {
    const line = lines.get(agency) ?? { agency, new: 0, changed: 0, unchanged: 0, refused: 0 }
    lines.set(agency, { ...line, refused: line.refused + count })
  }
  return [...lines.values()].sort((one, other) => (one.agency < other.agency ? -1 : 1))
}
