import type { MandateId } from '#domain/access/mandate.ts'
import { WARNING_DAYS } from '#domain/access/mandate-term.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'

/**
 * Once for each: the row that says so, the event and its mails stand all or none, so that neither a
 * second process nor a killed one tells twice. Whoever was given a role for less is told the nearer.
 */
export async function warnOfEndingRoles(sql: Sql, now: Date): Promise<number> {
  let told = 0
  for (const days of WARNING_DAYS) while (await warnOne(sql, days, now)) told += 1
  return told
}

function warnOne(sql: Sql, days: number, now: Date): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const [due] = await tx<{ id: MandateId }[]>`
      select m.id from mandates m
      where m.valid_from <= ${now} and m.valid_to > ${now}
        and m.valid_to <= ${now}::timestamptz + ${days} * interval '1 day'
        and m.valid_to - m.valid_from > ${days} * interval '1 day'
        and not exists (select from mandate_warnings w where w.mandate = m.id and w.days <= ${days})
      order by m.valid_to limit 1`
    if (!due) return false
    await tx`select pg_advisory_xact_lock(hashtextextended('warning ' || ${due.id}, 0))`
    const [event] = await tx<{ event: number }[]>`
      with told as (
        insert into events (at, kind, person, actor, browser, network, detail)
        select ${now}, 'mandateEnding', m.person, null, 'asn', '-',
          jsonb_build_object('role', m.role, 'mandate', m.id, 'until', m.valid_to)
        from mandates m where m.id = ${due.id}
          and not exists (select from mandate_warnings w where w.mandate = m.id and w.days = ${days})
        returning id
      )
      insert into mandate_warnings (mandate, days, event) select ${due.id}, ${days}, id from told
      returning event`
    if (event) await tellAdmins(tx, due.id, event.event, now)
    return true
  })
}

/** Of the agency, or of the nation where the role has none; the trigger of events tells the holder. */
async function tellAdmins(
  tx: TransactionSql,
  ending: MandateId,
  event: number,
  now: Date,
): Promise<void> {
  await tx`
    insert into outbox (kind, person, address, event, urgent, made_at, due_at)
    select distinct 'notice', e.person, e.address, ${event}::bigint, false, ${now}::timestamptz, ${now}::timestamptz
    from mandates m
    join mandates a on a.agency is not distinct from m.agency
      and a.role = case when m.agency is null then 'nationalAdmin' else 'agencyAdmin' end
      and a.person <> m.person and a.valid_from <= ${now} and a.valid_to > ${now}
    join email_addresses e on e.person = a.person and e.ended_at is null
    where m.id = ${ending}`
}
