import type { MandateId } from '#domain/access/mandate.ts'
import type { BulkProblem, FoundOwner, PlannedFile } from '#domain/archive/bulk-plan.ts'
import { slotsOf } from '#domain/archive/slot.ts'
import type { StartRefused } from '#domain/archive/start-upload.ts'
import type { ReceiveRefusal } from '#domain/archive/upload.ts'
import type { VersionId, VersionStatus } from '#domain/archive/version.ts'
import type { Brand } from '#domain/brand.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql } from '../database.ts'
import type { OfficeAct } from '../worn-hat.ts'
import { listCareers } from './careers.ts'
import { lockActor } from './lock-actor.ts'
import { listTypesFor } from './record-types.ts'

export type BatchId = Brand<string, 'BatchId'>

/** A batch is its officer's, in the hat it was made with. */
export type BatchKey = { id: BatchId; sentBy: PersonId; sentAs: MandateId }

/** What became of a file of it. */
export type BatchFile = {
  n: number
  name: string
  bytes: number
  person: PersonId | null
  type: string | null
  slot: string | null
  problem: BulkProblem | null
  /** Why it could not begin, when it was sent. */
  refused: StartRefused['kind'] | null
  upload: VersionId | null
  refusal: ReceiveRefusal | null
  status: VersionStatus | null
}

export type UploadBatch = { id: BatchId; madeAt: Date; expiresAt: Date; files: BatchFile[] }

const DAYS = 7 * 24 * 3600_000

/** What is expected of those people, by the number each was found by. */
export async function listOwners(
  sql: Sql,
  people: ReadonlyMap<string, PersonId>,
  hat: MandateId,
): Promise<Map<string, FoundOwner>> {
  const types = await listTypesFor(sql, hat)
  const careers = await listCareers(sql, [...new Set(people.values())], false)
  const slots = new Map(careers.map(({ person, career }) => [person, slotsOf(types, career)]))
  return new Map(
    [...people].map(([number, person]) => [number, { person, slots: slots.get(person) ?? [] }]),
  )
}

/** The one act of an officer that all files of it are begun by; false: the hat is worn no more. */
export function addUploadBatch(
  sql: Sql,
  id: BatchId,
  act: OfficeAct,
  files: readonly PlannedFile[],
): Promise<boolean> {
  const { at, actor } = act.event
  return inTransaction(sql, async (tx) => {
    if (!(await lockActor(tx, act))) return false
    await tx`
      insert into archive.upload_batches (id, sent_by, sent_as, made_at, expires_at)
      values (${id}, ${actor}, ${act.hat.id}, ${at}, ${new Date(at.getTime() + DAYS)})`
    await tx`
      insert into archive.upload_batch_files (batch, n, name, bytes, person, type, slot, problem)
      select ${id}, n, name, bytes, person, type, slot, problem
      from jsonb_to_recordset(${tx.json(files as never)})
        as f (n int, name text, bytes bigint, person uuid, type text, slot text, problem text)`
    return true
  })
}

export async function findUploadBatch(
  sql: Sql,
  { id, sentBy, sentAs }: BatchKey,
  now: Date,
): Promise<UploadBatch | undefined> {
  const [batch] = await sql<Omit<UploadBatch, 'files'>[]>`
    select id, made_at, expires_at from archive.upload_batches
    where id = ${id} and sent_by = ${sentBy} and sent_as = ${sentAs} and expires_at > ${now}`
  if (!batch) return undefined
  const files = await sql<BatchFile[]>`
    select f.n, f.name, f.bytes, f.person, f.type, f.slot, f.problem, f.refused, f.upload, u.refusal, v.status
    from archive.upload_batch_files f left join archive.uploads u on u.id = f.upload
    left join archive.versions v on v.id = f.upload
    where f.batch = ${id} order by f.n`
  return { ...batch, files }
}

/** Which upload a file of it became, or why none; what came to nothing may be begun again. */
export async function setBatchOutcome(
  sql: Sql,
  id: BatchId,
  n: number,
  outcome: { upload: VersionId } | { refused: StartRefused['kind'] },
): Promise<void> {
  const [upload, refused] = 'upload' in outcome ? [outcome.upload, null] : [null, outcome.refused]
  await sql`
    update archive.upload_batch_files set upload = coalesce(${upload}, upload), refused = ${refused}
    where batch = ${id} and n = ${n}`
}

export async function deleteOldBatches(sql: Sql, now: Date): Promise<void> {
  await sql`delete from archive.upload_batches where expires_at <= ${now}`
}
