import { describe, expect, test } from 'vitest'
import { listAddresses } from '#src/store/email-addresses.ts'
import { type DueMail, onNewMail, type Sending, sendDueMail } from '#src/store/outbox.ts'
import { sweep } from '#src/store/sweep.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { addCodeMail, CODE, tell } from '#test/support/mails.ts'
import { vault } from '#test/support/secrets.ts'
import { seconds } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const address = 'budi@instansi.example'
const sent: Sending = { kind: 'sent', at: NOW }

async function someone(fields = {}) {
  await owner`delete from outbox`
  return await addPerson(owner, { name: 'Budi', emails: [address], zone: 'WIT', ...fields })
}

/** Sends what is due at that moment and answers it. */
async function take(sending: Sending = sent, now = NOW): Promise<DueMail | undefined> {
  let taken: DueMail | undefined
  await sendDueMail(sql, now, async (mail) => {
    taken = mail
    return sending
  })
  return taken
}

async function row() {
  const [one] = await owner`select * from outbox`
  return one
}

describe('a mail in the outbox', () => {
  test('R-RS-02 with a code waits sealed, goes as it was sealed, and keeps nothing', async () => {
    const { id: person } = await someone()
    const id = await addCodeMail(sql, { person, address })
    expect(JSON.stringify(await row())).not.toContain(CODE)
    const mail = await take()
    expect(mail).toMatchObject({ id, to: address, name: 'Budi', zone: 'WIT', tries: 0 })
    const sealed = mail?.kind === 'resetCode' && vault.openMail(id, mail.sealed)
    expect(sealed).toEqual({ code: CODE, until: seconds(600) })
    expect(await row()).toMatchObject({ sentAt: NOW, sealed: null, keyId: null, failure: null })
    expect(await take()).toBeUndefined()
  })

  test('with a notice brings what happened, moments as moments', async () => {
    const { id: person } = await someone()
    const happening = { kind: 'codesLocked', until: seconds(900) } as const
    await tell(sql, person, happening)
    const { id, ...mail } = (await take()) ?? {}
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(mail).toEqual({
      kind: 'notice',
      to: address,
      name: 'Budi',
      zone: 'WIT',
      madeAt: NOW,
      tries: 0,
      event: { at: NOW, browser: 'Chrome, Windows', network: '192.0.2.0/24', happening },
    })
  })

  test('for an officer brings name and number of the one it is about', async () => {
    const { id, nip } = await someone({ emails: [] })
    const officer = await addPerson(owner, { emails: [address], role: 'officer', name: 'Dewi' })
    await owner`
      update mandates set agency = (select agency from people where id = ${id})
      where person = ${officer.id}`
    await tell(sql, id, { kind: 'frozen' })
    expect(await take()).toMatchObject({
      kind: 'officerNotice',
      name: 'Dewi',
      about: { name: 'Budi', nip },
    })
  })

  test('that failed is due again when it was said, and not before', async () => {
    const { id } = await someone()
    await tell(sql, id)
    await take({ kind: 'again', at: seconds(60), failure: 'unreachable' })
    expect(await row()).toMatchObject({ tries: 1, failure: 'unreachable', sentAt: null })
    expect(await take(sent, seconds(59.999))).toBeUndefined()
    expect(await take(sent, seconds(60))).toMatchObject({ tries: 1 })
  })

  test('that was given up is kept without its secret, and not tried again', async () => {
    const { id: person } = await someone()
    await addCodeMail(sql, { person, address })
    await take({ kind: 'givenUp', at: NOW, failure: 'expired' })
    expect(await row()).toMatchObject({ givenUpAt: NOW, failure: 'expired', sealed: null })
    expect(await take(sent, seconds(86_400))).toBeUndefined()
  })

  test('R-NO-01 goes out by urgency first, then in turn', async () => {
    const { id: person } = await someone()
    await tell(sql, person, { kind: 'recoveryCodeUsed', left: 9 })
    await tell(sql, person, { kind: 'codeReplayed' })
    const late = await addCodeMail(sql, { person, address })
    await owner`update outbox set due_at = due_at + interval '1 second' where id = ${late}`
    const mails = [await take(sent, seconds(1)), await take(sent, seconds(1)), await take()]
    const kinds = mails.map((mail) =>
      mail?.kind === 'notice' ? mail.event.happening.kind : mail?.kind,
    )
    expect(kinds).toEqual(['codeReplayed', 'resetCode', 'recoveryCodeUsed'])
  })

  test('that another sender holds is passed over, and due again when that one dies', async () => {
    const { id } = await someone()
    await tell(sql, id)
    let meanwhile: DueMail | undefined
    const died = sendDueMail(sql, NOW, async () => {
      meanwhile = await take()
      throw new Error('died')
    })
    await expect(died).rejects.toThrow('died')
    expect(meanwhile).toBeUndefined()
    expect(await take()).toBeDefined()
  })

  test('of twenty senders at once is taken by one', async () => {
    const { id } = await someone()
    await tell(sql, id)
    await tell(sql, id)
    const takers = await Promise.all(Array.from({ length: 20 }, () => take()))
    expect(takers.filter(Boolean)).toHaveLength(2)
  })

  test('wakes whoever listens once it is committed', async () => {
    const { id } = await someone()
    const woken = new Promise<string>((resolve) => {
      void onNewMail(sql, () => resolve('woken')).then(() => tell(sql, id))
    })
    expect(await woken).toBe('woken')
  })

  test('that nobody gets wakes nobody', async () => {
    const { id } = await someone()
    const { id: silent } = await addPerson(owner)
    const done = Promise.withResolvers<void>()
    let heard = 0
    await onNewMail(sql, () => {
      heard += 1
    })
    await sql.listen('done', () => done.resolve())
    await tell(sql, silent)
    await tell(sql, id)
    await sql.notify('done', '')
    await done.promise
    expect(heard).toBe(1)
  })
})

describe('an address', () => {
  test('that its server does not know is noted, until a mail arrives again', async () => {
    const { id } = await someone()
    const bouncedAt = async () => (await listAddresses(sql, id))[0]?.bouncedAt
    await tell(sql, id)
    await take({ kind: 'givenUp', at: NOW, failure: 'mailboxRefused' })
    expect(await bouncedAt()).toEqual(NOW)
    await tell(sql, id)
    await take()
    expect(await bouncedAt()).toBeUndefined()
  })

  test('is not blamed for what our side did', async () => {
    const { id } = await someone()
    await tell(sql, id)
    await take({ kind: 'givenUp', at: NOW, failure: 'unreachable' })
    expect(await owner`select from email_addresses where bounced_at is not null`).toEqual([])
  })
})

test('mails are kept for 30 days after they were sent or given up, and one that waits for ever', async () => {
  const { id: person } = await someone()
  for (const done of [sent, { kind: 'givenUp', at: NOW, failure: 'expired' } as const]) {
    await tell(sql, person)
    await take(done)
  }
  await tell(sql, person)
  await sweep(sql, seconds(30 * 86_400))
  expect(await owner`select from outbox`).toHaveLength(3)
  await sweep(sql, seconds(30 * 86_400 + 1))
  expect(await owner`select sent_at, given_up_at from outbox`).toEqual([
    { sentAt: null, givenUpAt: null },
  ])
})
