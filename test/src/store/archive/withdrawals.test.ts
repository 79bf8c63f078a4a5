import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { destroyDueKeys, withdraw, withdrawStale } from '#src/store/archive/withdrawals.ts'
import { addVersion } from '#test/support/archive.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { receivingOf } from '#test/support/receiving.ts'
import { acting } from '#test/support/role-acts.ts'

const sql = await testDatabase()
const desk = await receivingOf(sql)
const { keyring } = desk
const days = (count: number) => new Date(NOW.getTime() + count * 24 * 3_600_000)
let serial = 0

async function sent(fields: { person?: PersonId; sentBy?: PersonId; sentAs?: MandateId } = {}) {
  const person = fields.person ?? (await addPerson(sql)).id
  serial += 1
  const id = await desk.send(Buffer.from(`berkas ${serial}`), { ...fields, person })
  return { id, person }
}

function withdrawOwn({ id, person }: { id: VersionId; person: PersonId }) {
  return withdraw(keyring, { id, person, by: { person } }, NOW)
}

async function leftOf(id: VersionId) {
  const [row] = await sql`
    select status, key_gone_at is not null as key_gone, sealed is null and twin_tag is null and metadata is null as bare,
      (select count(*) from keyring.version_keys where version = v.id) as keys,
      (select count(*) from archive.copies where version = v.id) as copies,
      (select count(*) from archive.intake_work where version = v.id) as work
    from archive.versions v where id = ${id}`
  return row
}

async function hold(person: PersonId) {
  const officer = await addPerson(sql, { role: 'legalOfficer' })
  await sql`
    insert into archive.holds (id, person, basis, case_no, review_on, placed_by, placed_as, placed_at)
    select gen_random_uuid(), ${person}, 'Perkara sedang berjalan', '1/2026', '2027-01-01', person, id, ${NOW}
    from mandates where person = ${officer.id}`
}

async function lift(person: PersonId) {
  const [one, other] = [
    await addPerson(sql, { role: 'legalOfficer' }),
    await addPerson(sql, { role: 'legalOfficer' }),
  ]
  const [as] = await sql<{ id: string }[]>`select id from mandates where person = ${one.id}`
  await sql`
    update archive.holds set asked_to_lift_by = ${one.id}, asked_to_lift_as = ${as?.id ?? ''},
      asked_to_lift_at = ${NOW}, asked_to_lift_for = 'Perkara selesai dan berkekuatan tetap'
    where person = ${person}`
  await sql`
    update archive.holds set lifted_by = asked_to_lift_by, lifted_as = asked_to_lift_as, lifted_with = ${other.id},
      lifted_at = ${NOW}, lift_reason = asked_to_lift_for
    where person = ${person}`
}

const GONE = { status: 'withdrawn', keyGone: true, bare: true, keys: 0, copies: 0, work: 0 }

