import { chmod, rename, writeFile } from 'node:fs/promises'
import type { Account } from '#domain/account/account.ts'
import { parseLoginName } from '#domain/login-name.ts'
import { kindOf, parseNip } from '#domain/nip.ts'
import type { PersonKind } from '#domain/person.ts'
import { inTransaction, type Sql, type TransactionSql } from '../store/database.ts'
import { AGENCIES, UNITS } from './agencies.ts'
import { addSampleCounts } from './boards.ts'
import { CAST } from './cast.ts'
import { addSampleHistories } from './histories.ts'
import { addSampleRules } from './retention.ts'
import type { SamplePerson } from './sample-person.ts'
import { type Sealer, sampleHash, sampleSeed, seedLabel } from './secrets.ts'

type AccountState = Account['state']

/** A row of `sample-people.json`; `totpKey` in base32 where a device is in use. */
type PrintedPerson = {
  nip: string
  password: string
  role: string
  agency: string
  state: AccountState
  name: string
  kind: PersonKind
  userName?: string
  email: string
  otherEmail?: string
  note: string
  totpKey?: string
}

const FROM = new Date('2025-01-01T00:00:00+07:00')
/** Kedudukan hukum and reason, as SIASN numbers them. */
const [PENSIONER, PENSIONED] = ['99', '1']
const FOREVER = new Date('2099-12-31T00:00:00+07:00')

/** Adds the cast to a database that has nobody yet; a second start finds them as they are by then. */
export async function addSamplePeople(sql: Sql, sealer: Sealer): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await tx`lock table people in exclusive mode`
    const [anyone] = await tx`select from people limit 1`
    if (anyone) return
    for (const { id, code, name, zone } of AGENCIES)
      await tx`insert into agencies (id, code, name, zone) values (${id}, ${code}, ${name}, ${zone})`
    for (const { id, code, name, parent } of UNITS)
      await tx`
        insert into units (id, agency, parent, code, name)
        values (${id}, ${AGENCIES[0].id}, ${parent === undefined ? null : UNITS[parent].id}, ${code}, ${name})`
    for (const [at, person] of CAST.entries()) await addPerson(tx, sealer, person, idOf(at))
    await addSampleCounts(tx)
    await addSampleHistories(tx)
    await addSampleRules(tx, FROM)
  })
}

function printedPeople(): PrintedPerson[] {
  return CAST.map((person, at) => ({
    nip: person.nip,
    password: person.password.text,
    role: person.role ?? 'employee',
    agency: AGENCIES[person.agency].name,
    state: stateOf(person),
    name: person.name,
    kind: person.kind,
    email: addressesOf(person)[0],
    ...(person.otherEmail && { otherEmail: person.otherEmail }),
    note: person.note,
    ...(person.userName && { userName: person.userName }),
    ...(person.mfa !== 'none' && { totpKey: seedLabel(sampleSeed(idOf(at))) }),
  }))
}

/** For programs and tests that sign in as a sample person; for its owner's eyes alone. */
export async function writeSamplePeople(path: string): Promise<void> {
  const draft = `${path}.${process.pid}`
  await writeFile(draft, `${JSON.stringify(printedPeople(), null, 2)}\n`, { mode: 0o600 })
  await chmod(draft, 0o600)
  await rename(draft, path)
}

/** The table before "siap di": password and key too, since nobody remembers them. */
export function samplePeopleTable(): string {
  const head = ['NIP', 'Password', 'Kunci TOTP', 'Keadaan']
  const rows = printedPeople().map((one) => [one.nip, one.password, one.totpKey ?? '-', one.note])
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function addressesOf({ nip, otherEmail }: SamplePerson): [string, ...string[]] {
  return [`pegawai.${nip.slice(-3)}@instansi.example`, ...(otherEmail ? [otherEmail] : [])]
}

function stateOf({ account, mfa }: SamplePerson): AccountState {
  return account ?? (mfa === 'none' ? 'created' : 'active')
}

function idOf(at: number): string {
  return `5a3f1d00-0000-4000-8000-${String(at + 1).padStart(12, '0')}`
}

async function addPerson(
  tx: TransactionSql,
  sealer: Sealer,
  person: SamplePerson,
  id: string,
): Promise<void> {
  const { name, kind, agency, nip, userName, role, unit, isRetired } = person
  await tx`
    insert into people (id, name, agency, unit, kind, legal_position, end_of_service)
    values (${id}, ${name}, ${AGENCIES[agency].id}, ${unit === undefined ? null : UNITS[unit].id}, ${kind},
      ${isRetired ? PENSIONER : null}, ${isRetired ? PENSIONED : null})`
  for (const [at, address] of addressesOf(person).entries())
    await tx`
      insert into email_addresses (person, slot, address, since, usable_from)
      values (${id}, ${at + 1}, ${address}, ${FROM}, ${FROM})`
  for (const alias of [nip, ...(userName ? [userName] : [])]) await addAlias(tx, id, alias)
  await tx`
    insert into accounts (person, state, state_since, mfa)
    values (${id}, ${stateOf(person)}, ${FROM}, ${person.mfa})`
  const { kind: scheme, body } = await sampleHash(sealer, person.password)
  await tx`insert into passwords (person, kind, body) values (${id}, ${scheme}, ${tx.json(body as never)})`
  if (person.mfa !== 'none') await addDevice(tx, sealer, id, { name: 'HP Contoh', variant: '8001' })
  if (person.twoDevices) await addDevice(tx, sealer, id, { name: 'Tablet Contoh', variant: '8002' })
  if (role)
    await tx`
      insert into mandates (person, role, agency, valid_from, valid_to)
      values (${id}, ${role}, ${isNational(role) ? null : AGENCIES[agency].id}, ${FROM}, ${FOREVER})`
}

async function addAlias(tx: TransactionSql, person: string, alias: string): Promise<void> {
  const nip = parseNip(alias)
  const name = parseLoginName(alias)
  if (!name.ok) throw new Error('a sample name is not one')
  const kind = !nip.ok ? 'userName' : kindOf(nip.value) === 'pppk' ? 'niPppk' : 'nip'
  await tx`
    insert into login_identifiers (identifier, person, kind, valid_from)
    values (${name.value}, ${person}, ${kind}, ${FROM})`
}

type SampleDevice = { name: string; variant: string }

async function addDevice(
  tx: TransactionSql,
  sealer: Sealer,
  person: string,
  { name, variant }: SampleDevice,
): Promise<void> {
  const device = person.replace('-8000-', `-${variant}-`)
  const { keyId, sealed } = sealer.seal(device, sampleSeed(person))
  await tx`
    insert into devices (id, person, name, name_key, key_id, sealed, last_step, verified_at)
    values (${device}, ${person}, ${name}, ${name.toLowerCase()}, ${keyId}, ${sealed}, 0, ${FROM})`
}

function isNational(role: string): boolean {
  return role === 'nationalAdmin' || role === 'auditor'
}
