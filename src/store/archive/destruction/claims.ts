import type { AgencyId } from '#domain/agency.ts'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { DestructionStep } from '#domain/archive/destruction/destroy-item.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { addArchiveEvent } from '../events.ts'
import { intentRecorded } from './intents.ts'

/** An item that one executor works on, and what was done to it already. */
export type Claimed = {
  agency: AgencyId
  batch: BatchId
  record: RecordId
  person: PersonId
  done: readonly DestructionStep[]
}

/** Of no personal data; whatever else goes wrong is `unexpected` and told to the log. */
export type StepProblem = 'storeMissing' | 'storeAway' | 'stillThere' | 'stillOpens' | 'unexpected'

/** Long enough for the largest record; a killed executor's claim ends by itself. */
const LEASE_SECONDS = 600
const PAUSE_SECONDS = 60
const LONGEST_PAUSE_SECONDS = 6 * 3600

/** The next one that nobody works on and that the log knows of; two executors never get the same. */
export async function claimItem(sql: Sql, now: Date): Promise<Claimed | undefined> {
  const [claimed] = await sql<Omit<Claimed, 'done'>[]>`
    update archive.batch_items i set claimed_until = ${after(now, LEASE_SECONDS)}
    from (
      select i.batch, i.record, b.agency
      from archive.batches b join archive.batch_items i on i.batch = b.id
      where b.state = 'destroying' and i.state <> 'over' and i.claimed_until <= ${now}
        and (i.state = 'keysGone' or ${intentRecorded(sql)})
      order by b.since, i.batch, i.record limit 1 for update of i skip locked
    ) next
    where i.batch = next.batch and i.record = next.record
    returning i.batch, i.record, i.subject as person, next.agency`
  return claimed && { ...claimed, done: await listSteps(sql, claimed) }
}

type Named = Pick<Claimed, 'batch' | 'record'>

export async function listSteps(
  sql: Sql | TransactionSql,
  { batch, record }: Named,
): Promise<DestructionStep[]> {
  const rows = await sql<{ step: DestructionStep }[]>`
    select step from archive.destruction_steps where batch = ${batch} and record = ${record}`
  return rows.map(({ step }) => step)
}

export async function addStep(
  sql: Sql | TransactionSql,
  { batch, record }: Named,
  step: DestructionStep,
  at: Date,
): Promise<void> {
  await sql`
    insert into archive.destruction_steps (batch, record, step, at)
    values (${batch}, ${record}, ${step}, ${at}) on conflict do nothing`
}

/** T23: it stays where it is, seen by everybody, and is tried again after a growing pause. */
export async function keepFailure(
  sql: Sql,
  { batch, record, person }: Claimed,
  problem: StepProblem,
  now: Date,
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await tx`select from archive.records where id = ${record} for update`
    const [failed] = await tx<{ failures: number }[]>`
      update archive.batch_items
      set failures = failures + 1, problem = ${problem},
        claimed_until = ${now}::timestamptz + least(${PAUSE_SECONDS} * power(2, least(failures, 20)),
          ${LONGEST_PAUSE_SECONDS}) * interval '1 second'
      where batch = ${batch} and record = ${record} and state <> 'over'
      returning failures`
    if (!failed) return
    const body = { batch, problem, failures: failed.failures }
    const about = { record, person, actor: 'system', at: now } as const
    await addArchiveEvent(tx, { ...about, name: 'destructionStepFailed', body })
  })
}
