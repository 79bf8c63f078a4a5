import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/person.ts'
import { askMfaReset, type MfaResetId, type MfaResetWay } from '#domain/reset/mfa-reset.ts'
import type { ResetMfa } from '#domain/reset/policy.ts'
import {
  addMfaReset,
  cancelMfaResets,
  finishMfaResetOf,
  type NewMfaReset,
} from '#src/store/mfa-resets.ts'
import { findSignIn } from '#src/store/sign-ins.ts'
import { sweep } from '#src/store/sweep.ts'
import { addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { eventOf } from '#test/support/reset-rows.ts'
import { addSomeSignIn, seconds, together } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const DAY = 24 * 3600

async function midway(fields: Partial<SomePerson> = {}) {
  const { id: person } = await addPerson(owner, fields)
  const signIn = await addSomeSignIn(sql, { person, wants: 'mfaReset' })
  return { person, signIn }
}

type Asking = { person: PersonId; signIn: Buffer; by?: MfaResetWay; setting?: ResetMfa }

function ask(
  { person, signIn, by = 'email', setting = 'reactivate' }: Asking,
  { now = NOW, ...fields }: Partial<NewMfaReset> = {},
) {
  const id = crypto.randomUUID() as MfaResetId
  return addMfaReset(sql, {
    person,
    signIn,
    decide: (facts) => askMfaReset({ id, person, by, setting, ...facts }, now),
    takeProof: async () => true,
    event: ({ by: way }) => ({
      ...eventOf(person, now),
      happening: { kind: 'mfaResetGranted', by: way },
    }),
    now,
    ...fields,
  })
}

async function statesOf(person: PersonId) {
  const rows = await owner<{ state: string }[]>`
    select state from mfa_resets where person = ${person} order by asked_at, state`
  return rows.map(({ state }) => state)
}

function cancel(person: PersonId, now = NOW): Promise<boolean> {
  const event = { ...eventOf(person, now), happening: { kind: 'mfaResetCancelled' } as const }
  return cancelMfaResets(sql, { person, event })
}

async function finish(person: PersonId, signIn: Buffer): Promise<boolean> {
  return (await sql.begin((tx) => finishMfaResetOf(tx, { person, signIn }))) !== undefined
}

describe('R-RS-09 a Reset MFA', () => {
  test('that is granted lets in the sign-in that asked, and no other', async () => {
    const one = await midway()
    const elsewhere = await addSomeSignIn(sql, { person: one.person })
    expect((await ask(one)).ok).toBe(true)
    const [asked, other] = [
      await findSignIn(sql, one.signIn, NOW),
      await findSignIn(sql, elsewhere, NOW),
    ]
    expect(asked?.signIn).toMatchObject({ state: 'passwordProven', mfaReset: 'email' })
    expect(asked?.pendingMfaReset).toBeUndefined()
    expect(other?.signIn).toMatchObject({ mfaReset: undefined })
    expect(other?.pendingMfaReset).toMatchObject({ state: 'granted', by: 'email' })
  })

  test('that waits is told to every sign-in and lets none in', async () => {
    const one = await midway()
    const answer = await ask({ ...one, setting: 'keep' })
    const found = await findSignIn(sql, one.signIn, NOW)
    expect(found?.signIn).toMatchObject({ mfaReset: undefined })
    expect(found?.pendingMfaReset).toEqual(answer.ok && answer.value)
  })

  test('that waited and is asked for again is the same one', async () => {
    const one = await midway()
    await ask({ ...one, setting: 'keep' })
    const signIn = await addSomeSignIn(sql, { person: one.person })
    await owner`update sign_ins set expires_at = '2099-01-01' where id_hash = ${signIn}`
    const again = await ask({ ...one, signIn, setting: 'keep' }, { now: seconds(DAY) })
    expect(again.ok && again.value.state).toBe('granted')
    expect(await statesOf(one.person)).toEqual(['granted'])
  })

  test('that is refused takes no proof, and a proof that is gone lets nobody in', async () => {
    const one = await midway({ role: 'officer' })
    let taken = 0
    const takeProof = async () => {
      taken += 1
      return false
    }
    expect(await ask(one, { takeProof })).toEqual({ ok: false, problem: { kind: 'notOffered' } })
    expect(taken).toBe(0)
    const code = await ask({ ...one, by: 'recoveryCode' }, { takeProof })
    expect(code).toEqual({ ok: false, problem: { kind: 'gone' } })
    expect(await statesOf(one.person)).toEqual([])
  })

  test.each(['frozen', 'disabled'] as const)('is none for an account that is %s', async (state) => {
    const one = await midway()
    await owner`update accounts set state = ${state} where person = ${one.person}`
    expect(await ask(one)).toEqual({ ok: false, problem: { kind: 'gone' } })
  })

  test('T-RACE is granted three times of twenty at once, in thirty days', async () => {
    const { person } = await midway()
    const signIns = await together(20, () => addSomeSignIn(sql, { person }))
    const answers = await Promise.all(signIns.map((signIn) => ask({ person, signIn })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
  })

  test('can be taken back, and is then of no use', async () => {
    const one = await midway()
    await ask(one)
    expect(await cancel(one.person)).toBe(true)
    expect((await findSignIn(sql, one.signIn, NOW))?.signIn).toMatchObject({ mfaReset: undefined })
    expect(await finish(one.person, one.signIn)).toBe(false)
    expect(await cancel(one.person)).toBe(false)
    const told = await owner`
      select from events where person = ${one.person} and kind = 'mfaResetCancelled'`
    expect(told).toHaveLength(1)
  })

  test('that is finished ends the others of its person', async () => {
    const one = await midway()
    await ask({ ...one, setting: 'keep' })
    await ask({ ...one, by: 'recoveryCode', setting: 'keep' }, { now: seconds(1) })
    expect(await finish(one.person, one.signIn)).toBe(true)
    expect(await statesOf(one.person)).toEqual(['cancelled', 'done'])
  })

  test('waits for a cancellation under way, which is the last word', async () => {
    const one = await midway()
    await ask(one)
    const finished = await whileHeld(
      owner,
      (tx) => tx`update mfa_resets set state = 'cancelled' where person = ${one.person}`,
      () => finish(one.person, one.signIn),
    )
    expect(finished).toBe(false)
  })

  test('is over with everything else once its owner says Bukan saya', async () => {
    const one = await midway()
    await ask({ ...one, setting: 'keep' })
    await sql`select stop_pending(${one.person})`
    expect(await statesOf(one.person)).toEqual(['cancelled'])
  })

  test('is forgotten after thirty days, and what was let in with it', async () => {
    const one = await midway()
    await ask(one)
    await sweep(sql, seconds(30 * DAY))
    expect(await statesOf(one.person)).toEqual(['granted'])
    await sweep(sql, seconds(30 * DAY + 1))
    expect(await statesOf(one.person)).toEqual([])
  })
})
