import { describe, expect, test } from 'vitest'
import { endMandate } from '#domain/access/end-mandate.ts'
import { isNational, mayGive } from '#domain/access/give-mandate.ts'
import { ALL_ROLES, type Role } from '#domain/access/mandate.ts'
import { addAgency, addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  askOverHttp,
  decideOverHttp,
  endOverHttp,
  requestAbout,
  rolesHeld,
} from '#test/support/giving.ts'
import { someHat } from '#test/support/hats.ts'
import { NOON } from '#test/support/phone.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const own = await addAgency(sql)
const other = await addAgency(sql)
for (const agency of [own, other])
  for (const _ of [1, 2]) await addPerson(sql, { role: 'agencyAdmin', agency })
for (const _ of [1, 2]) await addPerson(sql, { role: 'nationalAdmin' })

/** One of each role, of the own agency where it has one. */
const WHO = Object.fromEntries(
  await Promise.all(
    ALL_ROLES.map(async (role) => [role, await inOffice(sql, { role, agency: own })] as const),
  ),
) as Record<Role, Awaited<ReturnType<typeof inOffice>>>

const ADMINS = { agency: 2, national: 3 }
const PLACES = { own, other, nation: own } as const
type Place = keyof typeof PLACES

/** What the domain says of the same. */
function mayAsk(by: Role, role: Role, place: Place): boolean {
  const agency = isNational(role) ? undefined : PLACES[place]
  const giver = { person: WHO[by].person.id, role: by, agency: isNational(by) ? undefined : own }
  const candidate = {
    person: 'somebody' as never,
    agency: PLACES[place],
    account: 'active',
    mfa: 'inUse',
    serves: true,
    mandates: [],
  } as const
  const term = { from: NOON, until: new Date('2027-11-20T17:00:00Z') }
  const wanted = { role, agency, unit: undefined, ...term }
  return mayGive({ giver, candidate, wanted, admins: ADMINS }, NOON).ok
}

const CASES = ALL_ROLES.flatMap((by) =>
  ALL_ROLES.flatMap((role) =>
    (isNational(role) ? (['nation'] as const) : (['own', 'other'] as const)).map(
      (place) => [by, role, place] as const,
    ),
  ),
)

describe('T-MATRIX giving and ending roles', () => {
  test.each(CASES)('%s, about %s of %s', async (by, role, place) => {
    const { browser } = WHO[by]
    const agency = PLACES[place]
    const person = await addPerson(sql, { agency })
    await askOverHttp(browser, person, role)
    expect(await requestAbout(sql, person.id)).toSatisfy(
      (id: string) => (id !== '') === mayAsk(by, role, place),
    )
    const holder = await addPerson(sql, { agency, role })
    const [mandate] = await sql<
      { id: string }[]
    >`select id from mandates where person = ${holder.id}`
    await endOverHttp(browser, mandate?.id ?? '')
    const hat = isNational(by) ? undefined : own
    const held = someHat({ role, agency: isNational(role) ? undefined : agency })
    const giver = { person: WHO[by].person.id, role: by, agency: hat }
    const ends = endMandate({ ...held, person: holder.id }, giver, ADMINS, NOON).ok
    expect(await rolesHeld(sql, holder.id)).toEqual(ends ? [] : [role])
  })
})

