import { describe, expect, test } from 'vitest'
import type { Scope } from '#domain/access/scope.ts'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import { inScope } from '#src/store/scope.ts'
import { addAgency, addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const DENIED = { code: '42501' }

const agency = await addAgency(owner)
const office = await addUnit(owner, agency)
const school = await addUnit(owner, agency, office)
const elsewhere = await addAgency(owner)
const PEOPLE = {
  agencyHead: await addPerson(owner, { agency, role: 'agencyAdmin' }),
  officeClerk: await addPerson(owner, { agency, unit: office }),
  teacher: await addPerson(owner, { agency, unit: school }),
  stranger: await addPerson(owner, { agency: elsewhere }),
  auditor: await addPerson(owner, { agency: elsewhere, role: 'auditor' }),
}
type Name = keyof typeof PEOPLE

function agencyScope(unit?: UnitId, of: AgencyId = agency): Scope {
  return { reach: 'agency', agency: of, unit }
}

/** Whose rows a table shows. */
async function seen(scope: Scope, table: string, column = 'person'): Promise<Name[]> {
  const rows = await inScope(sql, scope, NOW, (tx) =>
    tx.unsafe<{ person: string }[]>(`select ${column} as person from ${table}`),
  )
  const found = new Set(rows.map(({ person }) => person))
  return (Object.keys(PEOPLE) as Name[]).filter((name) => found.has(PEOPLE[name].id))
}

const TABLES = ['people', 'accounts', 'login_identifiers', 'devices']

describe.each(TABLES)('R-AD-01 in %s', (table) => {
  const column = table === 'people' ? 'id' : 'person'
  test.each<[string, Scope, Name[]]>([
    ['an agency', agencyScope(), ['agencyHead', 'officeClerk', 'teacher']],
    ['a unit with those below it', agencyScope(office), ['officeClerk', 'teacher']],
    ['a unit at the end', agencyScope(school), ['teacher']],
    ['another agency', agencyScope(undefined, elsewhere), ['stranger', 'auditor']],
    ["another agency's unit", agencyScope(school, elsewhere), []],
    ['the national admin', { reach: 'offices' }, ['agencyHead', 'auditor']],
  ])('%s sees its own people, whatever the statement forgets', async (_, scope, expected) => {
    expect(await seen(scope, table, column)).toEqual(expected)
  })
})

describe('R-AD-01 the role of the desk', () => {
  test('sees nobody where no scope was set', async () => {
    const rows = await sql.begin(async (tx) => {
      await tx`set local role asn_desk`
      return tx`select from people`
    })
    expect(rows).toHaveLength(0)
  })

  test('is left with the transaction', async () => {
    await inScope(sql, agencyScope(), NOW, (tx) => tx`select from people`)
    expect(await sql`select current_user as me`).toEqual([{ me: 'asn_app' }])
    expect((await sql`select from people`).length).toBe(Object.keys(PEOPLE).length)
  })

  test.each([
    'select body from passwords',
    'select sealed from devices',
    'select * from devices',
    'select body from recovery_codes',
    'select sealed from recovery_sets',
    'select sealed from enrolments',
    'select id_hash from sessions',
    'select token_hash from known_browsers',
    'select code_mac from resets',
    'select sealed from outbox',
    'update passwords set body = body',
    `update mandates set role = 'nationalAdmin'`,
    `insert into mandates (person, role, valid_from, valid_to) values (gen_random_uuid(), 'auditor', now(), now())`,
    'update events set kind = kind',
    'delete from events',
    'delete from people',
  ])('reads no secret and changes no right: %s', async (statement) => {
    await expect(
      inScope(sql, agencyScope(), NOW, (tx) => tx.unsafe(statement)),
    ).rejects.toMatchObject(DENIED)
  })

  test('writes nothing into the record of somebody out of scope', async () => {
    const add = (person: string) =>
      inScope(
        sql,
        agencyScope(),
        NOW,
        (tx) => tx`
          insert into events (at, kind, person, actor, browser, network)
          values (${NOW}, 'signedOut', ${person}, ${PEOPLE.agencyHead.id}, '-', '-')`,
      )
    await add(PEOPLE.teacher.id)
    await expect(add(PEOPLE.stranger.id)).rejects.toMatchObject(DENIED)
  })
})
