import type { AuditEvent } from '#domain/audit/event.ts'
import type { Upload, UploadId, UploadOrder, UploadRefused } from '#domain/import/upload.ts'
import { orderUpload } from '#domain/import/upload.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { filled, inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { addEvent } from '../events.ts'
import { isInOffice } from '../worn-hat.ts'

export type NewUpload = {
  id: UploadId
  name: string
  kind: string
  bytes: number
  sha256: string
  event: Omit<AuditEvent, 'happening'>
}

/** Whether one is not over yet, so that nobody sends another in vain. */
export async function isUploadUnderway(sql: Sql): Promise<boolean> {
  const found = await sql`
    select from import_uploads
    where state in ('waiting', 'reading', 'read', 'due', 'applying') limit 1`
  return found.length > 0
}

/** One at a time, as everywhere; `noLonger`: the role ended while the file was on its way. */
export function addUpload(
  sql: Sql,
  upload: NewUpload,
): Promise<Result<true, { kind: 'anotherWaits' | 'noLonger' }>> {
  const { id, name, kind, bytes, sha256, event } = upload
  return inTransaction(sql, async (tx) => {
    if (!(await mayStill(tx, event))) return no({ kind: 'noLonger' })
    const added = await tx`
      insert into import_uploads (id, name, kind, bytes, sha256, received_at, sent_by, sent_as, state)
      values (${id}, ${name}, ${kind}, ${bytes}, ${sha256}, ${event.at}, ${event.actor ?? null},
              ${event.hat ?? null}, 'waiting')
      on conflict ((true)) where state in ('waiting', 'reading', 'read', 'due', 'applying') do nothing`
    if (added.count === 0) return no({ kind: 'anotherWaits' })
    const happening = { kind: 'importReceived', upload: id, file: name, sha256 } as const
    await addEvent(tx, { ...event, happening })
    return ok(true)
  })
}

function mayStill(
  tx: TransactionSql,
  { actor, hat, at }: Omit<AuditEvent, 'happening'>,
): Promise<boolean> {
  return isInOffice(tx, { person: filled(actor ?? null), hat: filled(hat ?? null) }, at)
}

/** Newest first. */
export async function listUploads(sql: Sql): Promise<Upload[]> {
  const rows = await sql<UploadRow[]>`
    ${selected(sql)} order by u.received_at desc, u.id limit 20`
  return rows.map(toUpload)
}

export async function findUpload(sql: Sql, id: UploadId): Promise<Upload | undefined> {
  const [row] = await sql<UploadRow[]>`${selected(sql)} where u.id = ${id}`
  return row && toUpload(row)
}

/** Locks the upload, lets the decision judge it and keeps a yes, with the event that tells whose it was. */
export function changeUpload(
  sql: Sql,
  id: UploadId,
  order: UploadOrder,
  event: Omit<AuditEvent, 'happening'>,
): Promise<Result<Upload['state'], UploadRefused | 'noSuchUpload' | 'noLonger'>> {
  return inTransaction(sql, async (tx) => {
    const [found] = await tx<Pick<Upload, 'state'>[]>`
      select state from import_uploads where id = ${id} for update`
    if (!found) return no('noSuchUpload')
    if (!(await mayStill(tx, event))) return no('noLonger')
    const state = orderUpload(found, order)
    if (!state.ok) return state
    await keepOrder(tx, id, state.value, event)
    await addEvent(tx, { ...event, happening: { kind: 'importOrdered', upload: id, order } })
    return ok(state.value)
  })
}

async function keepOrder(
  tx: TransactionSql,
  id: UploadId,
  state: 'due' | 'read' | 'discarded',
  { at, actor, hat }: Omit<AuditEvent, 'happening'>,
): Promise<void> {
  if (state === 'due')
    await tx`
      update import_uploads set state = ${state}, applied_by = ${actor ?? null}, applied_as = ${hat ?? null}
      where id = ${id}`
  else
    await tx`
      update import_uploads set state = ${state},
        ended_at = ${state === 'discarded' ? at : null} where id = ${id}`
}

function selected(sql: Sql) {
  return sql`
    select u.*, s.name as sent_by_name, a.name as applied_by_name
    from import_uploads u join people s on s.id = u.sent_by left join people a on a.id = u.applied_by`
}

type UploadRow = {
  id: UploadId
  name: string
  bytes: number
  sha256: string
  receivedAt: Date
  sentBy: Upload['from']['person']
  sentAs: Upload['from']['hat']
  sentByName: string
  appliedBy: Upload['from']['person'] | null
  appliedAs: Upload['from']['hat'] | null
  appliedByName: string | null
  state: Upload['state']
  run: string | null
  problem: Extract<Upload, { state: 'unreadable' }>['problem'] | null
  taken: Extract<Upload, { state: 'applied' }>['taken'] | null
  done: number
  total: number
}

function toUpload(row: UploadRow): Upload {
  const { id, name, bytes, sha256, receivedAt, done, total } = row
  const from = { person: row.sentBy, hat: row.sentAs, name: row.sentByName }
  const file = { id, name, bytes, sha256, receivedAt, from }
  const progress = { done, total }
  switch (row.state) {
    case 'waiting':
    case 'discarded':
      return { ...file, state: row.state }
    case 'reading':
      return { ...file, state: row.state, progress }
    case 'unreadable':
      return { ...file, state: row.state, problem: filled(row.problem) }
    case 'read':
      return { ...file, state: row.state, run: filled(row.run) }
    case 'due':
    case 'applying':
      return { ...file, state: row.state, run: filled(row.run), progress, by: appliedBy(row) }
    case 'applied':
      return {
        ...file,
        state: row.state,
        run: filled(row.run),
        taken: filled(row.taken),
        by: appliedBy(row),
      }
  }
}

function appliedBy({ appliedBy: person, appliedAs: hat, appliedByName: name }: UploadRow) {
  return { person: filled(person), hat: filled(hat), name: filled(name) }
}
