import { describe, expect, test } from 'vitest'
import { warnOfEndingRoles } from '#src/store/role-warnings.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

function days(count: number): Date {
  return new Date(NOW.getTime() + count * 24 * 3600_000)
}

let serial = 0
function mailbox() {
  serial += 1
  return [`pegawai${serial}@instansi.example`]
}

/** An officer whose role ends in so many days, and the admins of the agency. */
async function ending(inDays: number, { lasts = 400 } = {}) {
  const agency = await addAgency(owner)
  const holder = await addPerson(owner, { agency, role: 'officer', emails: mailbox() })
  const admin = await addPerson(owner, { agency, role: 'agencyAdmin', emails: mailbox() })
  await addPerson(owner, { agency, role: 'officer', emails: mailbox() })
  await owner`
    update mandates set valid_to = ${days(inDays)}, valid_from = ${days(inDays - lasts)}
    where person = ${holder.id}`
  return { holder, admin }
}

/** To whom of the two a mail went, and how often. */
async function told({ holder, admin }: Awaited<ReturnType<typeof ending>>) {
  const rows = await owner<{ person: string }[]>`
    select o.person from outbox o join events e on e.id = o.event
    where e.person = ${holder.id} and e.kind = 'mandateEnding'`
  const people = rows.map(({ person }) => person)
  expect(people.every((one) => one === holder.id || one === admin.id)).toBe(true)
  return [holder, admin].map(({ id }) => people.filter((one) => one === id).length)
}

describe('the end of a role is told', () => {
  test('to its holder and the admins, 30 and 7 days before, once each', async () => {
    const role = await ending(31)
    for (const [now, expected] of [
      [days(0), [0, 0]],
      [days(1), [1, 1]],
      [days(2), [1, 1]],
      [days(24), [2, 2]],
      [days(30), [2, 2]],
      [days(40), [2, 2]],
    ] as const) {
      await warnOfEndingRoles(sql, now)
      expect(await told(role)).toEqual(expected)
    }
  })

  test('once, however many processes look at the same time', async () => {
    const role = await ending(6)
    await Promise.all(Array.from({ length: 5 }, () => warnOfEndingRoles(sql, NOW)))
    expect(await told(role)).toEqual([1, 1])
  })

  test('only as near as it is where nobody looked before, or it was given for less', async () => {
    const late = await ending(5)
    const short = await ending(20, { lasts: 25 })
    await warnOfEndingRoles(sql, NOW)
    expect(await told(late)).toEqual([1, 1])
    expect(await told(short)).toEqual([0, 0])
  })

  test('again by a process that took over from one that died in the middle', async () => {
    const role = await ending(6)
    await owner`
      create function die() returns trigger language plpgsql as $$ begin raise 'killed'; end $$`
    await owner`create trigger die before insert on mandate_warnings execute function die()`
    await expect(warnOfEndingRoles(sql, NOW)).rejects.toThrow('killed')
    expect(await told(role)).toEqual([0, 0])
    await owner`drop trigger die on mandate_warnings`
    await warnOfEndingRoles(sql, NOW)
    expect(await told(role)).toEqual([1, 1])
  })

  test('not of one that ended, or is to come', async () => {
    const over = await ending(0)
    const coming = await ending(20, { lasts: 19 })
    await warnOfEndingRoles(sql, NOW)
    expect([await told(over), await told(coming)]).toEqual([
      [0, 0],
      [0, 0],
    ])
  })
})
