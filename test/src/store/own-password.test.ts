import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { no } from '#domain/result.ts'
import type { StoredPassword } from '#src/store/credentials.ts'
import { changePassword, type NewPassword } from '#src/store/own-password.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { ownerOf } from '#test/support/own.ts'
import { addSomeSignIn, together } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const NO_LONGER = no({ kind: 'noLonger' })
const FRESH: StoredPassword = { kind: 'own', body: { new: true } }

async function changing(fields: Partial<NewPassword> = {}) {
  const { person, session, act } = await ownerOf(owner)
  const kept = async () => {
    const [row] = await owner<StoredPassword[]>`
      select kind, body from passwords where person = ${person}`
    return row ?? FRESH
  }
  const verified = await kept()
  const change = () =>
    changePassword(sql, {
      act: act(),
      verified,
      password: FRESH,
      counted: [],
      renewed: randomBytes(32),
      known: undefined,
      ...fields,
    })
  return { person, session, kept, verified, change }
}

describe('changePassword', () => {
  test('happens once of ten at once', async () => {
    const { person, kept, change } = await changing()
    const answers = await together(10, change)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await kept()).toEqual(FRESH)
    const events = await owner`
      select from events where person = ${person} and kind = 'passwordChanged'`
    expect(events).toHaveLength(1)
  })

  test('waits for another change under way, and does not overwrite it', async () => {
    const { person, kept, change } = await changing()
    const reset = owner.json({ reset: true })
    const answer = await whileHeld(
      owner,
      async (tx) => {
        await tx`select from accounts where person = ${person} for update`
        await tx`update passwords set body = ${reset} where person = ${person}`
      },
      () => change(),
    )
    expect(answer).toEqual(NO_LONGER)
    expect((await kept()).body).toEqual({ reset: true })
  })

  test('takes everything back where its session has ended (T-CRASH)', async () => {
    const { person, session, kept, verified, change } = await changing()
    const signIn = await addSomeSignIn(sql, { person })
    await owner`delete from sessions where id_hash = ${session}`
    expect(await change()).toEqual(NO_LONGER)
    expect(await kept()).toEqual(verified)
    expect(await owner`select from sign_ins where id_hash = ${signIn}`).toHaveLength(1)
  })

  test('leaves everybody else signed in', async () => {
    const { change } = await changing()
    const other = await ownerOf(owner)
    expect((await change()).ok).toBe(true)
    expect(await owner`select from sessions where person = ${other.person}`).toHaveLength(1)
    expect(await owner`select from known_browsers where person = ${other.person}`).toHaveLength(1)
  })
})
