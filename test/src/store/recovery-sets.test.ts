import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Happening } from '#domain/audit/event.ts'
import { admitRecoveryCode, type RecoveryCounters } from '#domain/mfa/recovery-code.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction } from '#src/store/database.ts'
import {
  admitRecoveryTry,
  findRecoveryCode,
  findRecoverySet,
  giveBackRecoveryTry,
  putAwayRecoverySet,
  replaceRecoverySet,
  useRecoveryCode,
} from '#src/store/recovery-sets.ts'
import { findSignIn } from '#src/store/sign-ins.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { addSomeSignIn, origin, seconds, someSession, together } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const codes = [
  { name: 'AB', body: { hash: 'one' } },
  { name: 'CD', body: { hash: 'two' } },
]

function event(person: PersonId, happening: Happening = { kind: 'recoveryCodesSaved' }) {
  return { ...origin, at: NOW, person, actor: person, happening }
}

async function withSet() {
  const { id: person } = await addPerson(owner)
  const shown = { to: randomBytes(32), until: seconds(1800), keyId: 's1', sealed: randomBytes(40) }
  const set = {
    person,
    codes,
    shown,
    event: event(person, { kind: 'recoveryCodesMade', occasion: 'renewal' }),
  }
  await inTransaction(sql, (tx) => replaceRecoverySet(tx, set))
  return { person, shown, set }
}

async function atRecovery({ weakPassword = false } = {}) {
  const { person } = await withSet()
  const signIn = await addSomeSignIn(sql, { person, weakPassword })
  const use = (name = 'AB', session = true) =>
    useRecoveryCode(sql, {
      person,
      name,
      signIn,
      session: session ? someSession(person, signIn) : undefined,
      now: NOW,
      event: (left) => event(person, { kind: 'recoveryCodeUsed', left }),
    })
  return { person, signIn, use }
}

async function countersOf(person: PersonId): Promise<RecoveryCounters> {
  const [row] = await owner<[RecoveryCounters]>`
    select recovery_hour_since as hour_since, recovery_hour_count as hour_count,
      recovery_failures as failures from accounts where person = ${person}`
  return row
}

describe('R-RL-06 admit_recovery_try', () => {
  const pauses = fc.array(fc.constantFrom(0, 0, 0, 60, 3599, 3600), {
    minLength: 20,
    maxLength: 40,
  })

  test('decides and counts as admitRecoveryCode does', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(pauses, fc.constantFrom(0, 89, 97), async (sequence, failures) => {
        const { id: person } = await addPerson(owner)
        await owner`update accounts set recovery_failures = ${failures} where person = ${person}`
        let model: RecoveryCounters = { hourSince: new Date(0), hourCount: 0, failures }
        let now = NOW
        for (const pause of sequence) {
          now = new Date(now.getTime() + pause * 1000)
          const expected = admitRecoveryCode(model, now)
          const decided = await admitRecoveryTry(sql, person, now)
          expect(decided).toEqual(expected.ok ? { kind: 'admitted' } : expected.problem)
          if (expected.ok) model = expected.value
          expect(await countersOf(person)).toEqual(model)
        }
      }),
      { numRuns: 30, endOnFailure: true },
    ),
  )

  test('evaluates ten of 200 recovery codes at once', async () => {
    const { id: person } = await addPerson(owner)
    const tries = await together(200, () => admitRecoveryTry(sql, person, NOW))
    expect(tries.filter(({ kind }) => kind === 'admitted')).toHaveLength(10)
  })

  test('waits for a try under way', async () => {
    const { id: person } = await addPerson(owner)
    const decided = await whileHeld(
      owner,
      (tx) => tx`update accounts set recovery_failures = 100 where person = ${person}`,
      () => admitRecoveryTry(sql, person, NOW),
    )
    expect(decided).toEqual({ kind: 'recoveryVoid' })
  })

  test('gives an error of ours back', async () => {
    const { id: person } = await addPerson(owner)
    await admitRecoveryTry(sql, person, NOW)
    await giveBackRecoveryTry(sql, person)
    expect(await countersOf(person)).toMatchObject({ hourCount: 0, failures: 0 })
  })
})

