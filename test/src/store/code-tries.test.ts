import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admitCode, type CodeCounters } from '#domain/mfa/code-limits.ts'
import type { DeviceId } from '#domain/mfa/device.ts'
import { stepAt } from '#domain/mfa/step.ts'
import {
  acceptCodeAndOpen,
  acceptCodeAndWait,
  acceptOwnCode,
  admitCodeTry,
  giveBackCodeTry,
  keepRefusedCode,
} from '#src/store/code-tries.ts'
import { listAuthenticators } from '#src/store/devices.ts'
import { findSignIn } from '#src/store/sign-ins.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { addSomeSignIn, seconds, someSession, together } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const HERE = stepAt(NOW)

async function atCode({ weakPassword = false } = {}) {
  const { id: person } = await addPerson(owner)
  const signIn = await addSomeSignIn(sql, { person, weakPassword })
  const kept = await deviceOf(person)
  return { person, signIn, acceptance: { device: kept.id, step: HERE, drift: 0 } }
}

async function deviceOf(person: Parameters<typeof listAuthenticators>[1]) {
  const { inUse } = await listAuthenticators(sql, person, NOW)
  if (!inUse[0]) throw new Error('a person without a device')
  return inUse[0].device
}

async function countersOf(person: string, signIn: Buffer): Promise<CodeCounters> {
  const [row] = await owner<[CodeCounters]>`
    select s.tries, a.code_failures as failures, a.codes_locked_until as locked_until
    from accounts a, sign_ins s where a.person = ${person} and s.id_hash = ${signIn}`
  return row
}

const steps = fc.array(
  fc.record({
    pause: fc.oneof(fc.constant(0), fc.constantFrom(1, 899, 900, 1800, 86_400)),
    startsAnew: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
  }),
  { minLength: 20, maxLength: 40 },
)

describe('R-RL-06 admit_code_try', () => {
  test('decides and counts as admitCode does, whatever is tried', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(20, 33, 100), async (sequence, budget) => {
        let { person, signIn } = await atCode()
        let model: CodeCounters = { tries: 0, failures: 0, lockedUntil: new Date(0) }
        let now = NOW
        for (const { pause, startsAnew } of sequence) {
          now = new Date(now.getTime() + pause * 1000)
          if (startsAnew || model.tries === 5) {
            signIn = await addSomeSignIn(sql, { person })
            model = { ...model, tries: 0 }
          }
          const expected = admitCode(model, budget, now)
          const decided = await admitCodeTry(sql, { signIn, person, budget }, now)
          const verdict = { kind: 'admitted', counters: expected.ok && expected.value }
          expect(decided).toEqual(expected.ok ? verdict : expected.problem)
          if (expected.ok) model = expected.value
          expect(await countersOf(person, signIn)).toEqual(model)
        }
      }),
      { numRuns: 30, endOnFailure: true },
    ),
  )

  test('evaluates ten of 200 wrong codes at once, over however many sign-ins', async () => {
    const { person } = await atCode()
    const signIns = await together(40, () => addSomeSignIn(sql, { person }))
    const tries = await together(200, (at) => {
      const signIn = signIns[at % 40]
      return admitCodeTry(sql, { signIn, person, budget: 100 }, NOW)
    })
    expect(tries.filter(({ kind }) => kind === 'admitted')).toHaveLength(10)
    expect(tries.filter(({ kind }) => kind === 'locked')).toHaveLength(190)
  })

  test('evaluates five of fifty codes of one sign-in at once', async () => {
    const { person, signIn } = await atCode()
    const tries = await together(50, () => admitCodeTry(sql, { signIn, person, budget: 100 }, NOW))
    expect(tries.filter(({ kind }) => kind === 'admitted')).toHaveLength(5)
    expect(tries.filter(({ kind }) => kind === 'triesSpent')).toHaveLength(45)
  })

  test('waits for a try under way and judges what that one left', async () => {
    const { person, signIn } = await atCode()
    const lockedUntil = seconds(900)
    const decided = await whileHeld(
      owner,
      (tx) => tx`update accounts set codes_locked_until = ${lockedUntil} where person = ${person}`,
      () => admitCodeTry(sql, { signIn, person, budget: 100 }, NOW),
    )
    expect(decided).toEqual({ kind: 'locked', until: lockedUntil })
  })

  test('knows no sign-in of somebody else', async () => {
    const [one, other] = [await atCode(), await atCode()]
    const asked = { signIn: other.signIn, person: one.person, budget: 100 }
    expect(await admitCodeTry(sql, asked, NOW)).toEqual({ kind: 'noSuchSignIn' })
    expect(await countersOf(other.person, other.signIn)).toMatchObject({ tries: 0, failures: 0 })
  })

  test('gives an error of ours back, with the lock that it caused', async () => {
    const { person, signIn } = await atCode()
    await owner`update accounts set code_failures = 9 where person = ${person}`
    await admitCodeTry(sql, { signIn, person, budget: 100 }, NOW)
    expect(await countersOf(person, signIn)).toMatchObject({
      failures: 10,
      lockedUntil: seconds(900),
    })
    await giveBackCodeTry(sql, signIn, person)
    expect(await countersOf(person, signIn)).toEqual({
      tries: 0,
      failures: 9,
      lockedUntil: new Date(0),
    })
  })
})

