import type { HistorySource } from '#domain/archive/history.ts'
import type { Stage } from '#domain/archive/record.ts'
import type { Career } from '#domain/archive/slot.ts'
import {
  AHEAD_COUNTED,
  type SlotRecord,
  type SlotState,
  slotStateOf,
} from '#domain/archive/slot-state.ts'
import type { Returned, VersionStatus } from '#domain/archive/version.ts'
import { type Nip, parseNip } from '#domain/nip.ts'
import type { PersonId, PersonKind } from '#domain/person.ts'
import { parseCivilDate } from '#domain/zone-day.ts'
import type { Sql, TransactionSql } from '../database.ts'

/** What completeness is counted from. */
export type KnownCareer = {
  person: PersonId
  career: Career
  stateOf: (type: string, slot: string) => SlotState | undefined
}

/** `withQueue`: also how many wait before each version, which costs a look into the queue. */
export async function listCareers(
  sql: Sql | TransactionSql,
  people: readonly PersonId[],
  withQueue: boolean,
): Promise<KnownCareer[]> {
  const rows = await sql<CareerRow[]>`
    select p.id as person, p.kind, p.number as nip,
      (select coalesce(json_agg(json_build_object('type', h.type, 'key', h.key, 'label', h.label,
          'onDate', h.on_date, 'source', h.source) order by h.on_date nulls last, h.key), '[]')
        from archive.history h where h.person = p.id) as history,
      (select coalesce(json_agg(json_build_object('type', r.type, 'slot', r.slot, 'stage', r.stage,
          'versions', (${versions(sql, withQueue)}))), '[]')
        from archive.records r where r.person = p.id) as records
    from people p where p.id = any(${[...people]}::uuid[])`
  return rows.map(toCareer)
}

function versions(sql: Sql | TransactionSql, withQueue: boolean) {
  return sql`
    select coalesce(json_agg(json_build_object('status', v.status, 'since', v.status_since,
        'submittedAt', v.submitted_at, 'returned', v.returned_for, 'ahead', ${withQueue ? ahead(sql) : null}::int)
      order by v.no), '[]')
    from archive.versions v where v.record = r.id`
}

/** In the agency's queue, by waiting time. */
function ahead(sql: Sql | TransactionSql) {
  return sql`(
    select count(*) from (
      select from archive.versions q
      where q.agency = v.agency and q.status = 'awaitingVerification' and v.status = 'awaitingVerification'
        and (q.submitted_at, q.id) < (v.submitted_at, v.id)
      limit ${AHEAD_COUNTED + 1}) before)`
}

type CareerRow = {
  person: PersonId
  kind: PersonKind
  nip: string | null
  history: {
    type: string
    key: string
    label: string
    onDate: string | null
    source: HistorySource
  }[]
  records: { type: string; slot: string; stage: Stage; versions: VersionJson[] }[]
}

type VersionJson = {
  status: VersionStatus
  since: string
  submittedAt: string | null
  returned: Returned | null
  ahead: number | null
}

function toCareer({ person, kind, nip, history, records }: CareerRow): KnownCareer {
  const rows = history.map(({ onDate, ...row }) => ({
    ...row,
    onDate: onDate === null ? undefined : parseCivilDate(onDate),
  }))
  const bySlot = Map.groupBy(records, ({ type, slot }) => `${type}/${slot}`)
  return {
    person,
    career: { kind, nip: numberOf(nip), history: rows },
    stateOf: (type, slot) => slotStateOf((bySlot.get(`${type}/${slot}`) ?? []).map(toSlotRecord)),
  }
}

function numberOf(nip: string | null): Nip | undefined {
  const read = parseNip(nip ?? '')
  return read.ok ? read.value : undefined
}

function toSlotRecord({ stage, versions }: CareerRow['records'][number]): SlotRecord {
  return {
    stage,
    versions: versions.map(({ status, since, submittedAt, returned, ahead }) => ({
      status,
      since: new Date(since),
      submittedAt: submittedAt === null ? undefined : new Date(submittedAt),
      returned: returned ?? undefined,
      ahead: ahead ?? undefined,
    })),
  }
}
