import { toStored } from '#src/secrets/password-hash.ts'
import { sealSeed } from '#src/secrets/seeds.ts'
import type { Sql } from '#src/store/database.ts'
import { PASSWORD, SEED } from '#test/support/builders.ts'
import { presentPasswords } from '#test/support/desk.ts'
import { someKeys } from '#test/support/keys.ts'

const AGENCY = '00000000-0000-4000-8000-000000000002'
let made = 0

/** Active people with one device and the password of the builders; answers their NIPs. */
export async function addActivePeople(sql: Sql, count: number): Promise<string[]> {
  const hash = toStored(await presentPasswords.hash(PASSWORD))
  const rows = Array.from({ length: count }, () => personRow())
  await sql`
    insert into agencies (id, code, name, zone) values (${AGENCY}, 'BENCH', 'Instansi Uji', 'WIB')
    on conflict do nothing`
  const people = rows.map(({ id }) => ({ id, name: 'Contoh Pegawai', agency: AGENCY, kind: 'pns' }))
  await sql`insert into people ${sql(people)}`
  const names = rows.map(({ id, nip }) => ({
    identifier: nip,
    person: id,
    kind: 'nip',
    valid_from: '2020-01-01',
  }))
  await sql`insert into login_identifiers ${sql(names)}`
  const accounts = rows.map(({ id }) => ({
    person: id,
    state: 'active',
    state_since: '2020-01-01',
    mfa: 'inUse',
  }))
  await sql`insert into accounts ${sql(accounts)}`
  await sql`
    insert into passwords (person, kind, body, judged_at)
    select id, ${hash.kind}, ${sql.json(hash.body as never)}, now()
    from people where id = any(${rows.map(({ id }) => id)}::uuid[])`
  await sql`insert into devices ${sql(rows.map(deviceRow))}`
  await sql`analyze people, login_identifiers, accounts, passwords, devices`
  return rows.map(({ nip }) => nip)
}

function personRow() {
  made += 1
  const month = String(1 + Math.floor(made / 900)).padStart(2, '0')
  const serial = String(1 + (made % 900)).padStart(3, '0')
  return { id: crypto.randomUUID(), nip: `1969${month}01199001 1${serial}`.replace(' ', '') }
}

function deviceRow({ id: person }: { id: string }) {
  const id = crypto.randomUUID()
  const { keyId, sealed } = sealSeed(someKeys(), id, SEED)
  return {
    id,
    person,
    name: 'HP Contoh',
    name_key: 'hp contoh',
    key_id: keyId,
    sealed,
    last_step: 0,
    verified_at: '2020-01-01',
  }
}
