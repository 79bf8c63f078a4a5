import { describe, expect, test } from 'vitest'
import { scopeOf } from '#domain/access/scope.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import { findDossier, findDossierInCustody } from '#src/store/archive/dossiers.ts'
import { addArchiveEvent } from '#src/store/archive/events.ts'
import { listArchiveNotices, listToldEvents } from '#src/store/archive/told-events.ts'
import { inTransaction } from '#src/store/database.ts'
import { inScope } from '#src/store/scope.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { acting } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const agency = await addAgency(owner)
const officer = await acting(owner, { role: 'officer', agency })
const verifier = await acting(owner, { role: 'verifier', agency })

async function addOne(fields: Partial<Parameters<typeof addRecord>[1]> = {}) {
  const { id: person } = await addPerson(owner, { agency, name: 'Siti Rahmawati' })
  const record = await addRecord(owner, { person, ...fields })
  return { person, record }
}

function lookAt(key: { person: PersonId; record: RecordId }) {
  const { hat } = officer
  return inScope(sql, scopeOf(hat), NOW, (tx) => findDossierInCustody(tx, key, hat.id))
}

type Telling = Partial<Parameters<typeof addArchiveEvent>[1]>

async function tell(key: { person: PersonId; record: RecordId }, event: Telling) {
  await inTransaction(sql, (tx) =>
    addArchiveEvent(tx, {
      ...key,
      name: 'recordVerified',
      actor: 'system',
      at: NOW,
      body: {},
      ...event,
    }),
  )
}

describe('a record with all its versions', () => {
  test('has the newest first, with what they say', async () => {
    const key = await addOne()
    const first = await addVersion(owner, { ...key, status: 'withdrawn' })
    const second = await addVersion(owner, { ...key, metadata: { decreeNumber: '821/17' } })
    const found = await findDossier(sql, key)
    expect(found?.versions.map(({ version }) => version.id)).toEqual([second, first])
    expect(found?.versions[0]?.metadata).toEqual({ decreeNumber: '821/17' })
    expect(found?.owner.name).toBe('Siti Rahmawati')
    expect(found?.type.code).toBe('pns')
  })

  test('is called by its row of the history', async () => {
    const key = await addOne({ type: 'golongan', slot: 'III/b#skKp' })
    await owner`
      insert into archive.history (person, type, key, label, source, added_at)
      values (${key.person}, 'golongan', 'III/b', 'Penata Muda Tingkat I, III/b', 'national', ${NOW})`
    expect((await findDossier(sql, key))?.rowLabel).toBe('Penata Muda Tingkat I, III/b')
  })

  test('does not exist in the archive of another', async () => {
    const { record } = await addOne()
    const { person } = await addOne()
    expect(await findDossier(sql, { person, record })).toBeUndefined()
  })

  test('R-AD-01 does not exist under a hat that does not reach it', async () => {
    const own = await addOne()
    const { id: person } = await addPerson(owner)
    const foreign = { person, record: await addRecord(owner, { person }) }
    expect((await lookAt(own))?.record.id).toBe(own.record)
    expect(await lookAt(foreign)).toBeUndefined()
  })

  test('does not exist under a hat where its type is secret', async () => {
    const key = await addOne({ type: 'hukumanDisiplin', slot: '2018' })
    expect(await lookAt(key)).toBeUndefined()
    expect((await findDossier(sql, key))?.record.id).toBe(key.record)
  })
})

describe('what happened to a record', () => {
  test('is told in order, with whose doing it was', async () => {
    const key = await addOne()
    const { person } = key
    await tell(key, { name: 'uploadCompleted', actor: { person, hat: undefined }, body: { no: 1 } })
    await tell(key, { name: 'intakePassed', body: { no: 1 } })
    const by = { person: verifier.id, hat: verifier.hat.id }
    await tell(key, { name: 'recordVerified', actor: by, body: { no: 1 } })
    const events = await listToldEvents(sql, key.record, 10)
    expect(events.map(({ name, no, by: who }) => [name, no, who.kind])).toEqual([
      ['recordVerified', 1, 'officer'],
      ['intakePassed', 1, 'system'],
      ['uploadCompleted', 1, 'subject'],
    ])
    expect(events[0]?.by).toEqual({
      kind: 'officer',
      role: 'verifier',
      name: expect.stringContaining(''),
    })
  })

  test('I1 names nobody of the legal unit at what left a list for a hold, which may be silent', async () => {
    const key = await addOne()
    const actor = { person: verifier.id, hat: verifier.hat.id }
    await tell(key, { name: 'itemWithdrawn', actor, body: { because: 'held' } })
    await tell(key, { name: 'itemWithdrawn', actor: 'system', body: { because: 'noLongerOver' } })
    const asked = { since: new Date(0), atMost: 10 }
    const told = [
      ...(await listToldEvents(sql, key.record, 10)),
      ...(await listArchiveNotices(sql, key.person, asked)),
    ]
    expect(told.map(({ by }) => by.kind)).toEqual(Array(4).fill('system'))
  })

  test('I1 says nothing of a silent hold, to whoever asks', async () => {
    const key = await addOne()
    await tell(key, { name: 'holdPlaced', body: { silent: true } })
    await tell(key, { name: 'holdLifted', body: { silent: false } })
    expect((await listToldEvents(sql, key.record, 10)).map(({ name }) => name)).toEqual([
      'holdLifted',
    ])
    const asked = { since: new Date(0), atMost: 10 }
    expect((await listArchiveNotices(sql, key.person, asked)).map(({ name }) => name)).toEqual([
      'holdLifted',
    ])
  })

  test.each([
    [true, []],
    [false, ['itemWithdrawn']],
  ])(
    'I1 says that it left a list for a hold only where that is not silent (%s)',
    async (silent, told) => {
      const key = await addOne()
      const [hold] = await owner<{ id: string }[]>`
      insert into archive.holds (id, person, record, basis, case_no, review_on, silent, placed_by, placed_as, placed_at)
      values (gen_random_uuid(), ${key.person}, ${key.record}, 'Penetapan pengadilan', '1/G', '2027-03-01', ${silent},
        ${verifier.id}, ${verifier.hat.id}, ${NOW})
      returning id`
      const body = { because: 'held', hold: hold?.id ?? '' }
      await tell(key, { name: 'itemWithdrawn', body })
      const asked = { since: new Date(0), atMost: 10 }
      expect((await listToldEvents(sql, key.record, 10)).map(({ name }) => name)).toEqual(told)
      expect((await listArchiveNotices(sql, key.person, asked)).map(({ name }) => name)).toEqual(
        told,
      )
    },
  )
})

describe('what somebody is told of without having asked', () => {
  test('is what others did about their records, of late', async () => {
    const key = await addOne()
    const { person } = key
    const before = new Date(NOW.getTime() - 1000)
    await tell(key, { name: 'recordReturned', at: before, body: { no: 1 } })
    await tell(key, { name: 'uploadWithdrawn', actor: { person, hat: undefined } })
    await tell(key, { name: 'intakePassed' })
    await tell(key, { name: 'recordVerified', body: { no: 2 } })
    const told = await listArchiveNotices(sql, person, { since: NOW, atMost: 10 })
    expect(told.map(({ name, record, no }) => [name, record?.id, no])).toEqual([
      ['recordVerified', key.record, 2],
    ])
  })

  test('is of nobody else', async () => {
    const key = await addOne()
    const other = await addOne()
    await tell(key, {})
    const asked = { since: NOW, atMost: 10 }
    expect(await listArchiveNotices(sql, other.person, asked)).toEqual([])
  })
})
