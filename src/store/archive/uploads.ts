import type { MandateId } from '#domain/access/mandate.ts'
import type { Metadata } from '#domain/archive/metadata.ts'
import { type StartRefused, startUpload } from '#domain/archive/start-upload.ts'
import {
  type Begun,
  MOST_A_DAY,
  type ReceiveRefusal,
  type Upload,
  type UploadForm,
} from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { ok, type Result } from '#domain/result.ts'
import { filled, inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { findTypeFor } from './record-types.ts'
import { findTwin } from './twins.ts'
import { findUploadFacts } from './upload-facts.ts'

/** Whose upload an address may name: of the one who sends it, in that hat or in none. */
export type UploadKey = { id: VersionId; sentBy: PersonId; sentAs: MandateId | undefined }

/** T1. `twinTag`: of the file that is to come, where its hash is known already. */
export function addUpload(
  sql: Sql,
  begun: Begun,
  twinTag: Buffer | undefined,
): Promise<Result<Begun, StartRefused>> {
  return inTransaction(sql, async (tx) => {
    await tx`select from accounts where person = ${begun.sentBy} for update`
    const facts = await findUploadFacts(tx, begun, begun.startedAt)
    const twin = twinTag && (await findTwin(tx, begun.person, twinTag, { hat: begun.sentAs }))
    const type = await findTypeFor(tx, begun.type, begun.sentAs)
    const { form, bytes } = begun
    const open = await countOpen(tx, begun.sentBy, begun.startedAt)
    const today = await countToday(tx, begun)
    const started = startUpload({ ...facts, type, form, bytes, open, today, twin })
    if (!started.ok) return started
    await insert(tx, begun)
    return ok(begun)
  })
}

async function countOpen(tx: TransactionSql, sentBy: PersonId, now: Date): Promise<number> {
  const rows = await tx`
    select from archive.uploads
    where sent_by = ${sentBy} and state in ('arriving', 'arrived') and expires_at > ${now}`
  return rows.length
}

/** Of one archive, by whomever; what was given up left nothing and does not count. */
async function countToday(tx: TransactionSql, { person, startedAt }: Begun): Promise<number> {
  const rows = await tx`
    select from archive.uploads
    where person = ${person} and started_at > ${startedAt}::timestamptz - interval '1 day' limit ${MOST_A_DAY}`
  return rows.length
}

async function insert(tx: TransactionSql, begun: Begun): Promise<void> {
  const { id, person, sentBy, sentAs, type, slot, form, metadata, bytes, startedAt, expiresAt } =
    begun
  await tx`
    insert into archive.uploads (id, person, sent_by, sent_as, type, slot, form, metadata, bytes, started_at, expires_at)
    values (${id}, ${person}, ${sentBy}, ${sentAs ?? null}, ${type}, ${slot}, ${form}, ${tx.json(metadata)},
            ${bytes}, ${startedAt}, ${expiresAt})`
}

/** Nobody else's, and none that is over: outside it does not exist. */
export async function findOwnUpload(
  sql: Sql,
  { id, sentBy, sentAs }: UploadKey,
  now: Date,
): Promise<Upload | undefined> {
  const [row] = await sql<UploadRow[]>`
    select ${uploadColumns(sql)} from archive.uploads u
    where u.id = ${id} and u.sent_by = ${sentBy} and u.sent_as is not distinct from ${sentAs ?? null}
      and u.expires_at > ${now}`
  return row && toUpload(row)
}

/** Whoever's it is: for what works on it by itself. */
export async function findUpload(sql: Sql, id: VersionId): Promise<Upload | undefined> {
  const [row] = await sql<UploadRow[]>`
    select ${uploadColumns(sql)} from archive.uploads u where u.id = ${id}`
  return row && toUpload(row)
}

/** Those that can be gone on with, on whatever device; the newest first. */
export async function listOpenUploads(
  sql: Sql,
  { sentBy, sentAs }: Omit<UploadKey, 'id'>,
  now: Date,
): Promise<Upload[]> {
  const rows = await sql<UploadRow[]>`
    select ${uploadColumns(sql)} from archive.uploads u
    where u.sent_by = ${sentBy} and u.sent_as is not distinct from ${sentAs ?? null}
      and u.state in ('arriving', 'arrived') and u.expires_at > ${now}
    order by u.started_at desc`
  return rows.map(toUpload)
}

/** For whoever finishes it; undefined too while another is at it. */
export async function lockUpload(tx: TransactionSql, id: VersionId): Promise<Upload | undefined> {
  const [row] = await tx<UploadRow[]>`
    select ${uploadColumns(tx)} from archive.uploads u where u.id = ${id} for update skip locked`
  return row && toUpload(row)
}

/** All of its bytes are here: from now on it is finished with or without whoever sent it. */
export async function setArrived(sql: Sql, id: VersionId): Promise<void> {
  await sql`
    update archive.uploads set state = 'arrived' where id = ${id} and state = 'arriving'`
}

export async function setReceived(tx: TransactionSql, id: VersionId): Promise<void> {
  await tx`update archive.uploads set state = 'received', metadata = '{}' where id = ${id}`
}

export async function setRefused(
  tx: Sql | TransactionSql,
  id: VersionId,
  refusal: ReceiveRefusal,
): Promise<void> {
  await tx`
    update archive.uploads set state = 'refused', refusal = ${tx.json(refusal)}, metadata = '{}'
    where id = ${id} and state in ('arriving', 'arrived')`
}

/** What its owner gives up; what was received is a version by now, and is withdrawn. */
export async function deleteUpload(sql: Sql, { id, sentBy, sentAs }: UploadKey): Promise<boolean> {
  const gone = await sql`
    delete from archive.uploads
    where id = ${id} and sent_by = ${sentBy} and sent_as is not distinct from ${sentAs ?? null}
      and state in ('arriving', 'arrived', 'refused')`
  return gone.count === 1
}

/** Whose bytes are all there, the oldest first. */
export async function listArrived(sql: Sql): Promise<VersionId[]> {
  const rows = await sql<{ id: VersionId }[]>`
    select id from archive.uploads where state = 'arrived' order by started_at limit 100`
  return rows.map(({ id }) => id)
}

/** For whoever compares them with the files that are there. */
export async function listArriving(sql: Sql): Promise<Pick<Begun, 'id' | 'bytes'>[]> {
  return await sql<Pick<Begun, 'id' | 'bytes'>[]>`
    select id, bytes from archive.uploads where state = 'arriving'`
}

export async function deleteOldUploads(sql: Sql, now: Date): Promise<void> {
  await sql`delete from archive.uploads where expires_at <= ${now}`
}

/** Of these, whose bytes are still wanted. */
export async function listWanted(
  sql: Sql,
  ids: readonly VersionId[],
): Promise<ReadonlySet<VersionId>> {
  const rows = await sql<{ id: VersionId }[]>`
    select id from archive.uploads
    where id = any(${[...ids]}::uuid[]) and state in ('arriving', 'arrived')`
  return new Set(rows.map(({ id }) => id))
}

function uploadColumns(sql: Sql | TransactionSql) {
  return sql`u.id, u.person, u.sent_by, u.sent_as, u.type, u.slot, u.form, u.metadata, u.bytes, u.state, u.refusal,
    u.started_at, u.expires_at`
}

type UploadRow = {
  id: VersionId
  person: PersonId
  sentBy: PersonId
  sentAs: MandateId | null
  type: string
  slot: string
  form: UploadForm
  metadata: Metadata
  bytes: number
  state: Upload['state']
  refusal: ReceiveRefusal | null
  startedAt: Date
  expiresAt: Date
}

function toUpload({ state, refusal, sentAs, ...row }: UploadRow): Upload {
  const begun = { ...row, sentAs: sentAs ?? undefined }
  return state === 'refused' ? { ...begun, state, refusal: filled(refusal) } : { ...begun, state }
}
