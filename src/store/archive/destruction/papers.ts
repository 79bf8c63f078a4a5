import { addPaper as decide, type PaperRefused } from '#domain/archive/destruction/add-paper.ts'
import type { Acting, BatchId } from '#domain/archive/destruction/batch.ts'
import type { Paper, PaperKind } from '#domain/archive/destruction/paper.ts'
import { ok, type Result } from '#domain/result.ts'
import { civilDateText, parseCivilDate } from '#domain/zone-day.ts'
import { filled, type Sql, type TransactionSql } from '../../database.ts'
import type { OfficeAct } from '../../worn-hat.ts'
import { inBatch, type NoBatch } from './batches.ts'

export function addPaper(
  sql: Sql,
  act: OfficeAct,
  batch: BatchId,
  paper: Paper,
): Promise<Result<Paper, PaperRefused | NoBatch>> {
  const now = act.event.at
  return inBatch(sql, act, batch, async (tx, found, by) => {
    const decided = decide(found, paper.kind, { by, now })
    if (!decided.ok) return decided
    await keepPaper(tx, batch, paper, by, now)
    return ok(paper)
  })
}

export async function keepPaper(
  tx: TransactionSql,
  batch: BatchId,
  { kind, number, dated, issuer }: Paper,
  { person, hat }: Acting,
  at: Date,
): Promise<void> {
  await tx`
    insert into archive.papers (batch, kind, number, dated, issuer, added_by, added_as, added_at)
    values (${batch}, ${kind}, ${number}, ${civilDateText(dated)}, ${issuer}, ${person}, ${hat}, ${at})
    on conflict (batch, kind) do update
    set number = excluded.number, dated = excluded.dated, issuer = excluded.issuer,
      added_by = excluded.added_by, added_as = excluded.added_as, added_at = excluded.added_at`
}

export async function listPapers(sql: Sql | TransactionSql, batch: BatchId): Promise<Paper[]> {
  const rows = await sql<{ kind: PaperKind; number: string; on: string; issuer: string }[]>`
    select kind, number, dated::text as on, issuer from archive.papers
    where batch = ${batch} order by added_at`
  return rows.map(({ on, ...paper }) => ({ ...paper, dated: filled(parseCivilDate(on) ?? null) }))
}
