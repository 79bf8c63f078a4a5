import { expect, test } from 'vitest'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { MailId } from '#domain/mail/mail.ts'
import { inTransaction } from '#src/store/database.ts'
import { addMail } from '#src/store/outbox.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { vault } from '#test/support/secrets.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const address = 'budi@instansi.example' as EmailAddress

test('R-RS-02 the mail with a code waits sealed, due at once, ahead of notices', async () => {
  const { id: person } = await addPerson(owner)
  const id = vault.newId() as MailId
  const sealed = vault.sealMail(id, { code: '12345678', until: NOW })
  await inTransaction(sql, (tx) =>
    addMail(tx, { id, person, address, kind: 'resetCode', sealed, madeAt: NOW }),
  )
  const [row] = await owner`select * from outbox where id = ${id}`
  expect(row).toMatchObject({
    person,
    address,
    kind: 'resetCode',
    urgent: true,
    tries: 0,
    event: null,
  })
  expect(row).toMatchObject({ madeAt: NOW, dueAt: NOW, sentAt: null, givenUpAt: null })
  expect(JSON.stringify(row)).not.toContain('12345678')
})
