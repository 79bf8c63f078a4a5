import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Sql } from '../../database.ts'

/** An event that the keyring's side knows of and the main tables do not. */
export type LostEvent = { event: string; n: number; name: string; at: Date }
export type GoneKey = { version: VersionId; destroyed: boolean; at: Date }

/** What of one record lies beyond the restored tables. */
export type Beyond = {
  record: RecordId
  events: LostEvent[]
  gone: GoneKey[]
  isDestroyed: boolean
}

const AT_ONCE = 500
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** Piece by piece in the order of the records' ids; one that lacks nothing is left out. */
export async function* listBeyond(sql: Sql): AsyncIterable<Beyond> {
  for (let after = BEFORE_ALL; ; ) {
    const rows = await sql<{ record: RecordId }[]>`
      select record from (
        (select distinct record from keyring.journal where record > ${after} order by record limit ${AT_ONCE})
        union
        (select distinct record from keyring.gone where record > ${after} order by record limit ${AT_ONCE})
      ) known order by record limit ${AT_ONCE}`
    const records = rows.map(({ record }) => record)
    yield* await beyondOf(sql, records)
    const last = records.at(-1)
    if (!last) return
    after = last
  }
}

async function beyondOf(sql: Sql, records: readonly RecordId[]): Promise<Beyond[]> {
  const events = await lostEvents(sql, records)
  const gone = await sql<(GoneKey & { record: RecordId })[]>`
    select version, record, destroyed, at from keyring.gone where record = any(${[...records]}::uuid[])`
  const unaware = await versionsWithKeys(sql, gone)
  return records.flatMap((record) => {
    const of = {
      record,
      events: events.filter((one) => one.record === record),
      gone: gone.filter((one) => one.record === record && unaware.has(one.version)),
      isDestroyed: gone.some((one) => one.record === record && one.destroyed),
    }
    return of.events.length + of.gone.length > 0 ? [of] : []
  })
}

async function lostEvents(sql: Sql, records: readonly RecordId[]) {
  const known = await sql<(LostEvent & { record: RecordId })[]>`
    select event, record, n, name, at from keyring.journal
    where record = any(${[...records]}::uuid[]) order by record, n`
  const rows = await sql<{ id: string }[]>`
    select id from archive.events where id = any(${known.map(({ event }) => event)}::uuid[])`
  const there = new Set(rows.map(({ id }) => id))
  return known.filter(({ event }) => !there.has(event))
}

/** Of those whose keys are gone, the ones that the main tables believe to have one. */
async function versionsWithKeys(sql: Sql, gone: readonly GoneKey[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select id from archive.versions
    where id = any(${gone.map(({ version }) => version)}::uuid[]) and key_gone_at is null`
  return new Set(rows.map(({ id }) => id))
}
