import { describe, expect, test } from 'vitest'
import { parseNip } from '#domain/nip.ts'
import { no } from '#domain/result.ts'
import { nameFirstAdmins } from '#src/store/first-admins.ts'
import { addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'

const sql = await testDatabase()

function numberOf({ nip }: SomePerson) {
  const read = parseNip(nip)
  if (!read.ok) throw new Error(read.problem)
  return read.value
}

const name = (one: SomePerson, other: SomePerson) =>
  nameFirstAdmins(sql, [numberOf(one), numberOf(other)], { reason: 'Yang pertama.', now: NOW })

describe('the first national admins', () => {
  test('are two different people', async () => {
    const one = await addPerson(sql)
    expect(await name(one, one)).toEqual(no({ kind: 'samePerson' }))
  })

  test.each<[string, Partial<SomePerson>, string]>([
    ['not activated yet', { state: 'created' }, 'notActive'],
    ['without a second factor', { mfa: 'reactivation' }, 'noSecondFactor'],
    ['who audits', { role: 'auditor' }, 'auditorAlone'],
  ])('are nobody %s, and then neither is one', async (_, fields, kind) => {
    const [good, bad] = [await addPerson(sql), await addPerson(sql, fields)]
    expect(await name(good, bad)).toEqual(no({ kind, nip: bad.nip }))
    expect(await sql`select from mandates where role = 'nationalAdmin'`).toEqual([])
  })

  test('are named once, for a year, with an event that nobody is behind', async () => {
    const people = [await addPerson(sql), await addPerson(sql)] as const
    const tries = await Promise.all([name(...people), name(...people)])
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(tries).toContainEqual(no({ kind: 'thereAreAdmins' }))
    const mandates = await sql`
      select valid_to from mandates where role = 'nationalAdmin' order by person`
    const until = new Date('2027-11-21T05:00:00Z')
    expect(mandates).toEqual([{ validTo: until }, { validTo: until }])
    const events = await sql`
      select kind, actor from events where person in (${people[0].id}, ${people[1].id})`
    expect(events).toEqual(Array(2).fill({ kind: 'mandateGiven', actor: null }))
  })
})
