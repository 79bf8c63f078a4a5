import { beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#domain/access/scope.ts'
import { parseRecordsAsked } from '#domain/archive/find-records.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { findVersionsInCustody } from '#src/store/archive/find-versions.ts'
import { inScope } from '#src/store/scope.ts'
import { addRecord, addVersion, type SomeVersion } from '#test/support/archive.ts'
import { addAgency, addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { recordTypes } from '#test/support/record-types.ts'
import { acting } from '#test/support/role-acts.ts'

/** More than are looked through before anything is looked up by its words. */
const NEWER = 3200
const LONG_AGO = new Date('2020-05-01T00:00:00Z')

const owner = await testDatabase()
const sql = asApplication(owner)
const agency = await addAgency(owner)
const unit = await addUnit(owner, agency)
const busy = await addPerson(owner, { agency })
const quiet = await addPerson(owner, { agency, unit })
const officer = await acting(owner, { role: 'officer', agency })
const verifier = await acting(owner, { role: 'verifier', agency })
const verified = { verifiedBy: verifier.id, verifiedAs: verifier.hat.id }

beforeAll(async () => {
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`
      insert into archive.records (id, person, agency, type, slot, stage, stage_since)
      select gen_random_uuid(), ${busy.id}, ${agency}, 'diklat', 'd' || n, 'active', ${NOW}
      from generate_series(1, ${NEWER}) n`
    await tx`
      insert into archive.versions (id, record, no, person, agency, status, bytes, pages, metadata, commitment,
        uploaded_by, received_at, status_since, submitted_at, search)
      select gen_random_uuid(), r.id, 1, r.person, r.agency, 'awaitingVerification', 1, 1, '{}', ''::bytea, r.person,
        ${NOW}::timestamptz - interval '1 second' * row_number() over (), ${NOW}, ${NOW},
        archive.words_of('{}', 'diklat', 'Pelatihan', r.agency)
      from archive.records r where r.person = ${busy.id} and r.type = 'diklat'`
  })
})

async function keepOld(fields: Partial<SomeVersion>, person = busy.id) {
  const record = await addRecord(owner, { person, type: 'pns' })
  const id = await addVersion(owner, { ...verified, receivedAt: LONG_AGO, ...fields, record })
  await owner`update archive.versions set metadata = metadata where id = ${id}`
  return id
}

async function find(
  typed: { text?: string; type?: string; year?: string; status?: string },
  hat = officer.hat,
  atMost = 5,
): Promise<VersionId[]> {
  const asked = parseRecordsAsked(
    { text: '', type: '', year: '', status: '', ...typed },
    recordTypes,
  )
  const rows = await inScope(sql, scopeOf(hat), NOW, (tx) =>
    findVersionsInCustody(tx, hat, asked, { before: undefined, atMost }),
  )
  return rows.map(({ id }) => id)
}

const old = await keepOld({ status: 'verified', metadata: { decreeDate: '2009-03-01' } })
const ofUnit = await keepOld({ status: 'superseded' }, quiet.id)

test('what is rare and old is found behind thousands that are newer', async () => {
  expect(await find({ text: 'SK PNS' })).toEqual([old])
  expect(await find({ type: 'pns', year: '2009' })).toEqual([old])
  expect(await find({ text: 'pelatihan zz' })).toEqual([])
})

test('what is common fills a page with the newest', async () => {
  const found = await find({ text: 'pelatihan' })
  expect(found).toHaveLength(5)
  expect(found).not.toContain(old)
})

test('the newest and the old stand on one page, where that ends among the old', async () => {
  const [newest] = await owner<{ id: VersionId }[]>`
    select id from archive.versions where person = ${busy.id} order by received_at desc limit 1`
  await owner`
    update archive.versions set metadata = '{"trainingName": "Bahasa Isyarat"}' where id = ${newest?.id ?? ''}`
  const other = await addPerson(owner, { agency })
  const record = await addRecord(owner, { person: other.id, type: 'diklat', slot: 'x' })
  const metadata = { trainingName: 'Bahasa Isyarat' }
  const id = await addVersion(owner, { receivedAt: LONG_AGO, metadata, record })
  await owner`update archive.versions set metadata = metadata where id = ${id}`
  expect(await find({ text: 'bahasa isyarat' })).toEqual([newest?.id, id])
})

test('a status alone is enough to find what few have', async () => {
  expect(await find({ status: 'superseded' })).toEqual([ofUnit])
  expect(await find({ status: 'verified' })).toEqual([old])
})

test('an officer of a small unit finds its own behind those of all others', async () => {
  const hat = { ...officer.hat, unit }
  expect(await find({ status: 'superseded' }, hat)).toEqual([ofUnit])
  expect(await find({ text: 'pns', status: 'superseded' }, hat)).toEqual([ofUnit])
  expect(await find({ status: 'verified' }, hat)).toEqual([])
})
