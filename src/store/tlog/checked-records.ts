import type { FoundRecord } from '#domain/archive/rebuild/compare-record.ts'
import type { Told } from '#domain/archive/rebuild/told.ts'
import type { Sql } from '../database.ts'

/** `found`: missing where its row is gone. */
export type CheckedRecord = {
  id: string
  persons: readonly string[]
  found: FoundRecord | undefined
  told: readonly Told[]
}

/** Those whose last event has its leaf between two places; what was told later is looked at later. */
export async function listRecordsTold(sql: Sql, from: number, to: number): Promise<string[]> {
  const rows = await sql<{ record: string }[]>`
    select e.record from archive.log_leaves l join archive.events e on e.id = l.event
    where l.index >= ${from} and l.index < ${to} and e.record is not null
      and not exists (select from archive.events later where later.record = e.record and later.n > e.n)
    order by e.record`
  return rows.map(({ record }) => record)
}

/** All records there are, or that are told of, in the order of their ids. */
export async function listRecordsAfter(sql: Sql, after: string, atMost: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from (
      (select id from archive.records where id > ${after} order by id limit ${atMost})
      union
      (select distinct record from archive.events where record > ${after} order by record limit ${atMost})
    ) known order by id limit ${atMost}`
  return rows.map(({ id }) => id)
}

/** Rows and events as they were at one and the same moment, which one statement sees. */
export async function readCheckedRecords(
  sql: Sql,
  ids: readonly string[],
): Promise<CheckedRecord[]> {
  const rows = await sql<Row[]>`
    select asked.id, r.id is not null as is_there, r.person, r.agency, r.type, r.stage, r.next_n, r.next_no, r.held,
      case when r.id is not null then archive.is_held(r.id) end as is_held,
      archive.utc_text(r.destroyed_at, ${MOMENT}) as destroyed_at,
      coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'no', v.no, 'agency', v.agency, 'status', v.status,
          'bytes', v.bytes, 'uploadedBy', v.uploaded_by, 'uploadedAs', v.uploaded_as,
          'receivedAt', archive.utc_text(v.received_at, ${MOMENT}), 'verifiedBy', v.verified_by,
          'verifiedAs', v.verified_as, 'verifiedAt', archive.utc_text(v.verified_at, ${MOMENT}),
          'supersededAt', archive.utc_text(v.superseded_at, ${MOMENT}), 'isKeyGone', v.key_gone_at is not null,
          'metadata', archive.metadata_digest(v)) order by v.no)
        from archive.versions v where v.record = asked.id), '[]') as versions,
      coalesce((select jsonb_agg(jsonb_build_object('n', e.n, 'name', e.name, 'at', archive.utc_text(e.at, ${MOMENT}),
          'actor', e.actor, 'hat', e.hat, 'body', e.body) order by e.n)
        from archive.events e where e.record = asked.id), '[]') as told,
      array(select distinct e.person::text from archive.events e where e.record = asked.id and e.person is not null)
        as persons
    from unnest(${[...ids]}::uuid[]) as asked (id) left join archive.records r on r.id = asked.id order by asked.id`
  return rows.map(({ id, told, persons, isThere, person, ...found }) => ({
    id,
    told,
    persons: person === null ? persons : [...new Set([...persons, person])],
    found: isThere ? found : undefined,
  }))
}

/** Of a moment, all that PostgreSQL keeps. */
const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'

type Row = FoundRecord & {
  id: string
  isThere: boolean
  person: string | null
  persons: string[]
  told: Told[]
}
