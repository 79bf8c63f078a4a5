import { beforeEach, describe, expect, test } from 'vitest'
import { scopeOf } from '#domain/access/scope.ts'
import type { AgencyId } from '#domain/agency.ts'
import { parseRecordsAsked } from '#domain/archive/find-records.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { findOwnVersions, findVersionsInCustody } from '#src/store/archive/find-versions.ts'
import { inScope } from '#src/store/scope.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { addRecord, addVersion, type SomeVersion } from '#test/support/archive.ts'
import { addAgency, addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { recordTypes } from '#test/support/record-types.ts'
import { acting } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const { id: verifiedBy } = await addPerson(owner)

let agency: AgencyId
let person: PersonId
let officer: OfficeAct & { id: PersonId }

beforeEach(async () => {
  agency = await addAgency(owner)
  person = (await addPerson(owner, { agency, name: 'Siti Rahmawati' })).id
  officer = await acting(owner, { role: 'officer', agency })
})

type Kept = Partial<SomeVersion> & {
  of?: PersonId
  type?: string
  slot?: string
  agency?: AgencyId
}

async function keep({ of = person, type = 'pns', slot = '', ...fields }: Kept = {}) {
  const { agency: custody, ...version } = fields
  const record = await addRecord(owner, {
    person: of,
    type,
    slot,
    ...(custody && { agency: custody }),
  })
  const id = await addVersion(owner, { verifiedBy, ...version, record })
  await owner`update archive.versions set metadata = metadata where id = ${id}`
  return id
}

const ask = (typed: Partial<Parameters<typeof parseRecordsAsked>[0]>) =>
  parseRecordsAsked({ text: '', type: '', year: '', status: '', ...typed }, recordTypes)
const page = { before: undefined, atMost: 10 }

async function own(typed: Parameters<typeof ask>[0], of = person): Promise<VersionId[]> {
  return (await findOwnVersions(sql, of, ask(typed), page)).map(({ id }) => id)
}

async function inCustody(typed: Parameters<typeof ask>[0], { hat } = officer) {
  const rows = await inScope(sql, scopeOf(hat), NOW, (tx) =>
    findVersionsInCustody(tx, hat, ask(typed), page),
  )
  return rows.map(({ id }) => id)
}

/** As whoever looks into their own archive, and as an officer who looks for it. */
describe.each([
  ['own', own],
  ['in custody', inCustody],
])('documents %s are found', (_, find) => {
  test('by what they are called', async () => {
    const id = await keep({ type: 'golongan', slot: 'III/b#skKp' })
    await keep({ type: 'drh' })
    expect(await find({ text: 'kenaikan pangkat' })).toEqual([id])
    expect(await find({ text: 'SK KP' })).toEqual([id])
    expect(await find({ text: 'III/b' })).toEqual([id])
  })

  test('by the stem of a word, or by how it begins', async () => {
    const id = await keep({ metadata: { positionName: 'Pengelola Kepegawaian' } })
    expect(await find({ text: 'pengelola' })).toEqual([id])
    expect(await find({ text: 'kepeg' })).toEqual([id])
    expect(await find({ text: 'kepegawai bendahara' })).toEqual([])
  })

  test('by the number of a decree, parted in whatever way', async () => {
    const id = await keep({ metadata: { decreeNumber: '821.2/045/BKD/2018' } })
    expect(await find({ text: '821.2/045' })).toEqual([id])
    expect(await find({ text: '045 bkd' })).toEqual([id])
    expect(await find({ text: '046' })).toEqual([])
  })

  test('by type, and by a year of their dates alone', async () => {
    const id = await keep({ metadata: { decreeDate: '2018-03-12', decreeNumber: '1/2019' } })
    await keep({ type: 'cpns', metadata: { decreeDate: '2017-03-12' } })
    expect(await find({ type: 'pns' })).toEqual([id])
    expect(await find({ year: '2018' })).toEqual([id])
    expect(await find({ year: '2019' })).toEqual([])
  })

  test('by status; without one those that count, or are on their way', async () => {
    const current = await keep({ type: 'drh', status: 'verified' })
    const old = await keep({ type: 'cpns', status: 'superseded' })
    await keep({ type: 'd2np', status: 'withdrawn' })
    expect(await find({ text: 'cpns', status: 'superseded' })).toEqual([old])
    expect(await find({ text: 'drh' })).toEqual([current])
    expect(await find({ text: 'cpns' })).toEqual([])
    expect(await find({ status: 'verified' })).toEqual([current])
  })

  test('no more once what they say is gone with their key', async () => {
    const id = await keep({ metadata: { decreeNumber: '821' } })
    expect(await find({ text: '821' })).toEqual([id])
    await owner`
      update archive.versions set metadata = null, sealed = null, twin_tag = null where id = ${id}`
    expect(await find({ type: 'pns' })).toEqual([])
  })
})

test('words of a query are words, whatever signs are among them', async () => {
  const id = await keep({ metadata: { positionName: "Juru d'arsip" } })
  expect(await own({ text: "'d' | & !arsip:*" })).toEqual([id])
  expect(await own({ text: '!!! & |' })).toEqual([id])
})

test('nobody finds what is in the archive of another', async () => {
  const other = await addPerson(owner, { agency })
  await keep({ of: other.id })
  expect(await own({ type: 'pns' })).toEqual([])
})

test('R-AD-01 an officer finds what the own agency has in custody, wherever its owner works by now', async () => {
  const elsewhere = await addPerson(owner)
  const kept = await keep({ of: elsewhere.id, agency })
  await keep({ of: (await addPerson(owner)).id })
  expect(await inCustody({ type: 'pns' })).toEqual([kept])
})

test('T26 what is handed over is found by the other agency, and no more by the first', async () => {
  const other = await addAgency(owner)
  const receiver = await acting(owner, { role: 'officer', agency: other })
  const kept = await keep({ metadata: { decreeNumber: '821/17' } })
  await owner`update archive.records set agency = ${other} where person = ${person}`
  await owner`update archive.versions set agency = ${other} where id = ${kept}`
  expect(await inCustody({ text: '821/17' })).toEqual([])
  expect(await inCustody({ text: '821/17' }, receiver)).toEqual([kept])
  expect(await own({ text: '821/17' })).toEqual([kept])
})

test('R-AD-01 an officer of a unit finds those of its people', async () => {
  const unit = await addUnit(owner, agency)
  const own = await addPerson(owner, { agency, unit })
  const kept = await keep({ of: own.id })
  await keep()
  expect(await inCustody({ type: 'pns' }, { ...officer, hat: { ...officer.hat, unit } })).toEqual([
    kept,
  ])
})

test('an officer finds no secret type, by whatever is asked', async () => {
  await keep({ type: 'hukumanDisiplin', slot: '2018', metadata: { sanctionKind: 'Ringan' } })
  expect(await inCustody({ type: 'hukumanDisiplin' })).toEqual([])
  expect(await inCustody({ text: 'ringan' })).toEqual([])
  expect(await inCustody({ status: 'awaitingVerification' })).toEqual([])
  expect(await own({ text: 'ringan' })).toHaveLength(1)
})

test('pages follow each other by key, the newest first', async () => {
  const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
  const ids = [
    await keep({ type: 'drh', receivedAt: at(1) }),
    await keep({ type: 'cpns', receivedAt: at(2) }),
    await keep({ type: 'pns', receivedAt: at(2) }),
  ]
  const asked = ask({ status: 'awaitingVerification' })
  const walk = async (before?: { at: Date; id: VersionId }): Promise<VersionId[]> => {
    const [next] = await inScope(sql, scopeOf(officer.hat), NOW, (tx) =>
      findVersionsInCustody(tx, officer.hat, asked, { before, atMost: 1 }),
    )
    return next ? [next.id, ...(await walk({ at: next.receivedAt, id: next.id }))] : []
  }
  const walked = await walk()
  expect(walked.toSorted()).toEqual(ids.toSorted())
  expect(walked.at(-1)).toBe(ids[0])
})

test('"berkas saya pada tanggal": what was verified by then and not yet superseded', async () => {
  const verifiedAt = (day: string) => new Date(`2026-0${day}T03:00:00Z`)
  const first = await keep({ status: 'superseded', receivedAt: verifiedAt('3-01') })
  await owner`update archive.versions set superseded_at = ${verifiedAt('5-01')} where id = ${first}`
  const [{ record } = { record: '' }] = await owner<{ record: string }[]>`
    select record from archive.versions where id = ${first}`
  const fields = { status: 'verified', verifiedBy, receivedAt: verifiedAt('5-01') } as const
  const second = await addVersion(owner, { ...fields, record: record as never })
  await owner`update archive.versions set metadata = metadata where id = ${second}`
  await keep({ type: 'cpns', receivedAt: verifiedAt('2-01') })
  const at = async (day: string, typed = {}) => {
    const rows = await findOwnVersions(sql, person, { ...ask(typed), at: verifiedAt(day) }, page)
    return rows.map(({ id }) => id)
  }
  expect(await at('2-28')).toEqual([])
  expect(await at('4-01')).toEqual([first])
  expect(await at('5-02')).toEqual([second])
  expect(await at('4-01', { status: 'verified' })).toEqual([])
})
