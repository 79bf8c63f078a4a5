import type { TransactionSql } from '../database.ts'

/**
 * The addresses that a record names in place of those that the last one named. What was proven here
 * stays; a new one serves no reset for 72 hours (4.3), and is told of its own arrival.
 */
export async function changeEmails(tx: TransactionSql, now: Date): Promise<void> {
  await endUnnamed(tx, now)
  await tx`
    update email_addresses e set told = true
    from import_changed c
    where e.person = c.person and 'email' = any(c.changes) and e.ended_at is null and not e.told
      and lower(e.address) in (select lower(one) from unnest(c.emails) one)`
  await addNamed(tx, now)
}

async function endUnnamed(tx: TransactionSql, now: Date): Promise<void> {
  await tx`
    update email_addresses e set told = false, ended_at = coalesce(e.ended_at, greatest(${now}, e.since))
    from import_changed c
    where e.person = c.person and 'email' = any(c.changes) and e.told
      and lower(e.address) not in (select lower(one) from unnest(c.emails) one)`
}

/** Into the slots that are free: two addresses proven here leave no room. */
async function addNamed(tx: TransactionSql, now: Date): Promise<void> {
  await tx`
    with wanted as (
      select c.person, w.address, row_number() over (partition by c.person order by w.place) as turn
      from import_changed c, unnest(c.emails) with ordinality as w (address, place)
      where 'email' = any(c.changes) and not exists (
        select from email_addresses e
        where e.person = c.person and lower(e.address) = lower(w.address)
          and (e.ended_at is null or e.told))
    ), free as (
      select c.person, s.slot, row_number() over (partition by c.person order by s.slot) as turn
      from import_changed c, unnest(array[1, 2]) as s (slot)
      where 'email' = any(c.changes) and not exists (
        select from email_addresses e
        where e.person = c.person and e.slot = s.slot and e.ended_at is null)
    ), added as (
      insert into email_addresses (person, slot, address, since, usable_from, told)
      select person, slot, address, ${now}, ${now}::timestamptz + interval '72 hours', true
      from wanted join free using (person, turn)
      returning person, address
    )
    insert into outbox (kind, person, address, event, urgent, made_at, due_at)
    select 'notice', a.person, a.address, v.id, true, ${now}, ${now}
    from added a join events v on v.person = a.person
    where v.kind = 'importChanged' and v.at = ${now} and notice_urgency(v.kind, v.detail) is not null`
}