describe('T8 a version that nobody verified', () => {
  test('is withdrawn with its key, its copies and its checks', async () => {
    const one = await sent()
    expect(await withdrawOwn(one)).toEqual({ ok: true, value: true })
    expect(await leftOf(one.id)).toEqual(GONE)
    const loose = await sql`select since from archive.loose_objects where since = '-infinity'`
    expect(loose).toHaveLength(1)
    const [event] = await sql`
      select name, actor, n from archive.events where body ->> 'version' = ${one.id} order by n desc`
    expect(event).toEqual({ name: 'uploadWithdrawn', actor: one.person, n: 2 })
  })

  test('leaves what else its person has readable', async () => {
    const kept = await sent()
    const gone = await sent({ person: kept.person })
    const key = await keyring.openVersionKey(keyring.sql, kept.id)
    await withdrawOwn(gone)
    expect(await keyring.openVersionKey(keyring.sql, kept.id)).toEqual(key)
    expect(await leftOf(kept.id)).toMatchObject({ status: 'quarantined', keys: 1, copies: 1 })
  })

  test('does not exist in the archive of another person, and no stranger withdraws it', async () => {
    const one = await sent()
    const { id: stranger } = await addPerson(sql)
    const there = await withdrawOwn({ id: one.id, person: stranger })
    expect(there).toEqual({ ok: false, problem: { kind: 'noSuchVersion' } })
    const by = { person: stranger }
    const here = await withdraw(keyring, { ...one, by }, NOW)
    expect(here).toEqual({ ok: false, problem: { kind: 'noRight' } })
    expect(await leftOf(one.id)).toMatchObject({ status: 'quarantined', keys: 1 })
  })

  test('is withdrawn by an officer in reach, and by none of another agency', async () => {
    const agency = await addAgency(sql)
    const { id: person } = await addPerson(sql, { agency })
    const one = await sent({ person })
    const officers = [
      await acting(sql, { role: 'officer' }),
      await acting(sql, { role: 'officer', agency }),
    ]
    const answers: boolean[] = []
    for (const by of officers) answers.push((await withdraw(keyring, { ...one, by }, NOW)).ok)
    expect(answers).toEqual([false, true])
  })

  test('R-SE-06 not by an officer whose session has ended, is frozen meanwhile, or proved nothing of late', async () => {
    const agency = await addAgency(sql)
    const { id: person } = await addPerson(sql, { agency })
    const one = await sent({ person })
    const by = await acting(sql, { role: 'officer', agency })
    const asked = () => withdraw(keyring, { ...one, by }, NOW)
    const frozen = await whileHeld(
      sql,
      (tx) => tx`update accounts set state = 'frozen' where person = ${by.id}`,
      asked,
    )
    await sql`update accounts set state = 'active' where person = ${by.id}`
    await sql`update sessions set started_at = ${days(-1)}, proven_at = ${days(-1)} where person = ${by.id}`
    const unproven = await asked()
    await sql`delete from sessions where person = ${by.id}`
    const over = await asked()
    const noLonger = { ok: false, problem: { kind: 'noLonger' } }
    expect([frozen, unproven, over]).toEqual([noLonger, noLonger, noLonger])
    expect(await leftOf(one.id)).toMatchObject({ status: 'quarantined', keys: 1 })
  })

  test('stays when it was verified once, though that was revoked', async () => {
    const one = await sent()
    await sql`
      insert into archive.events (id, record, n, person, at, name, body, salt)
      select gen_random_uuid(), record, 7, person, ${NOW}, 'recordVerified', ${sql.json({ version: one.id })},
        sha256('x') from archive.versions where id = ${one.id}`
    expect(await withdrawOwn(one)).toEqual({ ok: false, problem: { kind: 'wasVerified' } })
    expect(await leftOf(one.id)).toMatchObject({ status: 'quarantined', keys: 1 })
  })

  test('fault 4: waits for whoever is at it, and judges what that one left', async () => {
    const one = await sent()
    const answer = await whileHeld(
      sql,
      (tx) => tx`
        update archive.versions set status = 'rejectedBySystem', refusal = 'notPdf' where id = ${one.id}`,
      () => withdrawOwn(one),
    )
    expect(answer).toEqual({ ok: false, problem: { kind: 'rejected' } })
  })
})

describe('I1 under a hold', () => {
  test('what is withdrawn keeps its key until that is lifted, and nobody is told', async () => {
    const one = await sent()
    await hold(one.person)
    expect(await withdrawOwn(one)).toEqual({ ok: true, value: true })
    expect(await leftOf(one.id)).toMatchObject({
      status: 'withdrawn',
      keyGone: false,
      keys: 1,
      copies: 1,
    })
    expect(await destroyDueKeys(keyring, NOW)).toBe(0)
    await lift(one.person)
    expect(await destroyDueKeys(keyring, NOW)).toBe(1)
    expect(await leftOf(one.id)).toEqual(GONE)
  })
})

describe('T3 what was rejected', () => {
  test('loses its key after 30 days, to the moment', async () => {
    const { id } = await sent()
    await sql`
      update archive.versions set status = 'rejectedBySystem', refusal = 'notPdf', status_since = ${NOW}
      where id = ${id}`
    await destroyDueKeys(keyring, new Date(days(30).getTime() - 1))
    expect(await leftOf(id)).toMatchObject({ keyGone: false, keys: 1 })
    await destroyDueKeys(keyring, days(30))
    expect(await leftOf(id)).toMatchObject({ ...GONE, status: 'rejectedBySystem', work: 1 })
  })
})

describe('T8 by itself', () => {
  test('what was returned and left lying for a year', async () => {
    const { id } = await sent()
    const [row] = await sql<{ record: Parameters<typeof addVersion>[1]['record'] }[]>`
      select record from archive.versions where id = ${id}`
    if (!row) throw new Error('no version')
    const returned = await addVersion(sql, { record: row.record, status: 'returned' })
    const aYear = new Date('2027-11-21T12:00:00+07:00')
    expect(await withdrawStale(keyring, new Date(aYear.getTime() - 1))).toBe(0)
    expect(await withdrawStale(keyring, aYear)).toBe(1)
    expect(await leftOf(returned)).toMatchObject({ status: 'withdrawn', keyGone: true })
    expect(await leftOf(id)).toMatchObject({ status: 'quarantined' })
  })
})
