import { describe, expect, test } from 'vitest'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { PersonId } from '#domain/person.ts'
import { findUsableAddress, listAddresses } from '#src/store/email-addresses.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const FIRST = 'budi@instansi.example' as EmailAddress
const SECOND = 'budi@rumah.example' as EmailAddress
const DAY = 86_400_000

function usable(person: PersonId, address: string, now = NOW) {
  return findUsableAddress(sql, { person, address: address as EmailAddress, now })
}

async function addressFrom(usableFrom: Date): Promise<PersonId> {
  const { id } = await addPerson(owner)
  await owner`
    insert into email_addresses (person, address, since, usable_from)
    values (${id}, ${FIRST}, '2026-01-01', ${usableFrom})`
  return id
}

describe('R-RS-05 the email addresses of a person', () => {
  test('are listed as they were added, without those that ended', async () => {
    const { id } = await addPerson(owner, { emails: [FIRST, SECOND] })
    await owner`update email_addresses set ended_at = ${NOW} where address = ${FIRST}`
    await owner`
      insert into email_addresses (person, address, since, usable_from, bounced_at)
      values (${id}, 'baru@instansi.example', ${NOW}, ${new Date(NOW.getTime() + 3 * DAY)}, ${NOW})`
    const since = new Date('2020-01-01')
    expect(await listAddresses(sql, id)).toEqual([
      {
        address: 'baru@instansi.example',
        since: NOW,
        usableFrom: new Date(NOW.getTime() + 3 * DAY),
        bouncedAt: NOW,
      },
      { address: SECOND, since, usableFrom: since, bouncedAt: undefined },
    ])
  })

  test('serve a reset in whatever case they are typed, and as they are kept', async () => {
    const { id } = await addPerson(owner, { emails: [FIRST, SECOND] })
    expect(await usable(id, 'BUDI@Rumah.Example')).toBe(SECOND)
    expect(await usable(id, 'siapa@rumah.example')).toBeUndefined()
  })

  test('serve from the moment they are usable, and not before', async () => {
    const id = await addressFrom(NOW)
    expect(await usable(id, FIRST)).toBe(FIRST)
    expect(await usable(id, FIRST, new Date(NOW.getTime() - 1))).toBeUndefined()
  })

  test('do not serve once ended, nor another person', async () => {
    const { id } = await addPerson(owner, { emails: [FIRST] })
    const { id: other } = await addPerson(owner)
    expect(await usable(other, FIRST)).toBeUndefined()
    await owner`update email_addresses set ended_at = ${NOW} where person = ${id}`
    expect(await usable(id, FIRST)).toBeUndefined()
  })

  test.each([
    ['a third one', "2, 'tiga@x.id'"],
    ['the same one in another case', "2, 'BUDI@instansi.example'"],
    ['a third slot', "3, 'tiga@x.id'"],
  ])('are never two alike nor more than two: %s', async (_, values) => {
    const { id } = await addPerson(owner, {
      emails: values.includes('tiga') ? [FIRST, SECOND] : [FIRST],
    })
    const third = owner.unsafe(`
      insert into email_addresses (person, slot, address, since, usable_from)
      values ('${id}', ${values}, now(), now())`)
    await expect(third).rejects.toThrow(/unique constraint|check constraint/)
  })

  test.each(['a@x.id, b@x.id', 'a@x.id\r\nBcc: b@x.id', 'a', 'Budi <a@x.id>'])(
    'are each one mailbox: %j is refused by the database too',
    async (address) => {
      const { id } = await addPerson(owner)
      await expect(
        owner`
          insert into email_addresses (person, address, since, usable_from)
          values (${id}, ${address}, now(), now())`,
      ).rejects.toThrow(/check constraint/)
    },
  )
})
