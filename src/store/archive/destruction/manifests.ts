import { createHash } from 'node:crypto'
import type { Batch, BatchId } from '#domain/archive/destruction/batch.ts'
import {
  type Manifest,
  type ManifestLine,
  manifestHead,
  manifestLine,
} from '#domain/archive/destruction/manifest.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import { parseCivilDate } from '#domain/zone-day.ts'
import { filled, type TransactionSql } from '../../database.ts'

const AT_ONCE = 1000

/** Of what is to go or is gone already, read as it lies there, however long it is. */
export async function hashManifest(tx: TransactionSql, batch: BatchId): Promise<string> {
  const hash = createHash('sha256').update(manifestHead(batch))
  const lines = tx<{ line: string }[]>`
    select line from archive.batch_items
    where batch = ${batch} and (state <> 'over' or outcome = 'destroyed')
    order by line collate "C"`.cursor(AT_ONCE)
  for await (const some of lines) for (const { line } of some) hash.update(`${line}\n`)
  return hash.digest('hex')
}

/** The list changed: it has a new hash, and by `next` the signatures of before stand or not. */
export async function drawManifest<B extends Batch>(
  tx: TransactionSql,
  batch: B,
  next: (manifest: Manifest, sha256: string) => Manifest,
  at: Date,
): Promise<B> {
  const manifest = next(batch.manifest, await hashManifest(tx, batch.id))
  await addManifest(tx, batch.id, manifest, at)
  await tx`update archive.batches set manifest = ${manifest.n} where id = ${batch.id}`
  return { ...batch, manifest }
}

export async function addManifest(
  tx: TransactionSql,
  batch: BatchId,
  { n, base, sha256 }: Manifest,
  at: Date,
): Promise<void> {
  await tx`
    insert into archive.manifests (batch, n, base, sha256, made_at)
    values (${batch}, ${n}, ${base}, ${sha256}, ${at})`
}

/** The line that each record would have today; none where its retention says nothing of an end. */
export async function currentLines(
  tx: TransactionSql,
  records: readonly RecordId[],
): Promise<Map<RecordId, string>> {
  const rows = await tx<LineRow[]>`
    select r.id as record, r.type, r.retention_end::text as ends_on, r.retention_reason as reason,
      coalesce((select jsonb_agg(jsonb_build_object('no', v.no, 'commitment', encode(v.commitment, 'hex')))
        from archive.versions v where v.record = r.id and v.key_gone_at is null), '[]') as versions
    from archive.records r where r.id = any(${[...records]}::uuid[])`
  return new Map(
    rows.flatMap((row) => {
      const line = lineOf(row)
      return line ? [[row.record, line] as const] : []
    }),
  )
}

type LineRow = {
  record: RecordId
  type: string
  endsOn: string | null
  reason: RetentionReason | null
  versions: ManifestLine['versions']
}

function lineOf({ record, type, endsOn, reason, versions }: LineRow): string | undefined {
  if (!endsOn || !reason || !('rule' in reason)) return undefined
  const end = filled(parseCivilDate(endsOn) ?? null)
  const rule = `${reason.rule.id}@${reason.rule.version}`
  return manifestLine({ record, type, versions, end, rule })
}
