import { beforeEach, describe, expect, test } from 'vitest'
import type { MailId } from '#domain/mail/mail.ts'
import type { ResetId } from '#domain/reset/reset.ts'
import type { SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import {
  addForgetful,
  addRecoveryCodes,
  askedForCode,
  atMfaReset,
  codesMailedTo,
  lastCodeMailedTo,
  typeEmailCode,
  typeNip,
} from '#test/support/reset-walk.ts'
import { vault } from '#test/support/secrets.ts'
import { type Visit, visitor } from '#test/support/visitor.ts'
import { codeAt, seedOn, testClock } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const THIEFS = 'pencuri@lain.example'

/** All ask from one address, which has ten mails an hour. */
beforeEach(async () => {
  await sql`delete from throttles`
})

/** The code that a thief may hit on by chance is this one. */
async function luckyGuess({ id }: SomePerson): Promise<string> {
  const code = '31415926'
  const [row] = await sql<{ id: ResetId; idHash: Buffer }[]>`
    select id, id_hash from resets where person = ${id}`
  if (!row) throw new Error('no reset to guess the code of')
  const mac = vault.emailCodeMac({ reset: row.id, browser: row.idHash }, code)
  await sql`update resets set code_mac = ${mac} where id = ${row.id}`
  return code
}

/** From the newest notice that has the link. */
async function pressNotMe({ id }: SomePerson, visit: Visit): Promise<void> {
  const [mail] = await sql<{ id: MailId }[]>`
    select id from outbox where person = ${id} and kind = 'notice' order by event desc limit 1`
  const browser = visitor(sql, visit)
  const path = paths.notMe(vault.notMeToken(mail?.id ?? ('' as MailId)))
  await browser.get(path)
  await browser.send(path)
}

describe('R-RL-04 a code that nobody was mailed', () => {
  test('is right for nobody, lest it be guessed as often as one likes', async () => {
    const person = await addForgetful(sql)
    const { browser } = await askedForCode(sql, { nip: person.nip, email: THIEFS })
    const answer = await browser.post(paths.resetCode, { email_code: await luckyGuess(person) })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Kode salah.')
  })

  test('nor does it replace a second factor', async () => {
    const { person, browser } = await atMfaReset(sql)
    await browser.get(paths.mfaResetEmail)
    await browser.send(paths.mfaResetEmail, { email: THIEFS })
    const answer = await browser.post(paths.mfaResetEmailCode, {
      email_code: await luckyGuess(person),
    })
    expect(answer.status).toBe(422)
  })
})

describe('R-RS-02 two tabs of a thief, one for himself and one for an official', () => {
  test('bring no code of the official’s into the mailbox of the thief', async () => {
    const thief = await addForgetful(sql, { emails: [THIEFS] })
    const official = await addForgetful(sql)
    const browser = visitor(sql)
    await typeNip(browser, thief.nip)
    await whileHeld(
      sql,
      async (tx) => {
        await tx`select from accounts where person = ${thief.id} for update`
        await tx`update resets set person = ${official.id} where person = ${thief.id}`
      },
      () => browser.post(paths.resetEmail, { email: THIEFS }),
    )
    expect(await sql`select address from outbox where address = ${THIEFS}`).toEqual([])
    expect(await codesMailedTo(sql, official)).toEqual([])
  })
})

describe('2.8 a device that was stolen, or planted, together with the mailbox', () => {
  test.each([
    ['is not asked for, where a recovery code sent it away', 'recoveryCode', paths.resetDevice],
    ['is the owner’s old one, where a mailbox did', 'email', paths.resetNewPassword],
  ] as const)('%s', async (_, way, place) => {
    const { clock, at } = testClock()
    const visit: Visit = { deps: { clock } }
    const { person, browser } = await atMfaReset(sql, visit)
    if (way === 'recoveryCode') {
      const recovery_code = await addRecoveryCodes(sql, person)
      await browser.get(paths.mfaResetRecoveryCode)
      await browser.send(paths.mfaResetRecoveryCode, { recovery_code })
    } else await typeEmailCode(sql, browser, person)
    const seed = seedOn(await browser.get(paths.activation))
    const form = { device_name: 'HP Baru', code: codeAt(at(60), 0, seed) }
    await browser.send(paths.activation, form)
    await pressNotMe(person, visit)
    const { browser: thief } = await askedForCode(sql, { ...visit, nip: person.nip })
    await thief.send(paths.resetCode, { email_code: await lastCodeMailedTo(sql, person) })
    const answer = await thief.post(paths.resetDevice, { code: codeAt(at(120)) })
    expect(answer.headers.get('Location')).toBe(place)
  })
})
