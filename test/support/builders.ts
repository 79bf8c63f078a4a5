import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId, UnitId, Zone } from '#domain/agency.ts'
import type { DeviceId, DeviceName } from '#domain/mfa/device.ts'
import { nameKey } from '#domain/mfa/device.ts'
import type { MfaState } from '#domain/mfa/mfa.ts'
import type { PersonId, PersonKind } from '#domain/person.ts'
import { type PasswordHash, toStored } from '#src/secrets/password-hash.ts'
import { sealSeed } from '#src/secrets/seeds.ts'
import type { Sql } from '#src/store/database.ts'
import { someKeys } from './keys.ts'
import { passwords } from './secrets.ts'

/** Noon in Jakarta on that day. */
function day(text: string): Date {
  return new Date(`${text}T12:00:00+07:00`)
}

export const NOW = day('2026-11-21')
export const PASSWORD = 'Jeruk-Bali-Manis-71'
export const SEED = Buffer.from('12345678901234567890')

/** A person in the database; a test names only the fields it is about. */
export type SomePerson = {
  id: PersonId
  nip: string
  userName: string | undefined
  name: string
  kind: PersonKind
  zone: Zone
  state: 'created' | 'active' | 'frozen' | 'disabled'
  mfa: MfaState
  password: string
  hash: PasswordHash | undefined
  judgedAt: Date | undefined
  devices: { name: string; seed: Buffer; drift?: number; lastStep?: number; retiredAt?: Date }[]
  role: Role | undefined
  /** By default an agency of their own. */
  agency: AgencyId | undefined
  unit: UnitId | undefined
  /** Where mails go; by default nowhere, so that a test without mail has no outbox. */
  emails: readonly string[]
}

let serial = 0

export async function addPerson(sql: Sql, fields: Partial<SomePerson> = {}): Promise<SomePerson> {
  const one = somePerson(fields)
  const agency = one.agency ?? (await addAgency(sql, one.zone))
  await sql`
    insert into people (id, name, agency, unit, kind)
    values (${one.id}, ${one.name}, ${agency}, ${one.unit ?? null}, ${one.kind})`
  for (const [identifier, kind] of [[one.nip, 'nip'] as const, [one.userName, 'userName'] as const])
    if (identifier)
      await sql`
        insert into login_identifiers (identifier, person, kind, valid_from)
        values (${identifier}, ${one.id}, ${kind}, '2020-01-01')`
  await sql`
    insert into accounts (person, state, state_since, mfa)
    values (${one.id}, ${one.state}, '2020-01-01', ${one.mfa})`
  const { kind, body } = toStored(one.hash ?? (await passwords.hash(one.password)))
  await sql`
    insert into passwords (person, kind, body, judged_at)
    values (${one.id}, ${kind}, ${sql.json(body as never)}, ${one.judgedAt ?? null})`
  for (const [at, address] of one.emails.entries())
    await sql`
      insert into email_addresses (person, slot, address, since, usable_from)
      values (${one.id}, ${at + 1}, ${address}, '2020-01-01', '2020-01-01')`
  for (const added of one.devices) await addDevice(sql, one.id, added)
  const isNational = one.role === 'nationalAdmin' || one.role === 'auditor'
  if (one.role)
    await sql`
      insert into mandates (person, role, agency, valid_from, valid_to)
      values (${one.id}, ${one.role}, ${isNational ? null : agency}, '2020-01-01', '2099-01-01')`
  return one
}

export async function addDevice(
  sql: Sql,
  person: PersonId,
  { name, seed, drift = 0, lastStep = 0, retiredAt }: SomePerson['devices'][number],
): Promise<DeviceId> {
  const id = crypto.randomUUID() as DeviceId
  const { keyId, sealed } = sealSeed(someKeys(), id, seed)
  await sql`
    insert into devices (id, person, name, name_key, key_id, sealed, last_step, drift, verified_at, retired_at)
    values (${id}, ${person}, ${name}, ${nameKey(name as DeviceName)}, ${keyId}, ${sealed}, ${lastStep},
            ${drift}, '2020-01-01', ${retiredAt ?? null})`
  return id
}

/** By default active, with one device that holds SEED; `created` has none. */
function somePerson(fields: Partial<SomePerson>): SomePerson {
  serial += 1
  const isNew = fields.state === 'created'
  return {
    id: crypto.randomUUID() as PersonId,
    nip: someNip(serial),
    userName: undefined,
    name: 'Contoh Pegawai',
    kind: 'pns',
    zone: 'WIB',
    state: 'active',
    mfa: isNew ? 'none' : 'inUse',
    password: PASSWORD,
    hash: undefined,
    judgedAt: undefined,
    devices: isNew ? [] : [{ name: 'HP Samsung', seed: SEED }],
    role: undefined,
    agency: undefined,
    unit: undefined,
    emails: [],
    ...fields,
  }
}

/** Born on another day for each 999, so that no test file runs out of them. */
function someNip(number: number): string {
  const day = String(1 + Math.floor((number - 1) / 999)).padStart(2, '0')
  return `198501${day}2010011${String(1 + ((number - 1) % 999)).padStart(3, '0')}`
}

/** Units are made within it by `addUnit`. */
export async function addAgency(sql: Sql, zone: Zone = 'WIB'): Promise<AgencyId> {
  const id = crypto.randomUUID() as AgencyId
  await sql`
    insert into agencies (id, code, name, zone) values (${id}, ${id}, 'Instansi Uji', ${zone})`
  return id
}

export async function addUnit(sql: Sql, agency: AgencyId, parent?: UnitId): Promise<UnitId> {
  const id = crypto.randomUUID() as UnitId
  await sql`
    insert into units (id, agency, parent, code, name)
    values (${id}, ${agency}, ${parent ?? null}, ${id}, 'Unit Uji')`
  return id
}
