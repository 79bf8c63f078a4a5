import type { Batch, BatchId } from '#domain/archive/destruction/batch.ts'
import {
  startDestruction as decide,
  type StartRefused,
} from '#domain/archive/destruction/start-destruction.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import type { OfficeAct } from '../../worn-hat.ts'
import { countUnknownCopies } from './batch-copies.ts'
import { inBatch, keepBatch, type NoBatch } from './batches.ts'
import { countItems } from './items.ts'
import { currentLines } from './manifests.ts'
import { moveAll } from './sign.ts'
import { withdrawFrom } from './withdraw.ts'

const AT_ONCE = 1000

/**
 * T21: every record is judged anew first, and one whose line is no longer the one that was signed
 * leaves; then the intent to destroy is written down for each, before any key is touched.
 */
export function startDestruction(
  sql: Sql,
  act: OfficeAct,
  { batch, seen }: { batch: BatchId; seen: string },
): Promise<Result<Batch, StartRefused | NoBatch>> {
  const now = act.event.at
  return inBatch<Batch, StartRefused>(sql, act, batch, async (tx, found, by) => {
    const facts = await factsOf(tx, found, now)
    const decided = decide(found, { by, seen, ...facts, now })
    if (!decided.ok) return decided
    const changed = await changedItems(tx, batch)
    const withdrawing = { because: 'noLongerOver', actor: 'system', at: now } as const
    const left = (await withdrawFrom(tx, found, changed, withdrawing)).batch
    if (left.state === 'closed') return ok(left)
    const started = { ...decided.value, manifest: left.manifest }
    await keepBatch(tx, started)
    await moveAll(tx, started, by, { to: 'destroying', event: 'destructionStarted' })
    return ok(started)
  })
}

type Hindrances = { openObjections: number; unchecked: number; objected: RecordId | undefined }

async function factsOf(tx: TransactionSql, batch: Batch, now: Date) {
  const { open } = await countItems(tx, batch.id)
  const { openObjections, unchecked } = await findHindrances(tx, batch.id)
  const holders = await inOfficeStill(tx, batch, now)
  const inOffice = (person: PersonId) => holders.has(person)
  return { open, openObjections, unchecked, inOffice }
}

/** Objections without an answer, the record of the oldest, and copies that nobody has read since the approval. */
export async function findHindrances(
  sql: Sql | TransactionSql,
  batch: BatchId,
): Promise<Hindrances> {
  const [row] = await sql<{ openObjections: number; objected: RecordId | null }[]>`
    select (select count(*) from archive.objections where batch = ${batch} and accepted is null) as open_objections,
      (select record from archive.objections where batch = ${batch} and accepted is null
        order by filed_at, record limit 1) as objected`
  const { openObjections = 0, objected } = row ?? {}
  const unchecked = await countUnknownCopies(sql, batch)
  return { openObjections, unchecked, objected: objected ?? undefined }
}

/** Those of the parties whose hat is in force, and whose account is. */
async function inOfficeStill(
  tx: TransactionSql,
  { parties }: Batch,
  now: Date,
): Promise<Set<PersonId>> {
  const rows = await tx<{ person: PersonId }[]>`
    select m.person from mandates m join accounts a on a.person = m.person and a.state = 'active'
    where m.id = any(${parties.map(({ hat }) => hat)}::uuid[])
      and m.valid_from <= ${now} and m.valid_to > ${now}`
  return new Set(rows.map(({ person }) => person))
}

/** Open ones whose retention, or whose files, are not what was signed. */
async function changedItems(tx: TransactionSql, batch: BatchId): Promise<RecordId[]> {
  const changed: RecordId[] = []
  for (let after: RecordId | undefined; ; ) {
    const rows = await tx<{ record: RecordId; line: string }[]>`
      select record, line from archive.batch_items
      where batch = ${batch} and state <> 'over'
        and record > coalesce(${after ?? null}, '00000000-0000-0000-0000-000000000000'::uuid)
      order by record limit ${AT_ONCE}`
    const lines = await currentLines(
      tx,
      rows.map(({ record }) => record),
    )
    changed.push(...rows.filter(({ record, line }) => lines.get(record) !== line).map(toRecord))
    if (rows.length < AT_ONCE) return changed
    after = rows.at(-1)?.record
  }
}

function toRecord({ record }: { record: RecordId }): RecordId {
  return record
}