describe('R-RS-06 a recovery code', () => {
  test('is used by one of fifty at once', async () => {
    const { person, use } = await atRecovery()
    const used = await together(50, () => use())
    expect(used.filter(Boolean)).toHaveLength(1)
    expect(await owner`select from sessions where person = ${person}`).toHaveLength(1)
    expect(await findRecoveryCode(sql, person, 'AB')).toBeUndefined()
    expect(await findRecoveryCode(sql, person, 'CD')).toEqual(codes[1])
  })

  test('waits for another use of it under way, and is refused', async () => {
    const { person, use } = await atRecovery()
    const used = await whileHeld(
      owner,
      (tx) =>
        tx`update recovery_codes set used_at = now() where person = ${person} and name = 'AB'`,
      () => use(),
    )
    expect(used).toBe(false)
  })

  test('is kept for a sign-in that is still there', async () => {
    const { person, signIn, use } = await atRecovery()
    await owner`delete from sign_ins where id_hash = ${signIn}`
    await owner`update accounts set recovery_failures = 4 where person = ${person}`
    expect(await use()).toBe(false)
    expect(await findRecoveryCode(sql, person, 'AB')).toEqual(codes[0])
    expect(await countersOf(person)).toMatchObject({ failures: 4 })
  })

  test('leads to the new password where the old one is weak', async () => {
    const { signIn, use } = await atRecovery({ weakPassword: true })
    expect(await use('AB', true)).toBe(false)
    expect(await use('AB', false)).toBe(true)
    const found = await findSignIn(sql, signIn, NOW)
    expect(found?.signIn.state).toBe('secondFactorProven')
  })

  test('clears both counts of wrong codes and says how many are left', async () => {
    const { person, use } = await atRecovery()
    await owner`
      update accounts set recovery_failures = 7, code_failures = 12 where person = ${person}`
    await use()
    const [account] = await owner`
      select recovery_failures, code_failures from accounts where person = ${person}`
    expect(account).toEqual({ recoveryFailures: 0, codeFailures: 0 })
    const [kept] = await owner`
      select detail from events where person = ${person} and kind = 'recoveryCodeUsed'`
    expect(kept?.['detail']).toEqual({ left: 1 })
  })
})

describe('a set of recovery codes', () => {
  test('is found as it was made, with what its session may see', async () => {
    const { person, shown } = await withSet()
    expect(await findRecoverySet(sql, person)).toEqual({ madeAt: NOW, savedAt: undefined, shown })
  })

  test.each([true, false])(
    'keeps no clear codes once put away, ticked or not: %s',
    async (saved) => {
      const { person, set } = await withSet()
      await putAwayRecoverySet(sql, {
        by: set.shown.to,
        person,
        saved,
        event: event(person),
      })
      const savedAt = saved ? NOW : undefined
      expect(await findRecoverySet(sql, person)).toEqual({ madeAt: NOW, savedAt, shown: undefined })
    },
  )

  test('replaces the one before, used codes and counts included', async () => {
    const { person, set } = await withSet()
    await owner`update recovery_codes set used_at = now() where person = ${person}`
    await owner`update accounts set recovery_failures = 100 where person = ${person}`
    await inTransaction(sql, (tx) => replaceRecoverySet(tx, set))
    expect(await findRecoveryCode(sql, person, 'AB')).toEqual(codes[0])
    expect(await countersOf(person)).toMatchObject({ failures: 0 })
  })

  test('cannot be saved and still hold its clear codes', async () => {
    const { person } = await withSet()
    const broken = owner`update recovery_sets set saved_at = now() where person = ${person}`
    await expect(broken).rejects.toThrow(/check constraint/)
  })
})
