import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import { no } from '#domain/result.ts'
import { endRole, layDownRole } from '#src/store/role-ends.ts'
import { listRoles, lookForRole } from '#src/store/roles.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { someHat } from '#test/support/hats.ts'
import { acting, REASON } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const FILTER = { role: undefined, state: 'inForce', agency: '', page: 1 } as const

type Acting = Awaited<ReturnType<typeof acting>>

function layDown({ id, session, hat, event }: Acting) {
  return layDownRole(sql, hat.id, { session, event: { ...event, person: id } })
}

function end(whose: { id: Acting['id']; hat: MandateId }, act: OfficeAct) {
  return endRole(sql, { id: whose.hat, person: whose.id, reason: REASON }, act)
}

async function holder(fields: Parameters<typeof acting>[1]) {
  const { id, hat } = await acting(owner, fields)
  return { id, hat: hat.id }
}

async function untilOf(mandate: MandateId) {
  const [row] = await owner<
    { validTo: Date }[]
  >`select valid_to from mandates where id = ${mandate}`
  return row?.validTo
}

describe('a role is taken away', () => {
  test('by one admin at once, with the reason in the record of its holder', async () => {
    const agency = await addAgency(owner)
    const chief = await acting(owner, { agency, role: 'agencyAdmin' })
    const officer = await holder({ agency, role: 'officer', emails: ['x@instansi.example'] })
    expect((await end(officer, chief)).ok).toBe(true)
    expect(await untilOf(officer.hat)).toEqual(NOW)
    const rows = await owner`select kind, actor, hat, detail ->> 'reason' as reason from events
      where person = ${officer.id}`
    expect(rows).toEqual([
      { kind: 'mandateEnded', actor: chief.id, hat: chief.hat.id, reason: REASON },
    ])
    expect(await owner`select from outbox where person = ${officer.id}`).toHaveLength(1)
    expect(await end(officer, chief)).toEqual(no({ kind: 'over' }))
  })

  test('by no admin of another agency, whatever id they name', async () => {
    const officer = await holder({ role: 'officer' })
    const stranger = await acting(owner, { role: 'agencyAdmin' })
    expect(await end(officer, stranger)).toEqual(no({ kind: 'notYourRole' }))
    expect(await end({ id: stranger.id, hat: officer.hat }, stranger)).toEqual(
      no({ kind: 'noSuchMandate' }),
    )
  })

  test('by its holder, and what they asked for in it stops', async () => {
    const agency = await addAgency(owner)
    const [one] = [
      await acting(owner, { agency, role: 'agencyAdmin' }),
      await acting(owner, { agency, role: 'agencyAdmin' }),
    ]
    const { id: person } = await addPerson(owner, { agency })
    const request = crypto.randomUUID()
    await owner`
      insert into approval_requests (id, kind, person, agency, what, reason, asked_by, asked_as, asked_at, expires_at, state)
      values (${request}, 'mfaReset', ${person}, ${agency}, '{}', ${REASON}, ${one.id}, ${one.hat.id}, ${NOW},
        '2099-01-01', 'open')`
    expect((await layDown(one)).ok).toBe(true)
    const [kept] = await owner`select state from approval_requests where id = ${request}`
    expect(kept).toEqual({ state: 'stopped' })
  })

  test('but not from somebody whose second factor is too old', async () => {
    const one = await acting(owner, { role: 'officer' })
    await owner`update sessions set started_at = '2026-11-20', proven_at = null where person = ${one.id}`
    expect(await layDown(one)).toEqual(no({ kind: 'noLonger' }))
  })
})