describe('R-OT-05 the acceptance of a code', () => {
  test('happens once of fifty at once, and opens one session', async () => {
    const { person, signIn, acceptance } = await atCode()
    const opened = await together(50, () =>
      acceptCodeAndOpen(sql, person, acceptance, someSession(person, signIn)),
    )
    expect(opened.filter(Boolean)).toHaveLength(1)
    const sessions = await owner`select from sessions where person = ${person}`
    expect(sessions).toHaveLength(1)
  })

  test('happens once of fifty at once, whatever sign-in each belongs to', async () => {
    const { person, acceptance } = await atCode()
    const signIns = await together(50, () => addSomeSignIn(sql, { person }))
    const opened = await Promise.all(
      signIns.map((signIn) =>
        acceptCodeAndOpen(sql, person, acceptance, someSession(person, signIn)),
      ),
    )
    expect(opened.filter(Boolean)).toHaveLength(1)
  })

  test.each([-1, 0])('does not happen for a step at or before the last one: %i', async (back) => {
    const { person, signIn, acceptance } = await atCode()
    expect(await acceptOwnCode(sql, person, acceptance)).toBe(true)
    const again = { ...acceptance, step: HERE + back }
    expect(await acceptOwnCode(sql, person, again)).toBe(false)
    expect(await acceptCodeAndOpen(sql, person, again, someSession(person, signIn))).toBe(false)
    expect(await acceptCodeAndWait(sql, person, again, signIn)).toBe(false)
  })

  test('does not happen for a step that was told as a clock error (R-OT-09)', async () => {
    const { person, signIn, acceptance } = await atCode()
    const { device, step } = acceptance
    const burned = [{ device, step, atStep: HERE - 20 }]
    await keepRefusedCode(sql, { signIn, person, burned, ends: 'nothing', events: [] })
    expect(await acceptOwnCode(sql, person, acceptance)).toBe(false)
    expect(await acceptOwnCode(sql, person, { ...acceptance, step: step + 1 })).toBe(true)
    expect((await deviceOf(person)).told).toEqual([{ step, atStep: HERE - 20 }])
  })

  test('does not happen for a device put aside, nor for one of somebody else', async () => {
    const [one, other] = [await atCode(), await atCode()]
    expect(await acceptOwnCode(sql, one.person, other.acceptance)).toBe(false)
    await owner`update devices set retired_at = now() where person = ${one.person}`
    expect(await acceptOwnCode(sql, one.person, one.acceptance)).toBe(false)
  })

  test('keeps step and drift, and clears what was counted', async () => {
    const { person, signIn, acceptance } = await atCode()
    await admitCodeTry(sql, { signIn, person, budget: 100 }, NOW)
    await acceptOwnCode(sql, person, { ...acceptance, drift: 3 })
    expect(await deviceOf(person)).toMatchObject({ lastStep: HERE, drift: 3 })
    expect(await countersOf(person, signIn)).toMatchObject({ failures: 0 })
  })

  test('leaves the code unused where what it is for cannot be done', async () => {
    const { person, acceptance } = await atCode()
    expect(await acceptOwnCode(sql, person, acceptance, async () => false)).toBe(false)
    expect((await deviceOf(person)).lastStep).toBeLessThan(HERE)
    expect(await acceptOwnCode(sql, person, acceptance)).toBe(true)
  })

  test('waits for the new password where the old one is weak', async () => {
    const { person, signIn, acceptance } = await atCode({ weakPassword: true })
    const early = { ...acceptance, step: HERE - 1 }
    expect(await acceptCodeAndOpen(sql, person, early, someSession(person, signIn))).toBe(false)
    expect(await acceptCodeAndWait(sql, person, acceptance, signIn)).toBe(true)
    const found = await findSignIn(sql, signIn, NOW)
    expect(found?.signIn).toMatchObject({ state: 'secondFactorProven', weakPassword: true })
  })
})

describe('a refused code', () => {
  test.each([
    ['nothing', [true, true]],
    ['thisSignIn', [false, true]],
    ['allSignIns', [false, false]],
  ] as const)('ends %s of the sign-ins under way', async (ends, left) => {
    const { person, signIn } = await atCode()
    const other = await addSomeSignIn(sql, { person })
    await keepRefusedCode(sql, { signIn, person, burned: [], ends, events: [] })
    const found = [await findSignIn(sql, signIn, NOW), await findSignIn(sql, other, NOW)]
    expect(found.map((one) => one !== undefined)).toEqual(left)
  })

  test('burns each step once, however often it is told', async () => {
    const { person, signIn, acceptance } = await atCode()
    const burned = [{ device: acceptance.device as DeviceId, step: HERE + 20, atStep: HERE }]
    const kept = { signIn, person, burned, ends: 'nothing', events: [] } as const
    await together(5, () => keepRefusedCode(sql, kept))
    expect((await deviceOf(person)).told).toHaveLength(1)
  })
})
