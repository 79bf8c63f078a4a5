import type { Role } from '#domain/access/mandate.ts'
import type { ArchiveEvent } from '#domain/archive/archive-event.ts'
import type { RecordId } from '#domain/archive/record.ts'
import {
  NOTIFIED,
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

/** What somebody is told of without having asked, and of which record. */
export type ArchiveNotice = ToldEvent & { record: RecordId; type: string; slot: string }

/** Of all their records, the newest first. */
export async function listArchiveNotices(
  sql: Sql,
  person: PersonId,
  { since, atMost }: { since: Date; atMost: number },
): Promise<ArchiveNotice[]> {
  const rows = await sql<(Row & Pick<ArchiveNotice, 'record' | 'type' | 'slot'>)[]>`
    select ${toldColumns(sql)}, r.id as record, r.type, r.slot ${toldFrom(sql)}
    join archive.records r on r.id = e.record
    where e.person = ${person} and e.at >= ${since} and e.actor is distinct from e.person
      and e.name = any(${[...NOTIFIED]}::text[]) and ${isTold(sql)}
    order by e.at desc, e.n desc limit ${atMost}`
  return rows.map(({ record, type, slot, ...row }) => ({ ...toToldEvent(row), record, type, slot }))
}

function toldColumns(sql: Sql | TransactionSql) {
  return sql`e.name, e.at, e.body, e.actor, e.actor = e.person and e.hat is null as is_subject, m.role, a.name as actor_name`
}

function toldFrom(sql: Sql | TransactionSql) {
  return sql`
    from archive.events e
    left join mandates m on m.id = e.hat
    left join people a on a.id = e.actor`
}

function isTold(sql: Sql | TransactionSql) {
  return sql`e.body -> 'silent' is distinct from 'true'::jsonb`
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