describe('the last admins', () => {
  test('of an agency do not both leave, even at the same moment', async () => {
    const agency = await addAgency(owner)
    const both = [
      await acting(owner, { agency, role: 'agencyAdmin' }),
      await acting(owner, { agency, role: 'agencyAdmin' }),
    ]
    const left = await Promise.all(both.map(layDown))
    expect(left.filter(({ ok }) => ok)).toHaveLength(1)
    expect(left.filter(({ ok }) => !ok)).toEqual([no({ kind: 'lastOfAgency' })])
  })

  test('of the nation end each other only until two are left', async () => {
    const [a, b, c] = [
      await acting(owner, { role: 'nationalAdmin' }),
      await acting(owner, { role: 'nationalAdmin' }),
      await acting(owner, { role: 'nationalAdmin' }),
    ]
    const ended = await Promise.all([
      end({ id: b.id, hat: b.hat.id }, a),
      end({ id: c.id, hat: c.hat.id }, b),
      end({ id: a.id, hat: a.hat.id }, c),
    ])
    expect(ended.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('R-AD-01 the list of roles', () => {
  test('shows an agency its own, and nobody elsewhere', async () => {
    const agency = await addAgency(owner)
    const own = await holder({ agency, role: 'officer' })
    await holder({ role: 'officer' })
    await holder({ agency, role: 'auditor' })
    const shown = await listRoles(sql, someHat({ agency }), FILTER, NOW)
    expect(shown.map(({ person }) => person)).toEqual([own.id])
    const unit = crypto.randomUUID() as never
    expect(await listRoles(sql, someHat({ agency, unit }), FILTER, NOW)).toEqual([])
  })

  test('shows the nation its own, and those of an agency that cannot give by itself', async () => {
    const [started, starting] = [await addAgency(owner), await addAgency(owner)]
    for (const role of ['agencyAdmin', 'agencyAdmin', 'officer'] as const)
      await holder({ agency: started, role })
    const officer = await holder({ agency: starting, role: 'officer' })
    const nation = someHat({ role: 'nationalAdmin', agency: undefined })
    const shown = await listRoles(sql, nation, FILTER, NOW)
    const here = shown.filter(({ agency }) => agency === started || agency === starting)
    expect(here.map(({ role }) => role).sort()).toEqual(['agencyAdmin', 'agencyAdmin', 'officer'])
    expect(here.find(({ role }) => role === 'officer')?.person).toBe(officer.id)
  })
})

describe('R-AU-02 a look for a role', () => {
  test('finds by the whole number within the agency, and is in the record once a day', async () => {
    const agency = await addAgency(owner)
    const chief = await acting(owner, { agency, role: 'agencyAdmin' })
    const { id, nip } = await addPerson(owner, { agency })
    const hat = someHat({ id: chief.hat.id, role: 'agencyAdmin', agency })
    const look = (by: { nip: string } | { id: typeof id }) =>
      lookForRole(sql, { by, hat, person: chief.id, origin: chief.event }, NOW)
    expect(await look({ nip })).toMatchObject({ person: id, account: 'active', serves: true })
    expect(await look({ id })).toMatchObject({ person: id })
    expect(await look({ nip: nip.slice(0, 17) })).toBeUndefined()
    const rows = await owner`select kind, actor, hat from events where person = ${id}`
    expect(rows).toEqual([{ kind: 'employeeViewed', actor: chief.id, hat: hat.id }])
  })

  test('of another agency finds nobody and leaves nothing, but the nation finds all', async () => {
    const { id, nip } = await addPerson(owner)
    const chief = await acting(owner, { role: 'agencyAdmin' })
    const agency = await addAgency(owner)
    const hat = someHat({ id: chief.hat.id, role: 'agencyAdmin', agency })
    const look = { by: { nip }, hat, person: chief.id, origin: chief.event }
    expect(await lookForRole(sql, look, NOW)).toBeUndefined()
    expect(await owner`select from events where person = ${id}`).toHaveLength(0)
    const nation = { ...hat, role: 'nationalAdmin' as const, agency: undefined }
    expect(await lookForRole(sql, { ...look, hat: nation }, NOW)).toMatchObject({ person: id })
  })
})
