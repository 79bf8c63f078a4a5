import type { PersonId } from '#domain/person.ts'
import { recomputeCompletenessOf } from '../archive/completeness.ts'
import { copyLines } from '../copy-lines.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import type { Blocks } from './judged.ts'
import type { Counts } from './report.ts'
import type { Run } from './runs.ts'

/** As `copyPeople`. */
export function copyHistory(sql: Sql, lines: AsyncIterable<string>): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const copy = await tx`
      copy import_history (file, line, nip, type, key, label, on_date) from stdin`.writable()
    await copyLines(tx, copy, lines)
  })
}

/** Rows that name one event of one number go together: nobody can tell which is right. */
export function refuseHistoryTwice(sql: Sql): Promise<void> {
  return inTransaction(sql, async (tx) => {
    await tx`set local work_mem = '256MB'`
    await tx`analyze import_history`
    await tx`
      update import_history r set refused = 'eventTwice'
      from (
        select coalesce(i.person::text, h.nip) as whose, h.type, h.key
        from import_history h left join login_identifiers i on i.identifier = h.nip
        group by 1, 2, 3 having count(*) > 1) twice
      where (r.type, r.key) = (twice.type, twice.key) and twice.whose = coalesce(
        (select i.person::text from login_identifiers i where i.identifier = r.nip), r.nip)`
  })
}

/**
 * Every staged row of some blocks with whom it is about and what becomes of it. A number of the past
 * names its owner still. The model is judgeHistory in domain/import/judge-history.ts.
 */
export function judgedHistory(sql: Sql | TransactionSql, { from, to }: Blocks) {
  return sql`
    select r.file, r.line, r.nip, g.code as agency_code, i.person, r.type, r.key,
      coalesce(r.label, h.label, r.key) as label, coalesce(r.on_date, h.on_date) as on_date,
      case when r.refused is not null then r.refused
        when i.person is null then 'unknownPerson'
        when t.code is null then 'unknownType'
        when t.cardinality = 'one' then 'noHistory'
        when not archive.is_history_key(t.cardinality, r.key) then 'key' end as refused,
      case when h.person is null then 'new'
        when h.source = 'national' and coalesce(r.label, h.label) = h.label
          and coalesce(r.on_date, h.on_date) is not distinct from h.on_date then 'unchanged'
        else 'changed' end as verdict
    from import_history r
    left join login_identifiers i on i.identifier = r.nip and i.kind <> 'userName'
    left join people p on p.id = i.person
    left join agencies g on g.id = p.agency
    left join archive.record_types t on t.code = r.type
    left join archive.history h on h.person = i.person and h.type = r.type and h.key = r.key
    where r.ctid >= ${`(${from},0)`}::tid and r.ctid < ${`(${to},0)`}::tid`
}

/** Judged anew; whoever has one event more is counted again in this very transaction. */
export async function applyHistoryBlocks(
  tx: TransactionSql,
  run: Run,
  blocks: Blocks,
  now: Date,
): Promise<Counts> {
  await tx`create temp table history_batch on commit drop as ${judgedHistory(tx, blocks)}`
  const [counts] = await tx<Counts[]>`
    select count(*) filter (where refused is null and verdict = 'new') as new,
      count(*) filter (where refused is null and verdict = 'changed') as changed,
      count(*) filter (where refused is null and verdict = 'unchanged') as unchanged,
      count(*) filter (where refused is not null) as refused
    from history_batch`
  if (!counts) throw new Error('a count counted nothing')
  await tx`
    insert into archive.history (person, type, key, label, on_date, source, run, added_at)
    select person, type, key, label, on_date, 'national', ${run.id}, ${now}
    from history_batch where refused is null and verdict <> 'unchanged'
    order by person, type, key
    on conflict (person, type, key) do update
      set label = excluded.label, on_date = excluded.on_date, source = 'national', run = excluded.run,
        added_by = null, added_as = null, added_at = excluded.added_at`
  const fuller = await tx<{ person: PersonId }[]>`
    select distinct person from history_batch where refused is null and verdict = 'new'`
  await recomputeCompletenessOf(
    tx,
    fuller.map(({ person }) => person),
  )
  return counts
}
