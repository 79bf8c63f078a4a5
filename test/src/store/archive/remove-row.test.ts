import { describe, expect, test } from 'vitest'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok } from '#domain/result.ts'
import { addNewRow } from '#src/store/archive/new-rows.ts'
import { findHistoryRow, removeHistoryRow } from '#src/store/archive/remove-row.ts'
import { findSlot } from '#src/store/archive/slots.ts'
import { withdraw } from '#src/store/archive/withdrawals.ts'
import type { TransactionSql } from '#src/store/database.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { receivingOf } from '#test/support/receiving.ts'
import { acting } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const desk = await receivingOf(owner)
const agency = await addAgency(owner)
const officer = await acting(owner, { agency, role: 'officer' })
const foreign = await acting(owner, { role: 'officer' })
const KEY = 'III/b'

async function someone(source: 'person' | 'officer' | 'national' = 'person') {
  const { id: person } = await addPerson(owner, { agency })
  const row = { person, type: 'golongan', key: KEY }
  if (source === 'national')
    await owner`
      insert into archive.history (person, type, key, label, source, added_at)
      values (${person}, 'golongan', ${KEY}, ${KEY}, 'national', ${NOW})`
  else
    await addNewRow(sql, {
      ...row,
      label: KEY,
      onDate: undefined,
      by:
        source === 'person'
          ? { person, hat: undefined }
          : { person: officer.id, hat: officer.hat.id },
      at: NOW,
    })
  return row
}

const remove = (row: Awaited<ReturnType<typeof someone>>, by?: OfficeAct) =>
  removeHistoryRow(sql, { ...row, by: by ?? { person: row.person } }, NOW)

async function sent(person: PersonId, slot = `${KEY}#skKp`): Promise<VersionId> {
  return desk.send(Buffer.from(`berkas ${person}`), { person, type: 'golongan', slot })
}

async function missingOf(person: PersonId): Promise<string[]> {
  const [row] = await owner<{ gaps: { type: string; slot: string }[] }[]>`
    select gaps from archive.completeness where person = ${person} and not stale`
  return (row?.gaps ?? []).map(({ type, slot }) => `${type}/${slot}`)
}

describe('a row of a history that was added by mistake', () => {
  test('goes with its event, and is missed no more in the same transaction', async () => {
    const row = await someone()
    expect(await missingOf(row.person)).toContain(`golongan/${KEY}#skKp`)
    expect(await remove(row)).toEqual(ok(true))
    expect(await findHistoryRow(sql, row)).toBeUndefined()
    expect(await missingOf(row.person)).not.toContain(`golongan/${KEY}#skKp`)
    expect(await missingOf(row.person)).not.toEqual([])
    const [event] = await owner`
      select e.actor, e.hat, e.body, q.seq is not null as queued
      from archive.events e left join archive.log_queue q on q.event = e.id
      where e.name = 'historyRowRemoved' and e.person = ${row.person}`
    expect(event).toMatchObject({
      actor: row.person,
      hat: null,
      queued: true,
      body: { type: 'golongan', source: 'person' },
    })
    expect(JSON.stringify(event?.['body'])).not.toContain(KEY)
    expect(await remove(row)).toEqual(no({ kind: 'noSuchRow' }))
  })

  test('goes at the word of an officer whom its person is in reach of, and no other', async () => {
    const row = await someone()
    expect(await remove(row, foreign)).toEqual(no({ kind: 'noRight' }))
    expect(await remove(row, officer)).toEqual(ok(true))
    const theirs = await someone('officer')
    expect(await remove(theirs)).toEqual(no({ kind: 'byOfficer' }))
    expect(await remove(theirs, officer)).toEqual(ok(true))
  })

  test('stays while a document of it is on its way or waits, and goes once that is withdrawn', async () => {
    const row = await someone()
    const id = await sent(row.person)
    expect(await remove(row)).toEqual(no({ kind: 'waits' }))
    const { person } = row
    await withdraw(desk.keyring, { id, person, by: { person } }, NOW)
    expect(await remove(row)).toEqual(ok(true))
    const place = { type: 'golongan', slot: `${KEY}#skKp` }
    expect(await findSlot(sql, person, place)).toBeUndefined()
  })

  test('stays while an upload for it is open', async () => {
    const row = await someone()
    await owner`
      insert into archive.uploads (id, person, sent_by, type, slot, form, metadata, bytes, started_at, expires_at)
      values (gen_random_uuid(), ${row.person}, ${row.person}, 'golongan', ${`${KEY}#pertekKp`}, 'document', '{}', 5,
              ${NOW}, ${NOW}::timestamptz + interval '7 days')`
    expect(await remove(row)).toEqual(no({ kind: 'waits' }))
  })

  test('stays for good once a document of it was verified, also where that was revoked since', async () => {
    const row = await someone()
    const id = await sent(row.person)
    await withdraw(desk.keyring, { id, person: row.person, by: { person: row.person } }, NOW)
    await owner`update archive.records set stage = 'active' where person = ${row.person}`
    expect(await remove(row)).toEqual(no({ kind: 'wasVerified' }))
    expect(await findHistoryRow(sql, row)).toBeDefined()
  })

  test('of the national data is removed by nobody, the database itself says so', async () => {
    const row = await someone('national')
    expect(await remove(row)).toEqual(no({ kind: 'national' }))
    expect(await remove(row, officer)).toEqual(no({ kind: 'national' }))
    await sql`delete from archive.history where person = ${row.person}`
    expect(await findHistoryRow(sql, row)).toBeDefined()
  })

  test('waits for a document that is being received, and then stays', async () => {
    const row = await someone()
    const id = crypto.randomUUID()
    const receive = async (tx: TransactionSql) => {
      await tx`select archive.lock_history_row(${row.person}, 'golongan', ${KEY})`
      await tx`
        insert into archive.records (id, person, agency, type, slot, stage_since)
        values (${id}, ${row.person}, ${agency}, 'golongan', ${`${KEY}#skKp`}, ${NOW})`
      await tx`
        insert into archive.versions (id, record, no, person, agency, status, bytes, digitised, metadata, sealed,
          twin_tag, commitment, uploaded_by, received_at, status_since)
        values (${id}, ${id}, 1, ${row.person}, ${agency}, 'quarantined', 5, false, '{}', '\\x00',
                sha256('x'), sha256('x'), ${row.person}, ${NOW}, ${NOW})`
    }
    expect(await whileHeld(owner, receive, () => remove(row))).toEqual(no({ kind: 'waits' }))
  })
})
