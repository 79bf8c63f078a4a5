import { digestDay, TO_MEND } from '#domain/archive/digest.ts'
import type { PersonId } from '#domain/person.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'

const ZONES = ['WIB', 'WITA', 'WIT'] as const

/**
 * Puts a digest into the outbox for each of the next people who have unread notices that no mail told of
 * yet, if theirs of the day has not gone. Answers after whom to go on, undefined at the end. Several
 * processes may do so: who moves the day forward has it.
 */
export function queueDigests(
  sql: Sql,
  after: PersonId | undefined,
  now: Date,
  atOnce = 500,
): Promise<PersonId | undefined> {
  return inTransaction(sql, async (tx) => {
    const people = await tx<{ person: PersonId }[]>`
      select distinct person from archive.notices
      where read_at is null and mailed_at is null and (${after ?? null}::uuid is null or person > ${after ?? null})
      order by person limit ${atOnce}`
    const ids = people.map(({ person }) => person)
    if (ids.length > 0) await queueFor(tx, ids, now)
    return ids.length === atOnce ? ids.at(-1) : undefined
  })
}

async function queueFor(tx: TransactionSql, people: readonly PersonId[], now: Date): Promise<void> {
  const days = ZONES.flatMap((zone) => {
    const day = digestDay(now, zone)
    return day ? [{ zone, day: civilDateText(day) }] : []
  })
  await tx`
    with waiting as (
      select n.person, count(*)::int as notices,
        count(*) filter (where e.name = any(${[...TO_MEND]}::text[]))::int as to_mend
      from archive.notices n join archive.events e on e.id = n.event
      where n.person = any(${[...people]}::uuid[]) and n.read_at is null and n.mailed_at is null
      group by n.person),
    due as (
      select w.*, d.day from waiting w
      join people p on p.id = w.person
      join accounts a on a.person = w.person and a.state = 'active'
      join agencies g on g.id = p.agency
      join jsonb_to_recordset(${tx.json(days)}) as d (zone text, day date) on d.zone = g.zone),
    taken as (
      insert into archive.digests (person, last_on) select person, day from due order by person
      on conflict (person) do update set last_on = excluded.last_on where digests.last_on < excluded.last_on
      returning person),
    mailed as (
      update archive.notices n set mailed_at = ${now} from taken t
      where n.person = t.person and n.read_at is null and n.mailed_at is null)
    insert into outbox (kind, person, address, urgent, made_at, due_at, notices, to_mend)
    select 'archiveDigest', d.person, e.address, false, ${now}, ${now}, d.notices, d.to_mend
    from due d join taken t on t.person = d.person
    join email_addresses e on e.person = d.person and e.ended_at is null`
}
