import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { LoginName } from '#domain/login-name.ts'
import { nameReset, type ResetId } from '#domain/reset/reset.ts'
import { addReset, endReset, findReset, findResetPerson, hadReset } from '#src/store/resets.ts'
import { sweep } from '#src/store/sweep.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { ADDRESS, addProvenReset, addSomeReset, askSome } from '#test/support/reset-rows.ts'
import { seconds } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

function somebody(fields: Parameters<typeof addPerson>[1] = {}) {
  return addPerson(owner, { emails: [ADDRESS], ...fields })
}

describe('a reset is kept and found', () => {
  test('named, with a person or without', async () => {
    const { id: person } = await somebody()
    for (const whose of [person, undefined]) {
      const { key, id } = await addSomeReset(sql, whose)
      expect(await findReset(sql, key, NOW)).toEqual({
        id,
        person: whose,
        state: 'named',
        expiresAt: seconds(1800),
      })
    }
  })

  test('asked, with its code', async () => {
    const { id: person } = await somebody()
    const one = await addSomeReset(sql, person)
    await askSome(sql, one)
    expect(await findReset(sql, one.key, NOW)).toEqual({
      id: one.id,
      person,
      state: 'asked',
      code: { tries: 0, expiresAt: seconds(600) },
      expiresAt: seconds(1800),
    })
  })

  test.each(['none', 'mailbox'] as const)('proven, with %s to go on from', async (proof) => {
    const { id: person } = await somebody()
    const { key, reset } = await addProvenReset(sql, person, proof)
    expect(await findReset(sql, key, NOW)).toEqual(reset)
  })

  test('by the browser and the purpose it is for, until it is over', async () => {
    const { id: person } = await somebody()
    const { key } = await addSomeReset(sql, person)
    expect(await findReset(sql, { ...key, purpose: 'mfa' }, NOW)).toBeUndefined()
    expect(await findReset(sql, { ...key, browser: randomBytes(32) }, NOW)).toBeUndefined()
    expect(await findReset(sql, key, seconds(1799))).toBeDefined()
    expect(await findReset(sql, key, seconds(1800))).toBeUndefined()
    expect(await hadReset(sql, key)).toBe(true)
    await endReset(sql, key)
    expect(await hadReset(sql, key)).toBe(false)
  })

  test('begins anew in the same browser, whatever it had come to', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const { key } = await addProvenReset(sql, one.id)
    await addReset(sql, key, nameReset(crypto.randomUUID() as ResetId, other.id, NOW), NOW)
    expect(await findReset(sql, key, NOW)).toMatchObject({ person: other.id, state: 'named' })
  })
})

describe('a name leads to', () => {
  const find = (name: string) => findResetPerson(sql, name as LoginName, NOW)

  test.each(['created', 'active', 'frozen'] as const)('its person, %s', async (state) => {
    const { id, nip } = await somebody({ state })
    expect(await find(nip)).toBe(id)
  })

  test('nobody where the account is disabled, or there is none', async () => {
    const { nip } = await somebody({ state: 'disabled' })
    expect(await find(nip)).toBeUndefined()
    expect(await find('199912312024121999')).toBeUndefined()
  })
})

describe('no row may say what cannot be', () => {
  test.each([
    `state = 'ready'`,
    `state = 'asked'`,
    `state = 'done'`,
    `tries = 6`,
    `tries = 1`,
    `purpose = 'other'`,
    `mailed = true`,
    `code_mac = 'x'`,
    `proof = 'mailbox'`,
  ])('set %s', async (change) => {
    const { key } = await addSomeReset(sql, (await somebody()).id)
    const hex = key.browser.toString('hex')
    await expect(
      sql.unsafe(`update resets set ${change} where id_hash = '\\x${hex}'`),
    ).rejects.toMatchObject({ code: '23514' })
  })

  test('and nobody proves a mailbox', async () => {
    const { key } = await addSomeReset(sql, undefined)
    await expect(
      sql`update resets set state = 'emailProven' where id_hash = ${key.browser}`,
    ).rejects.toMatchObject({ code: '23514' })
  })
})

test('what is over is swept away, an hour later', async () => {
  const { key } = await addSomeReset(sql, undefined)
  await sweep(sql, seconds(1800 + 3600))
  expect(await hadReset(sql, key)).toBe(true)
  await sweep(sql, seconds(1801 + 3600))
  expect(await hadReset(sql, key)).toBe(false)
})
