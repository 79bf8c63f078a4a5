import { beforeEach, expect, test } from 'vitest'
import type { Scope } from '#domain/access/scope.ts'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import type { PersonId } from '#domain/person.ts'
import { findCompleteness, recomputeStale } from '#src/store/archive/completeness.ts'
import { type GapsAsked, listGaps } from '#src/store/archive/gaps.ts'
import { inScope } from '#src/store/scope.ts'
import { addDocument } from '#test/support/archive-states.ts'
import { addAgency, addPerson, addUnit, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const { id: verifiedBy } = await addPerson(owner)

let agency: AgencyId
let unit: UnitId

beforeEach(async () => {
  agency = await addAgency(owner)
  unit = await addUnit(owner, agency)
})

function someone(fields: Partial<SomePerson> = {}): Promise<SomePerson> {
  return addPerson(owner, { agency, ...fields })
}

async function addHistory(person: PersonId, type: string, key: string, label = key): Promise<void> {
  await owner`
    insert into archive.history (person, type, key, label, source, added_at)
    values (${person}, ${type}, ${key}, ${label}, 'national', ${NOW})`
  await owner`update archive.completeness set stale = true where person = ${person}`
}

function verify(person: PersonId, type: string) {
  return addDocument(owner, { person, type, statuses: ['verified'], verifiedBy })
}

async function listed(asked: Partial<GapsAsked> = {}, scope?: Scope) {
  while (await recomputeStale(sql));
  return await inScope(sql, scope ?? { reach: 'agency', agency, unit: undefined }, NOW, (tx) =>
    listGaps(tx, { agency, unit: undefined, after: undefined, atMost: 50, ...asked }),
  )
}

test('tells who lacks what, by whose history, whoever lacks most first', async () => {
  const few = await someone({ unit, name: 'Siti' })
  for (const type of ['drh', 'd2np', 'cpns', 'spmtCpns', 'pns']) await verify(few.id, type)
  await addHistory(few.id, 'golongan', 'III/b', 'Penata Muda Tingkat I, III/b')
  const whole = await someone()
  for (const type of ['drh', 'd2np', 'cpns', 'spmtCpns', 'pns']) await verify(whole.id, type)
  const many = await someone({ kind: 'pppk', nip: '199001012024211999', name: 'Budi' })
  const list = await listed()
  expect(list.map(({ person }) => person)).toEqual([many.id, few.id])
  expect(list[1]).toEqual({
    person: few.id,
    name: 'Siti',
    nip: few.nip,
    kind: 'pns',
    unitName: 'Unit Uji',
    score: 8500,
    missing: 1,
    waiting: 0,
    returned: 0,
    gaps: [
      {
        type: 'golongan',
        slot: 'III/b#skKp',
        reason: 'missing',
        label: 'Penata Muda Tingkat I, III/b',
      },
    ],
  })
  expect(list[0]?.score).toBeUndefined()
})

test('goes on after the last one shown, and shows each once', async () => {
  const people = await Promise.all([1, 2, 3, 4, 5].map(() => someone()))
  for (const one of people.slice(0, 2)) await addHistory(one.id, 'skp22', '2024')
  const all = (await listed()).map(({ person }) => person)
  expect(new Set(all)).toEqual(new Set(people.map(({ id }) => id)))
  const walked: PersonId[] = []
  for (let after: GapsAsked['after']; ; ) {
    const [next] = await listed({ after, atMost: 1 })
    if (!next) break
    walked.push(next.person)
    after = { lacking: next.missing + next.returned, person: next.person }
  }
  expect(walked).toEqual(all)
})

test('R-AD-01 shows nobody outside the scope, whatever is asked for', async () => {
  const inside = await someone({ unit })
  const beside = await someone()
  const other = await addAgency(owner)
  const stranger = await addPerson(owner, { agency: other })
  const ids = async (asked: Partial<GapsAsked>, scope: Scope) =>
    (await listed(asked, scope)).map(({ person }) => person)
  const whole: Scope = { reach: 'agency', agency, unit: undefined }
  expect(await ids({ agency: other }, whole)).toEqual([])
  expect(await ids({ agency: other }, { ...whole, agency: other })).toEqual([stranger.id])
  expect(await ids({}, { ...whole, unit })).toEqual([inside.id])
  expect(await ids({ unit }, whole)).toEqual([inside.id])
  expect(new Set(await ids({}, whole))).toEqual(new Set([inside.id, beside.id]))
  expect(await ids({}, { reach: 'offices' })).toEqual([])
})

test('says nothing of a secret type, and its history is not to be read either', async () => {
  const { id } = await someone()
  await addHistory(id, 'hukumanDisiplin', '2018')
  const [row] = await listed()
  expect(row?.missing).toBe(5)
  expect(JSON.stringify(row)).not.toContain('hukumanDisiplin')
  const read = await inScope(sql, { reach: 'agency', agency, unit: undefined }, NOW, async (tx) => [
    ...(await tx`select type from archive.history where person = ${id}`),
  ])
  expect(read).toEqual([])
})

test('R-AD-01 an office counts one person with the same eyes: nobody elsewhere, nothing secret', async () => {
  const { id } = await someone()
  await addHistory(id, 'hukumanDisiplin', '2018')
  await verify(id, 'pns')
  const seen = (of: AgencyId) =>
    inScope(sql, { reach: 'agency', agency: of, unit: undefined }, NOW, (tx) =>
      findCompleteness(tx, id),
    )
  const own = await seen(agency)
  expect(own?.slots.map(({ type, state }) => [type.code, state.kind])).toEqual([
    ['drh', 'missing'],
    ['d2np', 'missing'],
    ['cpns', 'missing'],
    ['spmtCpns', 'missing'],
    ['pns', 'present'],
  ])
  expect(await seen(await addAgency(owner))).toBeUndefined()
  expect((await findCompleteness(sql, id))?.slots).toHaveLength(6)
})

test('is read from its index, however large the agency', async () => {
  await someone()
  const plan = await inScope(sql, { reach: 'agency', agency, unit: undefined }, NOW, async (tx) => {
    await tx`set local enable_seqscan = off`
    await tx`set local enable_sort = off`
    return await tx<{ 'QUERY PLAN': string }[]>`
      explain select person from archive.completeness
      where agency = ${agency} and lacking > 0 order by lacking desc, person limit 50`
  })
  expect(JSON.stringify(plan)).toContain('completeness_lacking')
})
