import { describe, expect, test } from 'vitest'
import type { CustodyId } from '#domain/archive/custody.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import { no } from '#domain/result.ts'
import { acceptOffer, addOffer, endOffer } from '#src/store/archive/custody/hand-over.ts'
import {
  findCustody,
  listCustody,
  listDue,
  listItems,
} from '#src/store/archive/custody/transfers.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { acting } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const from = await addAgency(owner)
const to = await addAgency(owner)
const giver = await acting(owner, { role: 'archivist', agency: from, name: 'Ani' })
const receiver = await acting(owner, { role: 'archivist', agency: to, name: 'Budi' })
const stranger = await acting(owner, { role: 'archivist' })

/** Somebody whose records stay behind when the national data moves them. */
async function moved() {
  const { id: person } = await addPerson(owner, { agency: from })
  const record = await addRecord(owner, { person, stage: 'active' })
  const version = await addVersion(owner, { record, status: 'verified', verifiedBy: giver.id })
  await owner`update people set agency = ${to} where id = ${person}`
  return { person, record, version }
}

async function offered() {
  const one = await moved()
  const id = crypto.randomUUID() as CustodyId
  expect((await addOffer(sql, { id, person: one.person }, giver)).ok).toBe(true)
  return { ...one, id }
}

async function whereIs(record: RecordId) {
  const [row] = await owner`
    select r.agency as record, v.agency as version from archive.records r
    join archive.versions v on v.record = r.id where r.id = ${record}`
  return row
}

const quiet = { agreedTo: '', note: '' }

