import type { TransactionSql } from '../database.ts'
import type { Run } from './runs.ts'

/** The records of the batch that are about nobody yet become people, each with an event. */
export async function addPeople(tx: TransactionSql, run: Run, now: Date): Promise<void> {
  await tx`
    insert into people (id, number, name, agency, unit, kind, legal_position, end_of_service)
    select person, nip, name, agency, unit, kind, legal_position, end_of_service
    from import_batch where is_new and refused is null`
  await addNames(tx, now)
  await tx`
    insert into accounts (person, state, state_since, mfa, closed_from, sso_disabled)
    select person, case when closes then 'disabled' else opened end, ${now},
      case when devices is null then 'none' else 'inUse' end, case when closes then opened end,
      sso_disabled
    from import_batch,
      lateral (select case when devices is null then 'created' else 'active' end as opened) o
    where is_new and refused is null`
  await tx`
    insert into passwords (person, kind, body, must_change, imported_at)
    select person, 'keycloak', hash, must_change, ${now}
    from import_batch where is_new and refused is null and hash is not null`
  await tx`
    insert into email_addresses (id, person, slot, address, since, usable_from, told)
    select ${addressId(tx)}, person, slot, address, ${now}, ${now}, true
    from import_batch, unnest(emails) with ordinality as e (address, slot)
    where is_new and refused is null`
  await addDevices(tx, now)
  await tx`
    insert into events (at, kind, person, actor, browser, network, detail)
    select ${now}, 'imported', person, null, 'asn', '-', jsonb_build_object('run', ${run.id}::text)
    from import_batch where is_new and refused is null`
}

/** A former number is kept as one, so that it is never given to anybody again. */
async function addNames(tx: TransactionSql, now: Date): Promise<void> {
  await tx`
    insert into login_identifiers (identifier, person, kind, valid_from)
    select nip, person, ${numberKind(tx, 'nip')}, ${now}
    from import_batch where is_new and refused is null`
  await tx`
    insert into login_identifiers (identifier, person, kind, valid_from)
    select user_name, person, 'userName', ${now}
    from import_batch where is_new and refused is null and user_name is not null`
  await addFormerNumbers(tx, now)
}

/** Of new people and of changed ones; one that is there already stays as it is. */
export async function addFormerNumbers(tx: TransactionSql, now: Date): Promise<void> {
  await tx`
    insert into login_identifiers (identifier, person, kind, valid_from, valid_to)
    select former_nip, person, ${numberKind(tx, 'former_nip')}, 'epoch', ${now}
    from import_batch where refused is null and former_nip is not null
    on conflict do nothing`
}

export function numberKind(tx: TransactionSql, column: 'nip' | 'former_nip') {
  return tx`case when substr(${tx(column)}, 13, 1) = '2' then 'niPppk' else 'nip' end`
}

/** In the order of the people, for the same reason: theirs with another version, and the slot in it. */
function addressId(tx: TransactionSql) {
  return tx`overlay(overlay(person::text placing '8' from 15 for 1) placing (7 + slot)::text from 20 for 1)::uuid`
}

/** Sealed when they were read, for the ids they have here. */
export async function addDevices(tx: TransactionSql, now: Date): Promise<void> {
  await tx`
    insert into devices (id, person, name, name_key, key_id, sealed, last_step, verified_at)
    select d.id, b.person, d.name, d."nameKey", d."keyId", decode(d.sealed, 'base64'), 0, ${now}
    from import_batch b, jsonb_to_recordset(b.devices)
      as d (id uuid, name text, "nameKey" text, "keyId" text, sealed text)
    where b.refused is null and b.devices is not null and (b.is_new or 'devices' = any(b.changes))`
}
