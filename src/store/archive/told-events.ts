import type { Role } from '#domain/access/mandate.ts'
import type { ArchiveEvent } from '#domain/archive/archive-event.ts'
import type { RecordId } from '#domain/archive/record.ts'
import {
  type EventId,
  TOLD,
  type ToldActor,
  type ToldEvent,
  type ToldName,
} from '#domain/archive/told-event.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'

/** Of one record that whoever asks may see, the newest first; of silent holds nothing. */
export async function listToldEvents(
  sql: Sql | TransactionSql,
  record: RecordId,
  atMost: number,
): Promise<ToldEvent[]> {
  const rows = await sql<Row[]>`
    select ${toldColumns(sql)} ${toldFrom(sql)}
    where e.record = ${record} and e.name = any(${[...TOLD]}::text[]) and ${isTold(sql)}
    order by e.n desc limit ${atMost}`
  return rows.map(toToldEvent)
}

/**
 * What somebody is told of without having asked, and of which record, or of all. `isUnread`: it has not
 * been on a page before them.
 */
export type ArchiveNotice = ToldEvent & {
  event: EventId
  record: { id: RecordId; type: string; slot: string } | undefined
  isUnread: boolean
}

/** `since`, and before another one of theirs. */
export type NoticeSpan = { since: Date; before?: EventId | undefined; atMost: number }

/** The newest first; which events are told the database knows by itself (archive.is_notice). */
export async function listArchiveNotices(
  sql: Sql,
  person: PersonId,
  { since, before, atMost }: NoticeSpan,
): Promise<ArchiveNotice[]> {
  const rows = await sql<NoticeRow[]>`
    select ${toldColumns(sql)}, e.id as event, n.read_at is null as is_unread, r.id as record, r.type, r.slot
    ${toldFrom(sql)}
    join archive.notices n on n.event = e.id
    left join archive.records r on r.id = e.record
    where n.person = ${person} and n.at >= ${since} and (${before ?? null}::uuid is null
      or (n.at, n.event) < (select at, event from archive.notices where event = ${before ?? null} and person = ${person}))
    order by n.at desc, n.event desc limit ${atMost}`
  return rows.map(({ event, isUnread, record, type, slot, ...row }) => ({
    ...toToldEvent(row),
    event,
    isUnread,
    record: record ? { id: record, type: type ?? '', slot: slot ?? '' } : undefined,
  }))
}

type NoticeRow = Row & {
  event: EventId
  isUnread: boolean
  record: RecordId | null
  type: string | null
  slot: string | null
}

function toldColumns(sql: Sql | TransactionSql) {
  return sql`e.name, e.at, e.body, a.id as actor, a.id = e.person and e.hat is null as is_subject,
    case when a.id is not null then m.role end as role, a.name as actor_name`
}

/**
 * Who took it from a list for a hold is told by nobody but the hold itself: a legal officer's name at it
 * would tell of a silent one.
 */
function toldFrom(sql: Sql | TransactionSql) {
  return sql`
    from archive.events e
    left join mandates m on m.id = e.hat
    left join people a on a.id = e.actor and e.body ->> 'because' is distinct from 'held'`
}

/** Neither a silent hold nor what came of it: that a list lost a record for one tells of it as well. */
function isTold(sql: Sql | TransactionSql) {
  return sql`e.body -> 'silent' is distinct from 'true'::jsonb and not exists (
    select from archive.holds h where h.id = (e.body ->> 'hold')::uuid and h.silent)`
}

type Row = {
  name: ToldName
  at: Date
  body: ArchiveEvent['body']
  actor: PersonId | null
  isSubject: boolean | null
  role: Role | null
  actorName: string | null
}

function toToldEvent({ name, at, body, ...by }: Row): ToldEvent {
  const no = typeof body['no'] === 'number' ? body['no'] : undefined
  return { name, at, body, no, by: toActor(by) }
}

function toActor({
  actor,
  isSubject,
  role,
  actorName,
}: Omit<Row, 'name' | 'at' | 'body'>): ToldActor {
  if (actor === null) return { kind: 'system' }
  if (isSubject) return { kind: 'subject' }
  return { kind: 'officer', role: role ?? undefined, name: actorName ?? undefined }
}
