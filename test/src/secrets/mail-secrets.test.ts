import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MailId } from '#domain/mail/mail.ts'
import { makeVault } from '#src/secrets/vault.ts'
import { someKeys } from '#test/support/keys.ts'
import { vault } from '#test/support/secrets.ts'

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e' as MailId
const OTHER = '0f8fad5b-d9cb-469f-a165-70867728950f' as MailId
const secret = { code: '12345678', until: new Date('2026-11-21T05:10:00.000Z') }

describe('R-RS-02 what a mail carries in secret', () => {
  test('opens for its own mail', () => {
    expect(vault.openMail(ID, vault.sealMail(ID, secret))).toEqual(secret)
  })

  test('opens for no other mail', () => {
    const sealed = vault.sealMail(ID, secret)
    expect(() => vault.openMail(OTHER, sealed)).toThrow()
  })

  test('is not to be seen, and never sealed to the same bytes', () => {
    const { sealed } = vault.sealMail(ID, secret)
    expect(sealed.toString('latin1')).not.toContain(secret.code)
    expect(vault.sealMail(ID, secret).sealed.equals(sealed)).toBe(false)
  })
})

describe('R-NO-02 the end of a link Bukan saya', () => {
  test('leads back to its mail, whichever that is', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(vault.readNotMeToken(vault.notMeToken(id as MailId))).toBe(id)
      }),
    )
  })

  test('can stand in an address as it is', () => {
    expect(vault.notMeToken(ID)).toMatch(/^[A-Za-z0-9_-]{64}$/)
  })

  test('of another mail, with one sign changed, or under other keys is not ours', () => {
    const token = vault.notMeToken(ID)
    const changed = [...token].map((sign, at) =>
      vault.readNotMeToken(token.slice(0, at) + (sign === 'A' ? 'B' : 'A') + token.slice(at + 1)),
    )
    const foreign = makeVault(someKeys({ tokens: Buffer.alloc(32, 9) })).readNotMeToken(token)
    expect(changed.filter(Boolean)).toEqual([])
    expect(foreign).toBeUndefined()
    expect(vault.notMeToken(OTHER).slice(22)).not.toBe(token.slice(22))
  })

  test.each([
    '',
    'x',
    'A'.repeat(63),
    'A'.repeat(64),
    `${vault.notMeToken(ID)}A`,
    ` ${vault.notMeToken(ID)}`,
  ])('is not read from %j', (token) => {
    expect(vault.readNotMeToken(token)).toBeUndefined()
  })
})
