import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Acting, Batch, BatchId, BatchState } from '#domain/archive/destruction/batch.ts'
import type { Signature } from '#domain/archive/destruction/manifest.ts'
import type { PaperKind } from '#domain/archive/destruction/paper.ts'
import { type Party, SEATS, type Seat } from '#domain/archive/destruction/seat.ts'
import type { PersonId } from '#domain/person.ts'
import { no, type Result } from '#domain/result.ts'
import { filled, inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import type { OfficeAct } from '../../worn-hat.ts'
import { passGate } from '../gate.ts'

/** A batch is of one agency; another's does not exist. */
export type BatchKey = { agency: AgencyId; id: BatchId }

export type NoBatch = { kind: 'noSuchBatch' } | { kind: 'noLonger' }

type Decide<Answer, Refused> = (
  tx: TransactionSql,
  batch: Batch,
  by: Acting,
) => Promise<Result<Answer, Refused>>

/**
 * Behind the gate, so that no hold is placed meanwhile: the account of whoever acts, then the batch,
 * then its records are locked. Whoever no longer wears the hat does nothing.
 */
export function inBatch<Answer, Refused>(
  sql: Sql,
  act: OfficeAct,
  id: BatchId,
  decide: Decide<Answer, Refused>,
): Promise<Result<Answer, Refused | NoBatch>> {
  return inTransaction(sql, async (tx) => {
    await passGate(tx)
    const by = await lockActing(tx, act)
    if (!by) return no({ kind: 'noLonger' })
    const { agency, unit } = act.hat
    const batch = agency && !unit && (await lockBatch(tx, { agency, id }))
    return batch ? decide(tx, batch, by) : no({ kind: 'noSuchBatch' })
  })
}

/** With the second factor of this session; undefined where the hat is worn no more. */
export async function lockActing(
  tx: TransactionSql,
  { session, hat, event }: OfficeAct,
): Promise<Acting | undefined> {
  const { actor, at } = event
  await tx`select archive.lock_account(${actor})`
  const [worn] = await tx<{ provenAt: Date | null }[]>`
    select hat_proven_at(${session}, ${actor}, ${hat.id}, ${at}) as proven_at`
  const { id, role } = hat
  return worn?.provenAt ? { person: actor, hat: id, role, provenAt: worn.provenAt } : undefined
}

export async function lockBatch(
  tx: TransactionSql,
  { agency, id }: BatchKey,
): Promise<Batch | undefined> {
  const found = await tx`
    select from archive.batches where id = ${id} and agency = ${agency} for update`
  return found.length > 0 ? readBatch(tx, { agency, id }) : undefined
}

/** As it stands, without a lock. */
export async function readBatch(
  sql: Sql | TransactionSql,
  { agency, id }: BatchKey,
): Promise<Batch | undefined> {
  const [row] = await sql<BatchRow[]>`
    select b.id, b.agency, b.state, b.since, b.wait_until, b.executor, m.n, m.base, m.sha256
    from archive.batches b join archive.manifests m on m.batch = b.id and m.n = b.manifest
    where b.id = ${id} and b.agency = ${agency}`
  if (!row) return undefined
  const parties = await sql<Party[]>`
    select person, hat, seat from archive.batch_parties where batch = ${id}
    order by array_position(${[...SEATS]}::text[], seat::text), taken_at, person`
  const signatures = await sql<Signature[]>`
    select person, manifest, signed_at as at, second_factor_at as proven_at
    from archive.batch_signatures where batch = ${id} order by signed_at`
  const papers = await sql<{ kind: PaperKind; isFiled: boolean }[]>`
    select kind, file is not null as is_filed from archive.papers where batch = ${id}`
  return toBatch(row, {
    parties,
    signatures,
    papers: papers.map(({ kind }) => kind),
    filed: papers.filter(({ isFiled }) => isFiled).map(({ kind }) => kind),
  })
}

/** Seats and signatures first: the trigger of the state looks at them. */
export async function keepBatch(tx: TransactionSql, batch: Batch): Promise<void> {
  const { id, state, since } = batch
  await keepParties(tx, batch)
  await keepSignatures(tx, batch)
  const at = (when: BatchState) => (state === when ? since : null)
  const executor = 'executor' in batch ? batch.executor : undefined
  const seat = batch.parties.find(({ person }) => person === executor)?.seat
  await tx`
    update archive.batches
    set state = ${state}, since = ${since}, approved_at = coalesce(approved_at, ${at('waiting')}),
      wait_until = coalesce(wait_until, ${'waitUntil' in batch ? batch.waitUntil : null}),
      started_at = coalesce(started_at, ${at('destroying')}), executor = ${executor ?? null},
      executor_seat = ${seat ?? null}, closed_at = ${at('closed')}
    where id = ${id}`
}

async function keepParties(tx: TransactionSql, { id, parties, since }: Batch): Promise<void> {
  await tx`
    delete from archive.batch_parties
    where batch = ${id} and person <> all(${parties.map(({ person }) => person)}::uuid[])`
  for (const { person, hat, seat } of parties)
    await tx`
      insert into archive.batch_parties (batch, person, seat, hat, taken_at)
      values (${id}, ${person}, ${seat}, ${hat}, ${since}) on conflict (batch, person) do nothing`
}

async function keepSignatures(tx: TransactionSql, { id, signatures }: Batch): Promise<void> {
  for (const { person, manifest, at, provenAt } of signatures)
    await tx`
      insert into archive.batch_signatures (batch, person, manifest, signed_at, second_factor_at)
      values (${id}, ${person}, ${manifest}, ${at}, ${provenAt})
      on conflict (batch, person, manifest) do update
      set signed_at = excluded.signed_at, second_factor_at = excluded.second_factor_at`
}

type BatchRow = {
  id: BatchId
  agency: AgencyId
  state: BatchState
  since: Date
  waitUntil: Date | null
  executor: PersonId | null
  n: number
  base: number
  sha256: string
}

type Around = {
  parties: readonly { person: PersonId; hat: MandateId; seat: Seat }[]
  signatures: readonly Signature[]
  papers: readonly PaperKind[]
  filed: readonly PaperKind[]
}

function toBatch(row: BatchRow, around: Around): Batch {
  const { id, agency, since, n, base, sha256 } = row
  const drawnUp = { id, agency, since, manifest: { n, base, sha256 }, ...around }
  switch (row.state) {
    case 'appraising':
    case 'proposed':
      return { ...drawnUp, state: row.state }
    case 'waiting':
      return { ...drawnUp, state: row.state, waitUntil: filled(row.waitUntil) }
    case 'destroying':
      return { ...drawnUp, state: row.state, executor: filled(row.executor) }
    case 'closed':
      return { ...drawnUp, state: row.state, executor: row.executor ?? undefined }
  }
}