describe('T26 custody', () => {
  test('of whoever is moved is due, until it is offered', async () => {
    const { person, record } = await moved()
    const due = async () => (await listDue(sql, giver.hat, NOW)).filter(({ id }) => id === person)
    expect(await due()).toMatchObject([{ toName: 'Instansi Uji', records: 1 }])
    expect(await listDue(sql, receiver.hat, NOW)).toEqual([])
    await addOffer(sql, { id: crypto.randomUUID() as CustodyId, person }, giver)
    expect(await due()).toEqual([])
    expect(await whereIs(record)).toEqual({ record: from, version: from })
  })

  test('and every right moves when the other agency accepts the list', async () => {
    const { id, record, person } = await offered()
    expect((await acceptOffer(sql, { id, ...quiet }, receiver)).ok).toBe(true)
    expect(await whereIs(record)).toEqual({ record: to, version: to })
    const events = await owner`
      select name, record is null as of_person from archive.events where person = ${person} order by at, n nulls first`
    expect(events.map(({ name }) => name).sort()).toEqual([
      'custodyAccepted',
      'custodyAccepted',
      'custodyOffered',
      'custodyOffered',
    ])
    const due = await owner`select from archive.custody_due where person = ${person}`
    expect(due).toHaveLength(0)
    const shown = await findCustody(sql, giver.hat, id, NOW)
    expect(shown).toMatchObject({ state: 'accepted', offererName: 'Ani', deciderName: 'Budi' })
  })

  test('does not move with a list that changed, unless the change is named', async () => {
    const { id, person, record } = await offered()
    const added = await addRecord(owner, { person, agency: from, type: 'cpns', stage: 'active' })
    const differences = [{ record: added, how: 'added' }]
    const refused = await acceptOffer(sql, { id, ...quiet }, receiver)
    expect(refused).toEqual(no({ kind: 'differs', differences }))
    expect(await whereIs(record)).toMatchObject({ record: from })
    const shown = await findCustody(sql, receiver.hat, id, NOW)
    const items = shown ? await listItems(sql, shown) : []
    expect(items.map(({ type, how }) => [type, how])).toEqual([
      ['cpns', 'added'],
      ['pns', undefined],
    ])
    const named = { id, agreedTo: `added ${added}`, note: 'SK CPNS ditemukan kemudian.' }
    expect((await acceptOffer(sql, named, receiver)).ok).toBe(true)
    const [row] = await owner`select differences from archive.custody_transfers where id = ${id}`
    expect(row?.['differences']).toEqual(differences)
  })

  test('is accepted once, though both come at once, and neither after a no', async () => {
    const { id } = await offered()
    const tries = Array.from({ length: 4 }, () => acceptOffer(sql, { id, ...quiet }, receiver))
    expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1)
    const second = await offered()
    const declined = await endOffer(sql, { id: second.id, note: 'Bukan pegawai kami.' }, receiver)
    expect(declined).toMatchObject({ ok: true, value: { state: 'declined' } })
    const late = await acceptOffer(sql, { id: second.id, ...quiet }, receiver)
    expect(late).toEqual(no({ kind: 'over' }))
    expect(await whereIs(second.record)).toMatchObject({ record: from })
    const again = { id: crypto.randomUUID() as CustodyId, person: second.person }
    expect((await addOffer(sql, again, giver)).ok).toBe(true)
  })

  test('is no business of a third agency, nor of one that has nothing', async () => {
    const { id, person } = await offered()
    const unknown = no({ kind: 'noSuchCustody' })
    expect(await acceptOffer(sql, { id, ...quiet }, stranger)).toEqual(unknown)
    expect(await endOffer(sql, { id, note: '' }, stranger)).toEqual(unknown)
    expect(await findCustody(sql, stranger.hat, id, NOW)).toBeUndefined()
    const offer = { id: crypto.randomUUID() as CustodyId, person }
    expect(await addOffer(sql, offer, stranger)).toEqual(no({ kind: 'noSuchPerson' }))
    expect(await addOffer(sql, offer, giver)).toEqual(no({ kind: 'alreadyOffered' }))
  })

  test('waits for a move under way, and goes nowhere else', async () => {
    const { id, person, record } = await offered()
    const third = await addAgency(owner)
    const accepted = await whileHeld(
      owner,
      (tx) => tx`update people set agency = ${third} where id = ${person}`,
      () => acceptOffer(sql, { id, ...quiet }, receiver),
    )
    expect(accepted).toEqual(no({ kind: 'movedOn' }))
    expect(await whereIs(record)).toMatchObject({ record: from })
  })

  test('takes holds along', async () => {
    const { id, person, record } = await offered()
    const legal = await acting(owner, { role: 'legalOfficer', agency: from })
    await owner`
      insert into archive.holds (id, person, basis, case_no, review_on, placed_by, placed_as, placed_at)
      values (${crypto.randomUUID()}, ${person}, 'Perkara tata usaha negara', '12/G/2026', '2027-01-01', ${legal.id},
        ${legal.hat.id}, ${NOW})`
    expect((await acceptOffer(sql, { id, ...quiet }, receiver)).ok).toBe(true)
    const [row] = await owner`select archive.is_held(${record}) as held`
    expect(row).toEqual({ held: true })
  })

  test('lists what waits for whom', async () => {
    const { id } = await offered()
    const ids = async (who: typeof giver, list: Parameters<typeof listCustody>[2]) =>
      (await listCustody(sql, who.hat, list, NOW)).map((one) => one.id)
    expect(await ids(receiver, 'received')).toContain(id)
    expect(await ids(giver, 'given')).toContain(id)
    expect(await ids(giver, 'received')).not.toContain(id)
    expect(await ids(stranger, 'given')).toEqual([])
    await endOffer(sql, { id, note: '' }, giver)
    expect(await ids(receiver, 'over')).toContain(id)
  })
})

describe('the database itself', () => {
  test('lets nobody accept what they offered, nor what is about them', async () => {
    const { id, person } = await offered()
    const accept = (by: PersonId) => owner`
      update archive.custody_transfers
      set state = 'accepted', decided_by = ${by}, decided_as = ${receiver.hat.id}, decided_at = ${NOW}, differences = '[]'
      where id = ${id}`
    await expect(accept(giver.id)).rejects.toMatchObject({ code: '23514' })
    await expect(accept(person)).rejects.toMatchObject({ code: '23514' })
  })
})