describe('escalation', () => {
  const chief = () => inOffice(sql, { role: 'agencyAdmin', agency: own })

  test('an admin gives nothing to themself, by form or by a fellow who asks', async () => {
    const [me, fellow] = [await chief(), await chief()]
    const page = await askOverHttp(me.browser, me.person, 'archivist')
    expect(page.status).toBe(422)
    expect(page.body).toContain('Anda tidak dapat memberi peran kepada diri sendiri.')
    await askOverHttp(fellow.browser, me.person, 'archivist')
    const approved = await decideOverHttp(
      me.browser,
      await requestAbout(sql, me.person.id),
      'approved',
    )
    expect(approved.status).toBe(422)
    expect(await rolesHeld(sql, me.person.id)).toEqual(['agencyAdmin'])
  })

  test('two admins do not raise each other: what is not theirs to give stays so', async () => {
    const [one, two] = [await chief(), await chief()]
    for (const role of ['nationalAdmin', 'auditor', 'agencyAdmin'] as const)
      for (const [by, about] of [
        [one, two],
        [two, one],
      ] as const) {
        const answer = await askOverHttp(by.browser, about.person, role)
        expect(answer.status).toBe(422)
        expect(answer.body).toContain('Peran itu tidak dapat Anda berikan di sana.')
      }
    expect(await requestAbout(sql, one.person.id)).toBe('')
  })

  test('hidden fields of another agency, person or hat change nothing', async () => {
    const me = await chief()
    const person = await addPerson(sql, { agency: own })
    const tampered = { agency: other, person: me.person.id, hat: 'x', approved: 'true' }
    await askOverHttp(me.browser, person, 'officer', tampered as object)
    const [kept] = await sql<{ what: { agency: string }; person: string; askedBy: string }[]>`
      select what, person, asked_by from approval_requests where person = ${person.id}`
    expect(kept).toMatchObject({ person: person.id, askedBy: me.person.id })
    expect(kept?.what.agency).toBe(own)
  })

  test('an officer of a unit does not widen it, nor give anything', async () => {
    const { browser, person } = await inOffice(sql, { role: 'officer', agency: own })
    const [mandate] = await sql<
      { id: string }[]
    >`select id from mandates where person = ${person.id}`
    for (const path of [
      paths.roles,
      paths.rolesOfNation,
      paths.newRole,
      paths.newRoleFor(person.id),
      paths.roleEnd(mandate?.id ?? ''),
    ])
      expect((await browser.get(path)).status).toBe(404)
  })

  test("an approver's own role ended a moment ago: nothing is approved", async () => {
    const [asker, decider] = [await chief(), await chief()]
    const person = await addPerson(sql, { agency: own })
    await askOverHttp(asker.browser, person, 'officer')
    const id = await requestAbout(sql, person.id)
    await decider.browser.get(paths.roleRequest(id))
    await sql`update mandates set valid_to = '2026-11-21T04:00:00Z' where person = ${decider.person.id}`
    const answer = await decider.browser.post(paths.roleRequest(id), { decision: 'approved' })
    expect(answer.status).not.toBe(200)
    expect(await rolesHeld(sql, person.id)).toEqual([])
  })

  test('a person who moved meanwhile is given nothing, and the request is over', async () => {
    const [asker, decider] = [await chief(), await chief()]
    const person = await addPerson(sql, { agency: own })
    await askOverHttp(asker.browser, person, 'officer')
    const id = await requestAbout(sql, person.id)
    await sql`update people set agency = ${other}, unit = null where id = ${person.id}`
    const answer = await decideOverHttp(decider.browser, id, 'approved')
    expect(answer.body).toContain('Pegawai ini tidak lagi di instansi tempat peran itu berlaku.')
    expect(answer.body).toContain('Usulan dihentikan.')
    expect(await rolesHeld(sql, person.id)).toEqual([])
    expect(await requestAbout(sql, person.id)).toBe('')
  })

  test("another agency's request and role are not there", async () => {
    const stranger = await inOffice(sql, { role: 'agencyAdmin', agency: other })
    const asker = await chief()
    const person = await addPerson(sql, { agency: own })
    await askOverHttp(asker.browser, person, 'officer')
    const id = await requestAbout(sql, person.id)
    const page = await stranger.browser.get(paths.roleRequest(id))
    expect(page.headers.get('Location')).toBe(paths.roles)
    for (const decision of ['approved', 'declined', 'withdrawn'] as const)
      expect((await decideOverHttp(stranger.browser, id, decision)).status).toBe(422)
    expect(await requestAbout(sql, person.id)).toBe(id)
  })
})

describe('the start of an agency', () => {
  test('two national admins give the first roles, then the agency is on its own', async () => {
    const agency = await addAgency(sql)
    const [one, two] = [
      await inOffice(sql, { role: 'nationalAdmin' }),
      await inOffice(sql, { role: 'nationalAdmin' }),
    ]
    for (const role of ['agencyAdmin', 'officer', 'agencyAdmin'] as const) {
      const person = await addPerson(sql, { agency })
      await askOverHttp(one.browser, person, role)
      await decideOverHttp(two.browser, await requestAbout(sql, person.id), 'approved')
      expect(await rolesHeld(sql, person.id)).toEqual([role])
    }
    const late = await addPerson(sql, { agency })
    expect((await askOverHttp(one.browser, late, 'officer')).status).toBe(422)
  })
})
