import type { AgencyId } from '#domain/agency.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { type Recomputation, recomputeRetention } from '#domain/archive/retention/recompute.ts'
import { type Retention, retentionOf } from '#domain/archive/retention/retention.ts'
import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { PersonId } from '#domain/person.ts'
import { civilDateText, dayOf } from '#domain/zone-day.ts'
import type { TransactionSql } from '../../database.ts'
import { addArchiveEvent } from '../events.ts'
import { setStage } from '../records.ts'
import { type CountedRecord, listCounted } from './counting.ts'
import { refreshFacts } from './facts.ts'
import { listRules } from './rules.ts'

/** Asia/Jakarta, for all agencies alike (archive.md 6.2). */
export function retentionDay(now: Date): CivilDate {
  return dayOf(now, 'WIB')
}

/** In the transaction of whatever made it active (T11) or changed what it is counted from. */
export async function recomputeRecord(
  tx: TransactionSql,
  record: RecordId,
  now: Date,
): Promise<void> {
  const [row] = await tx<{ person: PersonId }[]>`
    select person from archive.records where id = ${record} for update`
  if (!row) return
  await refreshFacts(tx, [row.person])
  await recomputeLocked(tx, [record], now)
}

/** All records of these people, after what is known of them may have changed. */
export async function recomputePeople(
  tx: TransactionSql,
  people: readonly PersonId[],
  now: Date,
): Promise<number> {
  const rows = await tx<{ id: RecordId }[]>`
    select id from archive.records where person = any(${[...people]}::uuid[]) order by id for update`
  await refreshFacts(tx, people)
  return await recomputeLocked(tx, idsOf(rows), now)
}

/** Of records whose locks are held; answers how many came out otherwise than before. */
export async function recomputeLocked(
  tx: TransactionSql,
  records: readonly RecordId[],
  now: Date,
): Promise<number> {
  const today = retentionDay(now)
  const made = (await judgeRecords(tx, records, today)).flatMap(({ record, retention }) => {
    const counted = recomputeRetention(record, retention, today)
    return counted.kind === 'counted' || counted.kind === 'reopened' ? [{ record, counted }] : []
  })
  await keepCounted(tx, made)
  for (const { record, counted } of made)
    if (counted.kind === 'reopened') await reopen(tx, record, counted, now)
  return made.length
}

/** `rules`: those of its agency, by which it was judged. */
export type Judged = {
  record: CountedRecord
  retention: Retention
  rules: readonly RetentionRule[]
}

/** What rules and facts say of each now, without changing anything. */
export async function judgeRecords(
  tx: TransactionSql,
  records: readonly RecordId[],
  today: CivilDate,
): Promise<Judged[]> {
  const counted = await listCounted(tx, records)
  const rules = new Map<AgencyId, readonly RetentionRule[]>()
  for (const agency of new Set(counted.map((record) => record.agency)))
    rules.set(agency, await listRules(tx, agency))
  return counted.map((record) => {
    const own = rules.get(record.agency) ?? []
    return { record, retention: retentionOf(record.counting, own, today), rules: own }
  })
}

type Made = {
  record: CountedRecord
  counted: Extract<Recomputation, { kind: 'counted' | 'reopened' }>
}

async function keepCounted(tx: TransactionSql, made: readonly Made[]): Promise<void> {
  const reasons = made.map(({ counted }) => JSON.stringify(counted.reason))
  await tx`
    update archive.records r
    set retention_end = c.ends, retention_reason = c.reason::jsonb, active_end = c.active_ends
    from unnest(${made.map(({ record }) => record.id)}::uuid[], ${made.map(({ counted }) => textOf(counted.end))}::date[],
      ${reasons}::text[], ${made.map(({ counted }) => textOf(counted.activeEnd))}::date[])
      as c (id, ends, reason, active_ends)
    where r.id = c.id`
}

/** T14: back among those whose retention runs. */
async function reopen(
  tx: TransactionSql,
  record: CountedRecord,
  { from, end }: Extract<Recomputation, { kind: 'reopened' }>,
  now: Date,
): Promise<void> {
  await setStage(tx, record, 'inactive', now)
  await addArchiveEvent(tx, {
    name: 'retentionRecomputed',
    record: record.id,
    person: record.person,
    actor: 'system',
    at: now,
    body: { from: textOf(from), to: textOf(end) },
  })
}

function textOf(date: CivilDate | undefined): string | null {
  return date ? civilDateText(date) : null
}

export function idsOf(rows: readonly { id: RecordId }[]): RecordId[] {
  return rows.map(({ id }) => id)
}
