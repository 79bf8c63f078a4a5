import { describe, expect, test } from 'vitest'
import { scopeOf } from '#domain/access/scope.ts'
import type { AgencyId } from '#domain/agency.ts'
import { overviewOf } from '#domain/archive/overview.ts'
import type { PersonId } from '#domain/person.ts'
import { findArchiveInCustody, findOwnArchive } from '#src/store/archive/archives.ts'
import { findLacking } from '#src/store/archive/lacking.ts'
import { inScope } from '#src/store/scope.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { addAgency, addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { acting } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const agency = await addAgency(owner)
const officer = await acting(owner, { role: 'officer', agency })

function lookAt(person: PersonId, { hat }: OfficeAct = officer) {
  return inScope(sql, scopeOf(hat), NOW, (tx) => findArchiveInCustody(tx, person, hat.id))
}

async function addSanction(person: PersonId) {
  await owner`
    insert into archive.history (person, type, key, label, source, added_at)
    values (${person}, 'hukumanDisiplin', '2018', 'Hukuman ringan', 'national', ${NOW})`
  return addRecord(owner, { person, type: 'hukumanDisiplin', slot: '2018' })
}

async function nameForSecrets({ hat, id }: OfficeAct & { id: PersonId }) {
  const admin = await acting(owner, { role: 'agencyAdmin', agency })
  await owner`
    insert into archive.secret_readers (hat, named_by, named_as, named_at)
    values (${hat.id}, ${admin.id}, ${admin.hat.id}, ${NOW})`
  return id
}

describe('the own archive', () => {
  test('knows each document with its record', async () => {
    const { id } = await addPerson(owner)
    const record = await addRecord(owner, { person: id })
    await addVersion(owner, { record })
    const found = await findOwnArchive(sql, id)
    const overview = found && overviewOf(found.completeness, found.records)
    expect(overview?.onTheirWay.map((slot) => [slot.type.code, slot.record?.id])).toEqual([
      ['pns', record],
    ])
    expect(found?.serves).toBe(true)
  })

  test('knows its own secrets', async () => {
    const { id } = await addPerson(owner)
    const record = await addSanction(id)
    const found = await findOwnArchive(sql, id)
    expect(found?.records.map((one) => one.id)).toEqual([record])
    expect(found?.completeness.slots.map(({ type }) => type.code)).toContain('hukumanDisiplin')
  })

  test('asks nothing of whoever left the service', async () => {
    const { id } = await addPerson(owner)
    expect((await findLacking(sql, id))?.missing).toBe(5)
    await owner`update people set legal_position = '99' where id = ${id}`
    expect((await findOwnArchive(sql, id))?.serves).toBe(false)
    expect(await findLacking(sql, id)).toBeUndefined()
  })
})

describe('R-AD-01 an archive under a hat', () => {
  test('shows people of the agency alone', async () => {
    const own = await addPerson(owner, { agency })
    const other = await addPerson(owner)
    expect((await lookAt(own.id))?.kind).toBe('pns')
    expect(await lookAt(other.id)).toBeUndefined()
  })

  test('shows people of the unit alone', async () => {
    const unit = await addUnit(owner, agency)
    const own = await addPerson(owner, { agency, unit })
    const other = await addPerson(owner, { agency })
    const hat = { ...officer.hat, unit }
    expect(await lookAt(own.id, { ...officer, hat })).toBeDefined()
    expect(await lookAt(other.id, { ...officer, hat })).toBeUndefined()
  })

  test('says nothing of secret types, not even that one is missing', async () => {
    const { id } = await addPerson(owner, { agency })
    const record = await addSanction(id)
    const found = await lookAt(id)
    expect(found?.records).toEqual([])
    expect(found?.types.map(({ code }) => code)).not.toContain('hukumanDisiplin')
    expect(found?.completeness.slots.map(({ type }) => type.code)).not.toContain('hukumanDisiplin')
    expect(JSON.stringify(found)).not.toContain(record)
  })

  test('shows the records of secret types to whoever was named for them', async () => {
    const named = await acting(owner, { role: 'officer', agency })
    await nameForSecrets(named)
    const { id } = await addPerson(owner, { agency })
    const record = await addSanction(id)
    expect((await lookAt(id, named))?.records.map((one) => one.id)).toEqual([record])
  })

  test('what another agency keeps still is neither there nor missing', async () => {
    const former = await addAgency(owner)
    const { id } = await addPerson(owner, { agency })
    await addDocument(id, 'pns', former)
    await addDocument(id, 'drh', agency)
    const found = await lookAt(id)
    const states = found?.completeness.slots.map(({ type, state }) => [type.code, state.kind])
    expect(found?.elsewhere).toBe(1)
    expect(Object.fromEntries(states ?? [])).toEqual({
      drh: 'awaitingVerification',
      d2np: 'missing',
      cpns: 'missing',
      spmtCpns: 'missing',
    })
  })
})

async function addDocument(person: PersonId, type: string, of: AgencyId) {
  const record = await addRecord(owner, { person, agency: of, type })
  return addVersion(owner, { record })
}
