import { describe, expect, test } from 'vitest'
import type { AgencyId } from '#domain/agency.ts'
import type { PersonId } from '#domain/person.ts'
import { no } from '#domain/result.ts'
import { endRole } from '#src/store/role-ends.ts'
import { askForRole, decideRole } from '#src/store/role-requests.ts'
import { addAgency, addPerson, addUnit, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { acting, later, REASON, roleRequest, wantedRole } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

/** An agency with that many admins who act, and someone there who holds nothing. */
async function agencyWith(fields: Partial<SomePerson> = {}) {
  const agency = await addAgency(owner)
  const asker = await acting(owner, { agency, role: 'agencyAdmin' })
  const other = await acting(owner, { agency, role: 'agencyAdmin' })
  const person = await addPerson(owner, { agency, ...fields })
  return { agency, asker, other, person }
}

async function asked(where: Awaited<ReturnType<typeof agencyWith>>) {
  const request = roleRequest(where.person.id, wantedRole(where.agency))
  const answer = await askForRole(sql, request, where.asker)
  if (!answer.ok) throw new Error(answer.problem.kind)
  return request.id
}

function rolesOf(person: PersonId) {
  return owner`select role, agency, valid_from, valid_to from mandates where person = ${person}`
}

async function kindsOf(person: PersonId) {
  const rows = await owner<{ kind: string }[]>`
    select kind from events where person = ${person} order by id`
  return rows.map(({ kind }) => kind)
}

async function stateOf(id: string) {
  const [row] = await owner<{ state: string }[]>`
    select state from approval_requests where id = ${id}`
  return row?.state
}

describe('a role', () => {
  test('is given by two people, with record and mail, and its holder signs in anew', async () => {
    const where = await agencyWith({ emails: ['baru@instansi.example'] })
    const { person, agency, other } = where
    await owner`
      insert into sessions (id_hash, person, started_at, idle_seconds, idle_until, absolute_until, browser_label, network)
      values (${Buffer.from(person.nip)}, ${person.id}, ${NOW}, 60, '2099-01-01', '2099-01-01', 'x', 'x')`
    const id = await asked(where)
    expect(await rolesOf(person.id)).toEqual([])
    expect((await decideRole(sql, id, 'approved', later(other, 60))).ok).toBe(true)
    const at = later(other, 60).event.at
    expect(await rolesOf(person.id)).toEqual([
      { role: 'officer', agency, validFrom: at, validTo: wantedRole(agency).until },
    ])
    expect(await stateOf(id)).toBe('done')
    expect(await kindsOf(person.id)).toEqual(['mandateAsked', 'mandateGiven'])
    expect(await owner`select from sessions where person = ${person.id}`).toEqual([])
    expect(await owner`select from outbox where person = ${person.id}`).toHaveLength(1)
  })

  test('the record names who acted in which role, and why', async () => {
    const where = await agencyWith()
    const id = await asked(where)
    await decideRole(sql, id, 'approved', where.other)
    const rows = await owner`
      select actor, hat, detail ->> 'reason' as reason from events
      where person = ${where.person.id} order by id`
    const { asker, other } = where
    expect(rows).toEqual([
      { actor: asker.id, hat: asker.hat.id, reason: REASON },
      { actor: other.id, hat: other.hat.id, reason: REASON },
    ])
  })

  test('is not given by the one who asked, nor to the one who decides', async () => {
    const where = await agencyWith()
    const id = await asked(where)
    expect(await decideRole(sql, id, 'approved', where.asker)).toEqual(no({ kind: 'ownRequest' }))
    const self = await acting(owner, { agency: where.agency, role: 'agencyAdmin' })
    const about = roleRequest(self.id, wantedRole(where.agency))
    expect((await askForRole(sql, about, where.asker)).ok).toBe(true)
    expect(await decideRole(sql, about.id, 'approved', self)).toEqual(no({ kind: 'oneself' }))
    expect(await stateOf(about.id)).toBe('open')
  })

  test('is decided by nobody who could not ask for it', async () => {
    const where = await agencyWith()
    const id = await asked(where)
    const stranger = await acting(owner, { role: 'agencyAdmin' })
    const nation = await acting(owner, { role: 'nationalAdmin' })
    const officer = await acting(owner, { agency: where.agency, role: 'officer' })
    for (const by of [stranger, nation, officer])
      for (const decision of ['approved', 'declined'] as const)
        expect(await decideRole(sql, id, decision, by)).toEqual(no({ kind: 'notYours' }))
    expect(await stateOf(id)).toBe('open')
  })

  test('is given once, however many approve at the same time', async () => {
    const where = await agencyWith()
    const id = await asked(where)
    const third = await acting(owner, { agency: where.agency, role: 'agencyAdmin' })
    const tries = [where.other, third, where.other, third].map((by) =>
      decideRole(sql, id, 'approved', by),
    )
    const given = (await Promise.all(tries)).filter(({ ok }) => ok)
    expect(given).toHaveLength(1)
    expect(await rolesOf(where.person.id)).toHaveLength(1)
  })

  test('declined or withdrawn gives nothing, and cannot be approved any more', async () => {
    for (const [decision, by] of [
      ['declined', 'other'],
      ['withdrawn', 'asker'],
    ] as const) {
      const where = await agencyWith()
      const id = await asked(where)
      expect((await decideRole(sql, id, decision, where[by])).ok).toBe(true)
      expect(await decideRole(sql, id, 'approved', where.other)).toEqual(no({ kind: 'over' }))
      expect(await rolesOf(where.person.id)).toEqual([])
      expect(await kindsOf(where.person.id)).toEqual(['mandateAsked', 'mandateRequestOver'])
    }
  })

  test('asked for twice waits once', async () => {
    const where = await agencyWith()
    await asked(where)
    const again = roleRequest(where.person.id, wantedRole(where.agency))
    expect(await askForRole(sql, again, where.other)).toEqual(no({ kind: 'alreadyAsked' }))
  })

  test('of a unit is of a unit of that agency', async () => {
    const { agency, asker, person } = await agencyWith()
    const unit = await addUnit(owner, await addAgency(owner))
    const request = roleRequest(person.id, wantedRole(agency, { unit }))
    expect(await askForRole(sql, request, asker)).toEqual(no({ kind: 'noSuchUnit' }))
  })
})

describe('what changed since a role was asked for', () => {
  test.each<
    [
      string,
      (where: Awaited<ReturnType<typeof agencyWith>>, other: AgencyId) => Promise<unknown>,
      string,
    ]
  >([
    [
      'the person moved to another agency',
      ({ person }, other) => owner`update people set agency = ${other} where id = ${person.id}`,
      'elsewhere',
    ],
    [
      'their second factor was reset',
      ({ person }) => owner`update accounts set mfa = 'reactivation' where person = ${person.id}`,
      'noSecondFactor',
    ],
    [
      'they said Bukan saya',
      ({ person }) => owner`update accounts set state = 'frozen' where person = ${person.id}`,
      'notActive',
    ],
    [
      'they retired',
      ({ person }) => owner`update people set legal_position = '99' where id = ${person.id}`,
      'doesNotServe',
    ],
    [
      'the one who asked lost their role',
      ({ asker }) => owner`update mandates set valid_to = ${NOW} where person = ${asker.id}`,
      'askerLeft',
    ],
    [
      'the role was given meanwhile',
      ({ person, agency }) => owner`
        insert into mandates (person, role, agency, valid_from, valid_to)
        values (${person.id}, 'officer', ${agency}, ${NOW}, '2027-01-01')`,
      'alreadyHeld',
    ],
  ])('%s: the request stops, and nothing is given', async (_, change, kind) => {
    const where = await agencyWith()
    const id = await asked(where)
    const third = await acting(owner, { agency: where.agency, role: 'agencyAdmin' })
    await change(where, await addAgency(owner))
    const before = await rolesOf(where.person.id)
    expect(await decideRole(sql, id, 'approved', third)).toMatchObject(no({ kind }))
    expect(await stateOf(id)).toBe('stopped')
    expect(await rolesOf(where.person.id)).toEqual(before)
  })

  test('the one who decides lost their role, or took their hat off: nothing is decided', async () => {
    const where = await agencyWith()
    const id = await asked(where)
    await owner`update sessions set hat = null where person = ${where.other.id}`
    expect(await decideRole(sql, id, 'approved', where.other)).toEqual(no({ kind: 'hatGone' }))
    await owner`update mandates set valid_to = ${NOW} where person = ${where.asker.id}`
    expect(await decideRole(sql, id, 'withdrawn', where.asker)).toEqual(no({ kind: 'hatGone' }))
    expect(await stateOf(id)).toBe('open')
  })

  test('a day passed: it is over', async () => {
    const where = await agencyWith()
    const id = await asked(where)
    const tomorrow = later(where.other, 24 * 3600 - 1)
    expect((await decideRole(sql, id, 'approved', tomorrow)).ok).toBe(true)
    const next = await agencyWith()
    const late = await asked(next)
    await owner`update approval_requests set expires_at = ${NOW}, asked_at = '2020-01-01' where id = ${late}`
    expect(await decideRole(sql, late, 'approved', next.other)).toEqual(no({ kind: 'over' }))
  })

  test('a move under way is waited for, and decides', async () => {
    const where = await agencyWith()
    const id = await asked(where)
    const elsewhere = await addAgency(owner)
    const decision = await whileHeld(
      owner,
      (tx) => tx`update people set agency = ${elsewhere} where id = ${where.person.id}`,
      () => decideRole(sql, id, 'approved', where.other),
    )
    expect(decision).toEqual(no({ kind: 'elsewhere' }))
    expect(await rolesOf(where.person.id)).toEqual([])
    expect(await stateOf(id)).toBe('stopped')
  })

  test('the end of an office under way is waited for, and stops what was asked in it', async () => {
    const where = await agencyWith()
    const id = await asked(where)
    const nation = await acting(owner, { role: 'nationalAdmin' })
    const third = await acting(owner, { agency: where.agency, role: 'agencyAdmin' })
    const [decided] = await Promise.all([
      whileHeld(
        owner,
        (tx) => tx`select from accounts where person = ${where.asker.id} for update`,
        () =>
          endRole(sql, { id: where.asker.hat.id, person: where.asker.id, reason: REASON }, nation),
      ),
    ])
    expect(decided.ok).toBe(true)
    expect(await stateOf(id)).toBe('stopped')
    expect(await decideRole(sql, id, 'approved', third)).toEqual(no({ kind: 'over' }))
  })
})

describe('the program itself', () => {
  test('may write no mandate, nor lengthen one', async () => {
    const { person } = await agencyWith({ role: 'officer' })
    for (const statement of [
      `insert into mandates (person, role, valid_from, valid_to) values ('${person.id}', 'auditor', now(), now())`,
      `update mandates set valid_to = '2099-01-01'`,
      'delete from mandates',
    ])
      await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
    const [mandate] = await owner`select id from mandates where person = ${person.id}`
    await sql`select end_mandate(${mandate?.['id']}, '2199-01-01')`
    expect(await rolesOf(person.id)).toMatchObject([{ validTo: new Date('2099-01-01') }])
  })

  test('gives none without a request that somebody else approved', async () => {
    const where = await agencyWith()
    const id = await asked(where)
    const give = () => sql`select give_mandate(${id}, ${NOW}) as given`
    expect(await give()).toEqual([{ given: null }])
    await owner`update approval_requests set state = 'declined', decided_at = ${NOW},
      decided_by = ${where.other.id}, decided_as = ${where.other.hat.id} where id = ${id}`
    expect(await give()).toEqual([{ given: null }])
  })
})
