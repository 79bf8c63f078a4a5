import { describe, expect, test } from 'vitest'
import { inScope } from '#src/store/scope.ts'
import { addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { importAgencies, importFile, peopleCsv } from '#test/support/importing.ts'

const sql = await testDatabase()
await importAgencies(sql)

const LATER = new Date(NOW.getTime() + 3600_000)

let serial = 0

/** Somebody in agency 7001 as a first file left them, signed in with the role that is asked for. */
async function someone(fields: Partial<SomePerson> & { email?: string } = {}) {
  serial += 1
  const nip = `1985010120100110${String(serial).padStart(2, '0')}`
  const person = await addPerson(sql, { nip, ...fields })
  await sql`update people set agency = (select id from agencies where code = '7001') where id = ${person.id}`
  const email = fields.email ?? `${nip}@x.example`
  const base = { nip, name: person.name, agency: '7001', legal_position: '01', email }
  await importFile(sql, 'people.csv', peopleCsv([base]))
  await sql`update outbox set sent_at = ${NOW}`
  await sql`
    insert into sessions (id_hash, person, started_at, idle_seconds, idle_until, absolute_until, browser_label, network)
    values (${Buffer.from(nip)}, ${person.id}, ${NOW}, 60, ${LATER}, ${LATER}, 'x', 'x')`
  const change = (row: Record<string, string>, now = LATER) =>
    importFile(sql, 'people.csv', peopleCsv([{ ...base, ...row }]), { now })
  return { ...person, nip, email, change }
}

async function sessionsOf({ id }: SomePerson) {
  return (await sql`select from sessions where person = ${id}`).length
}

async function lastEvent({ id }: SomePerson) {
  const [event] = await sql<
    { kind: string; detail: { changes: string[]; agencyBefore?: string } }[]
  >`
    select kind, detail from events where person = ${id} order by id desc limit 1`
  return event
}

async function account({ id }: SomePerson) {
  const [row] = await sql`select state, closed_from from accounts where person = ${id}`
  return row
}

/** Whom a mail waits for. */
async function told({ id }: SomePerson) {
  const rows = await sql<{ address: string }[]>`
    select address from outbox where person = ${id} and sent_at is null order by address`
  return rows.map(({ address }) => address)
}

describe('R-AK-02 who moves to another agency', () => {
  test('loses roles and sessions at once, and is told', async () => {
    const person = await someone({ role: 'officer' })
    await person.change({ agency: '7002' })
    expect(await sql`select valid_to from mandates where person = ${person.id}`).toEqual([
      { validTo: LATER },
    ])
    expect(await sessionsOf(person)).toBe(0)
    expect(await lastEvent(person)).toMatchObject({
      kind: 'importChanged',
      detail: { changes: ['agency'], agencyBefore: '7001' },
    })
    expect(await told(person)).toEqual([person.email])
  })

  test('loses a role that has not begun yet', async () => {
    const person = await someone({ role: 'officer' })
    await sql`update mandates set valid_from = '2090-01-01' where person = ${person.id}`
    await person.change({ agency: '7002' })
    expect(await sql`select from mandates where person = ${person.id}`).toEqual([])
  })

  test('has what they asked for in that role stopped, and wears its hat no more', async () => {
    const person = await someone({ role: 'agencyAdmin' })
    const other = await someone()
    const [mandate] = await sql<{ id: string }[]>`
      select id from mandates where person = ${person.id}`
    const request = crypto.randomUUID()
    await sql`
      insert into approval_requests (id, kind, person, agency, what, reason, asked_by, asked_as, asked_at, expires_at, state)
      select ${request}, 'mandate', ${other.id}, agency, '{"role": "officer"}', 'Menggantikan petugas yang pensiun.',
        ${person.id}, ${mandate?.id ?? ''}, ${NOW}, '2099-01-01', 'open' from people where id = ${other.id}`
    await person.change({ agency: '7002' })
    expect(
      await sql`select state, decided_at from approval_requests where id = ${request}`,
    ).toEqual([{ state: 'stopped', decidedAt: LATER }])
    expect(await sql`select from sessions where person = ${person.id}`).toEqual([])
  })

  test('leaves the agency without an admin where it was the last, for the nation to see', async () => {
    const person = await someone({ role: 'agencyAdmin' })
    await sql`update mandates set agency = (select agency from people where id = ${person.id})
      where person = ${person.id}`
    await sql`update mandates set valid_to = ${NOW} where person <> ${person.id}`
    await person.change({ legal_position: '99' })
    const [agency] = await inScope(
      sql,
      { reach: 'offices' },
      LATER,
      (tx) => tx<{ admins: number }[]>`select admins from agencies_of_nation('7001', true, 0, 10)`,
    )
    expect(agency).toEqual({ admins: 0 })
  })

  test('stays signed in where no role was held', async () => {
    const person = await someone()
    await person.change({ agency: '7002' })
    expect(await sessionsOf(person)).toBe(1)
  })
})

describe('R-AK-02 who leaves service', () => {
  test('by retirement keeps the account without roles', async () => {
    const person = await someone({ role: 'verifier' })
    await person.change({ legal_position: '99' })
    expect(await account(person)).toEqual({ state: 'active', closedFrom: null })
    expect(await sql`select valid_to from mandates where person = ${person.id}`).toEqual([
      { validTo: LATER },
    ])
    expect(await sessionsOf(person)).toBe(0)
  })

  test('R-SE-05 by death or dismissal is out at once, with all that is on its way', async () => {
    for (const row of [{ end_of_service: '2' }, { legal_position: '77' }]) {
      const person = await someone()
      await sql`
        insert into known_browsers (token_hash, person, since, until)
        values ('x', ${person.id}, ${NOW}, ${LATER})`
      await person.change(row)
      expect(await account(person)).toEqual({ state: 'disabled', closedFrom: 'active' })
      expect(await sessionsOf(person)).toBe(0)
      expect(await sql`select from known_browsers where person = ${person.id}`).toEqual([])
    }
  })

  test('comes back as it was when the data says so', async () => {
    const person = await someone({ state: 'frozen' })
    await person.change({ legal_position: '77' })
    await person.change({ legal_position: '01' })
    expect(await account(person)).toEqual({ state: 'frozen', closedFrom: null })
    expect((await lastEvent(person))?.detail.changes).toEqual(['service', 'reopened'])
  })

  test('is not let in by the data where an officer disabled the account', async () => {
    const person = await someone({ state: 'disabled' })
    await person.change({ legal_position: '77' })
    await person.change({ legal_position: '01' })
    expect(await account(person)).toEqual({ state: 'disabled', closedFrom: null })
  })
})

describe('R-AK-01 a converted number', () => {
  test('signs in from now on, the old one no more, and both are the same person', async () => {
    const person = await someone()
    const converted = person.nip.replace('1985', '1986')
    await person.change({ nip: converted, former_nip: person.nip })
    const names = await sql`
      select identifier, valid_to from login_identifiers where person = ${person.id} order by identifier`
    expect(names).toEqual([
      { identifier: person.nip, validTo: LATER },
      { identifier: converted, validTo: null },
    ])
    const again = await person.change({ nip: converted, former_nip: person.nip })
    expect(again.said).toContain('1 tetap')
    const stale = await person.change({})
    expect(stale.run.refusals).toEqual({ numberReplaced: 1 })
  })

  test('is refused where the file has the person twice, under both numbers', async () => {
    const person = await someone()
    const converted = person.nip.replace('1985', '1986')
    const rows = [
      { nip: converted, former_nip: person.nip, name: 'A', agency: '7001' },
      { nip: person.nip, former_nip: '', name: 'A', agency: '7001' },
    ]
    const { run } = await importFile(sql, 'people.csv', peopleCsv(rows))
    expect(run.refusals).toEqual({ claimedTwice: 2 })
  })

  test('of which the file has another name of the owner beside it is refused with that', async () => {
    const person = await someone()
    const second = person.nip.replace('1985', '1986')
    await person.change({ nip: second, former_nip: person.nip })
    const rows = [
      {
        nip: person.nip.replace('1985', '1987'),
        former_nip: person.nip,
        name: 'A',
        agency: '7001',
      },
      { nip: second, former_nip: '', name: 'A', agency: '7001' },
    ]
    const { run } = await importFile(sql, 'people.csv', peopleCsv(rows))
    expect(run.refusals).toEqual({ claimedTwice: 2 })
  })

  test('comes back into force with a user name that was given up', async () => {
    const person = await someone()
    for (const user_name of [`a${person.nip}`, `b${person.nip}`, `a${person.nip}`])
      await person.change({ user_name })
    const inForce = await sql`
      select identifier from login_identifiers
      where person = ${person.id} and kind = 'userName' and valid_to is null`
    expect(inForce).toEqual([{ identifier: `a${person.nip}` }])
  })
})

describe('R-RS-05 an address that the data changes', () => {
  const inForce = ({ id }: SomePerson) => sql`
    select address, usable_from from email_addresses where person = ${id} and ended_at is null order by slot`

  test('serves no reset for 72 hours; the old one ends; both are told', async () => {
    const person = await someone()
    await person.change({ email: 'baru@x.example' })
    const usableFrom = new Date(LATER.getTime() + 72 * 3600_000)
    expect(await inForce(person)).toEqual([{ address: 'baru@x.example', usableFrom }])
    expect(await told(person)).toEqual([person.email, 'baru@x.example'].sort())
  })

  test('is no change where only its case is another', async () => {
    const person = await someone()
    const { said } = await person.change({ email: person.email.toUpperCase() })
    expect(said).toContain('0 berubah, 1 tetap')
  })

  test('stays as it was corrected here, until the data itself changes', async () => {
    const person = await someone()
    await sql`update email_addresses set ended_at = ${NOW} where person = ${person.id}`
    await sql`
      insert into email_addresses (person, address, since, usable_from)
      values (${person.id}, 'benar@x.example', ${NOW}, ${NOW})`
    expect((await person.change({})).said).toContain('1 tetap')
    expect(await inForce(person)).toMatchObject([{ address: 'benar@x.example' }])
    await person.change({ email: 'lain@x.example' })
    expect(await inForce(person)).toMatchObject([
      { address: 'benar@x.example' },
      { address: 'lain@x.example' },
    ])
  })

  test('finds no room beside two that were proven here', async () => {
    const person = await someone()
    await sql`update email_addresses set ended_at = ${NOW} where person = ${person.id}`
    for (const slot of [1, 2])
      await sql`
        insert into email_addresses (person, slot, address, since, usable_from)
        values (${person.id}, ${slot}, ${`benar${slot}@x.example`}, ${NOW}, ${NOW})`
    await person.change({ email: 'lain@x.example' })
    expect(await inForce(person)).toMatchObject([
      { address: 'benar1@x.example' },
      { address: 'benar2@x.example' },
    ])
  })

  test('keeps its own time where the two change places', async () => {
    const person = await someone()
    await person.change({ email_gov: 'dua@x.example' })
    const before = await inForce(person)
    await person.change({ email: 'dua@x.example', email_gov: person.email })
    expect(await inForce(person)).toEqual(before)
  })

  test('of somebody who never activated is told to nobody', async () => {
    const person = await someone({ state: 'created' })
    await person.change({ email: 'baru@x.example' })
    expect(await told(person)).toEqual([])
  })
})
