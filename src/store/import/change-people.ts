import type { TransactionSql } from '../database.ts'
import { changeEmails } from './change-emails.ts'
import { addDevices, addFormerNumbers, numberKind } from './new-people.ts'
import type { Run } from './runs.ts'

/**
 * The records of the batch that change somebody. The event comes first: its mail goes to the
 * addresses that were in force until now.
 */
export async function changePeople(tx: TransactionSql, run: Run, now: Date): Promise<void> {
  await tx`
    create temp table import_changed on commit drop as
      select b.*, a.state <> 'created' as activated
      from import_batch b join accounts a on a.person = b.person
      where b.refused is null and cardinality(b.changes) > 0`
  await addEvents(tx, run, now)
  await closeAndReopen(tx, now)
  await changeNames(tx, now)
  await tx`
    update people p set name = case when 'name' = any(c.changes) then c.name else p.name end,
      agency = c.agency, unit = c.unit, kind = c.kind, legal_position = c.legal_position,
      end_of_service = c.end_of_service
    from import_changed c
    where p.id = c.person and c.changes && array['name', 'agency', 'unit', 'kind', 'service']`
  await endMandates(tx, now)
  await changeEmails(tx, now)
  await changeCredentials(tx, now)
}

async function addEvents(tx: TransactionSql, run: Run, now: Date): Promise<void> {
  await tx`
    insert into events (at, kind, person, actor, browser, network, detail)
    select ${now}, 'importChanged', person, null, 'asn', '-', jsonb_strip_nulls(jsonb_build_object(
      'run', ${run.id}::text, 'changes', changes, 'activated', activated,
      'agencyBefore', case when 'agency' = any(changes) then agency_before end))
    from import_changed`
}

/** Whoever is disabled is out at once: sessions, sign-ins and whatever else is on its way (R-SE-05). */
async function closeAndReopen(tx: TransactionSql, now: Date): Promise<void> {
  await tx`
    update accounts a set sso_disabled = c.sso_disabled,
      closed_from = case when 'closed' = any(c.changes) then a.state
        when 'reopened' = any(c.changes) then null else a.closed_from end,
      state = case when 'closed' = any(c.changes) then 'disabled'
        when 'reopened' = any(c.changes) then a.closed_from else a.state end,
      state_since = case when c.changes && array['closed', 'reopened'] then ${now}
        else a.state_since end
    from import_changed c
    where a.person = c.person and c.changes && array['closed', 'reopened', 'sso']`
  await tx`select stop_pending(person) from import_changed where 'closed' = any(changes)`
}

/** A name that comes back to its owner is in force again; history keeps when it first was. */
async function changeNames(tx: TransactionSql, now: Date): Promise<void> {
  await tx`
    update login_identifiers i set valid_to = greatest(${now}, i.valid_from + interval '1 microsecond')
    from import_changed c
    where i.person = c.person and i.valid_to is null
      and (i.kind = 'userName' and 'userName' = any(c.changes) and i.identifier <> c.user_name
        or i.kind <> 'userName' and 'number' = any(c.changes) and i.identifier <> c.nip)`
  await tx`
    insert into login_identifiers (identifier, person, kind, valid_from)
    select nip, person, ${numberKind(tx, 'nip')}, ${now} from import_changed where 'number' = any(changes)
    union all
    select user_name, person, 'userName', ${now} from import_changed where 'userName' = any(changes)
    on conflict (identifier) do update set valid_to = null
      where login_identifiers.person = excluded.person`
  await addFormerNumbers(tx, now)
}

/**
 * Scope follows at once: whoever moved, or serves no more, acts in no role and signs in anew. What
 * they asked for in one stops; one that is being decided just now is judged anew there.
 */
async function endMandates(tx: TransactionSql, now: Date): Promise<void> {
  await tx`
    with leaving as (
      select person from import_changed
      where 'agency' = any(changes)
        or 'service' = any(changes) and ends_mandates(legal_position, end_of_service)
    ), ended as (
      update mandates m set valid_to = ${now} from leaving l
      where m.person = l.person and m.valid_from < ${now} and m.valid_to > ${now}
      returning m.person, m.id
    ), stopped as (
      update approval_requests set state = 'stopped', decided_at = ${now}
      where id in (select r.id from approval_requests r join ended e on e.id = r.asked_as
        where r.state = 'open' for update of r skip locked)
    ), not_begun as (
      delete from mandates m using leaving l
      where m.person = l.person and m.valid_from >= ${now}
      returning m.person
    )
    delete from sessions where person in (select person from ended union select person from not_begun)`
}

/** A password of our own stays, also one that was chosen since the record was judged. */
async function changeCredentials(tx: TransactionSql, now: Date): Promise<void> {
  await tx`
    insert into passwords (person, kind, body, must_change, imported_at)
    select person, 'keycloak', hash, must_change, ${now}
    from import_changed where 'password' = any(changes)
    on conflict (person) do update
      set body = excluded.body, must_change = excluded.must_change, imported_at = ${now}, judged_at = null
      where passwords.kind = 'keycloak'`
  await tx`
    update accounts a set mfa = 'inUse',
      state = case when a.state = 'created' then 'active' else a.state end,
      closed_from = case when a.closed_from = 'created' then 'active' else a.closed_from end
    from import_changed c where a.person = c.person and 'devices' = any(c.changes)`
  await addDevices(tx, now)
}
