import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scope } from '#domain/access/scope.ts'
import type { AgencyId } from '#domain/agency.ts'
import { findByNumber, findPeople, type Page } from '#src/store/desk/find-people.ts'
import { inScope } from '#src/store/scope.ts'
import { addAgency, addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

const agency = await addAgency(owner)
const elsewhere = await addAgency(owner)
const office = await addUnit(owner, agency)
const school = await addUnit(owner, agency, office)
const ALL: Page = { after: undefined, atMost: 100 }

function add(name: string, nip: string, fields: Parameters<typeof addPerson>[1] = {}) {
  return addPerson(owner, { name, nip, agency, ...fields })
}

const PEOPLE = [
  await add('Siti Nurhaliza', '198501012010012001', { unit: office }),
  await add('siti rahmawati', '198501022010012002', { unit: school }),
  await add('Dra. SITI Aminah', '198602022010012003', { role: 'agencyAdmin' }),
  await add('Budi 100% Hadir_Terus', '199001012010011004'),
  await add("Nur'aini \\ Siregar", '199001012010012005'),
  await add('Siti Elsewhere', '198501012010012099', { agency: elsewhere }),
  await add('Siti Auditor', '198501012010012098', { agency: elsewhere, role: 'auditor' }),
]
const own: Scope = { reach: 'agency', agency, unit: undefined }

function find(words: readonly string[], scope: Scope = own, page: Page = ALL) {
  return inScope(sql, scope, NOW, async (tx) => named(await findPeople(tx, words, page)))
}

function findNumber(beginning: string, scope: Scope = own) {
  return inScope(sql, scope, NOW, async (tx) => named(await findByNumber(tx, beginning, ALL)))
}

function named(ids: readonly string[]): string[] {
  return ids.map((id) => PEOPLE.find((one) => one.id === id)?.name ?? id)
}

describe('the desk finds by name', () => {
  test('parts of it in any case and order, listed by name', async () => {
    expect(await find(['SITI'])).toEqual(['Dra. SITI Aminah', 'Siti Nurhaliza', 'siti rahmawati'])
    expect(await find(['wati', 'sit'])).toEqual(['siti rahmawati'])
    expect(await find(['ti', 'nur', 'hal'])).toEqual(['Siti Nurhaliza'])
    expect(await find(['siti', 'budi'])).toEqual([])
  })

  test('signs as they are, though LIKE means something by them', async () => {
    expect(await find(['100%'])).toEqual(['Budi 100% Hadir_Terus'])
    expect(await find(['r_t'])).toEqual(['Budi 100% Hadir_Terus'])
    expect(await find(["r'a", '\\'])).toEqual(["Nur'aini \\ Siregar"])
    expect(await find(['%s'])).toEqual([])
  })

  test('goes on after the last of a page', async () => {
    const seen: string[] = []
    let after: Page['after']
    for (let pages = 0; pages < 4; pages += 1) {
      const page = await inScope(sql, own, NOW, (tx) => findPeople(tx, [], { after, atMost: 2 }))
      seen.push(...named(page))
      const last = PEOPLE.find(({ id }) => id === page.at(-1))
      after = last && { name: last.name, id: last.id }
      if (!after) break
    }
    expect(seen).toEqual(await find([]))
    expect(seen).toHaveLength(5)
  })

  test('a new name at once, and no longer the old one', async () => {
    await owner`update people set name = 'Ratna' where name = 'Budi 100% Hadir_Terus'`
    expect(await find(['ratna'])).toHaveLength(1)
    expect(await find(['budi'])).toEqual([])
    await owner`update people set name = 'Budi 100% Hadir_Terus' where name = 'Ratna'`
  })
})

describe('the desk finds by number', () => {
  test('what it begins with', async () => {
    expect(await findNumber('19850')).toEqual(['Siti Nurhaliza', 'siti rahmawati'])
    expect(await findNumber('19900101201001')).toHaveLength(2)
    expect(await findNumber('198501012010012001')).toEqual(['Siti Nurhaliza'])
    expect(await findNumber('77')).toEqual([])
  })

  test('whose it was, by all of its digits', async () => {
    const converted = await add('Ganti Nomor', '198703032010012010')
    await owner`update login_identifiers set valid_to = ${NOW} where person = ${converted.id}`
    await owner`
      insert into login_identifiers (identifier, person, kind, valid_from)
      values ('198703042010012011', ${converted.id}, 'nip', ${NOW})`
    expect(await findNumber('198703032010012010')).toEqual([converted.id])
    expect(await findNumber('19870303')).toEqual([])
    expect(await findNumber('19870304')).toEqual([converted.id])
  })

  test.each(['', 'siti', "1' or true --", '19%', '1'.repeat(19)])('nobody by %j', async (text) => {
    expect(await findNumber(text)).toEqual([])
  })
})

describe('R-AD-01 the desk finds nobody outside the scope', () => {
  test.each<[string, Scope, string[]]>([
    [
      'another agency',
      { reach: 'agency', agency: elsewhere, unit: undefined },
      ['Siti Auditor', 'Siti Elsewhere'],
    ],
    [
      'a unit with those below it',
      { reach: 'agency', agency, unit: office },
      ['Siti Nurhaliza', 'siti rahmawati'],
    ],
    ['a unit at the end', { reach: 'agency', agency, unit: school }, ['siti rahmawati']],
    ["another agency's unit", { reach: 'agency', agency: elsewhere, unit: school }, []],
    ['those of high office', { reach: 'offices' }, ['Dra. SITI Aminah', 'Siti Auditor']],
    [
      'no such agency',
      { reach: 'agency', agency: crypto.randomUUID() as AgencyId, unit: undefined },
      [],
    ],
  ])('%s', async (_, scope, expected) => {
    expect(await find(['siti'], scope)).toEqual(expected)
    const byNumber = await findNumber('198', scope)
    expect(byNumber.filter((name) => /siti/i.test(name)).sort()).toEqual(expected.toSorted())
  })

  test('without settings nobody', async () => {
    const found = await sql.begin(async (tx) => {
      await tx`set local role asn_desk`
      return [...(await findPeople(tx, ['siti'], ALL)), ...(await findByNumber(tx, '1', ALL))]
    })
    expect(found).toEqual([])
  })

  test('whatever is typed, all that comes out is in the scope', async () => {
    const ids = PEOPLE.filter(({ agency: of }) => of === agency).map(({ id }) => id)
    const word = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom("') or true --", '%', '$1', '\\', '%L'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 4 }), fc.string(), async (words, number) => {
        const clean = words.map((one) => one.replaceAll('\0', ''))
        const found = await inScope(sql, own, NOW, async (tx) => [
          ...(await findPeople(tx, clean, ALL)),
          ...(await findByNumber(tx, number.replaceAll('\0', ''), ALL)),
        ])
        const others = PEOPLE.filter(({ id }) => !ids.includes(id)).map(({ id }) => id)
        expect(found.filter((id) => others.includes(id))).toEqual([])
      }),
    )
  })

  test.each(['select people_in_scope($$true$$, null, null, 9)', 'select high_officers()'])(
    'nor by what they are made of: %s',
    async (statement) => {
      const asked = inScope(sql, own, NOW, (tx) => tx.unsafe(statement))
      await expect(asked).rejects.toMatchObject({ code: '42501' })
    },
  )

  test('the portal outside an office finds nobody', async () => {
    expect(await sql`select find_people(array['siti'], null, null, 9)`).toEqual([])
  })
})
