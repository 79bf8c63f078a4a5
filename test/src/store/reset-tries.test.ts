import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reset, ResetId } from '#domain/reset/reset.ts'
import { admitEmailCode, afterEmailCode } from '#domain/reset/try-code.ts'
import {
  admitMail,
  admitStart,
  type MailCounters,
  type StartCounters,
} from '#domain/throttle/reset-throttle.ts'
import { admitEmailCodeTry, proveEmail, useEmailCode } from '#src/store/email-codes.ts'
import { admitFactorTry } from '#src/store/reset-factors.ts'
import { admitResetStart, findReset } from '#src/store/resets.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import {
  ADDRESS,
  addProvenReset,
  addSomeReset,
  askSome,
  eventOf,
  type SomeReset,
} from '#test/support/reset-rows.ts'
import { counter } from '#test/support/throttles.ts'
import { seconds, together } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const pauses = fc.constantFrom(0, 0, 1, 59, 60, 1799, 3599, 3600, 86_400)

async function asked(): Promise<SomeReset> {
  const { id } = await addPerson(owner, { emails: [ADDRESS] })
  const one = await addSomeReset(sql, id)
  await askSome(sql, one)
  return one
}

describe('R-RL-06 admit_reset_mail', () => {
  const asks = fc.array(
    fc.record({
      pause: pauses,
      isOwn: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
      isKnown: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
    }),
    { minLength: 8, maxLength: 20, size: 'max' },
  )

  test('decides and counts as admitMail does, whatever is asked', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(asks, fc.constantFrom(1, 10), async (sequence, addressFactor) => {
        const { id: person } = await addPerson(owner, { emails: [ADDRESS] })
        const known = randomBytes(32)
        await owner`
          insert into known_browsers (token_hash, person, since, until)
          values (${known}, ${person}, ${NOW}, '2099-01-01')`
        const keys = {
          addressHour: randomBytes(32),
          accountHour: randomBytes(32),
          accountDay: randomBytes(32),
          knownHour: randomBytes(32),
        }
        let model: MailCounters = {
          addressHour: counter(),
          accountHour: counter(),
          accountDay: counter(),
          knownHour: counter(),
        }
        let now = NOW
        for (const { pause, isOwn, isKnown } of sequence) {
          now = new Date(now.getTime() + pause * 1000)
          const one = await addSomeReset(sql, person)
          await owner`update resets set expires_at = '2099-01-01' where id = ${one.id}`
          const attempt = { isOwn, isKnownBrowser: isKnown, addressFactor, liveFlows: 0 }
          const expected = admitMail(model, attempt, now)
          const answer = await askSome(sql, one, {
            now,
            keys: () => keys,
            addressFactor,
            known: isKnown ? known : undefined,
            ...(!isOwn && { address: 'lain@instansi.example' as never }),
          })
          expect(answer.ok && answer.value.sends).toBe(expected.isAdmitted)
          await owner`delete from resets where id = ${one.id}`
          model = expected.counters
        }
      }),
      { numRuns: 15, endOnFailure: true },
    ),
  )

  test('R-RL-04 mails three codes at once for an account, of any number of flows', async () => {
    const { id: person } = await addPerson(owner, { emails: [ADDRESS] })
    const keys = { accountHour: randomBytes(32), accountDay: randomBytes(32) }
    const flows = await together(12, () => addSomeReset(sql, person))
    const answers = await Promise.all(
      flows.map((one) =>
        askSome(sql, one, {
          keys: () => ({ ...keys, addressHour: randomBytes(32), knownHour: randomBytes(32) }),
        }),
      ),
    )
    expect(answers.filter((one) => one.ok && one.value.sends)).toHaveLength(3)
    const mails = await owner`select from outbox where person = ${person} and kind = 'resetCode'`
    expect(mails).toHaveLength(3)
  })

  test('R-RL-04 has at most three live flows, though the counters would allow more', async () => {
    const { id: person } = await addPerson(owner, { emails: [ADDRESS] })
    const sends: unknown[] = []
    for (let flow = 0; flow < 4; flow += 1) {
      const answer = await askSome(sql, await addSomeReset(sql, person))
      sends.push(answer.ok && answer.value.sends)
    }
    expect(sends).toEqual([true, true, true, false])
  })
})

describe('R-RL-04 asking for a code', () => {
  test('leads to three live flows of twelve at once, whatever the counters allow', async () => {
    const { id: person } = await addPerson(owner, { emails: [ADDRESS] })
    const flows = await together(12, () => addSomeReset(sql, person))
    const answers = await Promise.all(flows.map((one) => askSome(sql, one)))
    expect(answers.filter((one) => one.ok && one.value.sends)).toHaveLength(3)
  })

  test('waits for whatever ends the reset, and then mails nothing', async () => {
    const { id: person } = await addPerson(owner, { emails: [ADDRESS] })
    const one = await addSomeReset(sql, person)
    const answer = await whileHeld(
      owner,
      (tx) => tx`delete from resets where id = ${one.id}`,
      () => askSome(sql, one),
    )
    expect(answer).toEqual({ ok: false, problem: { kind: 'elsewhere' } })
    expect(await owner`select from outbox where person = ${person}`).toEqual([])
  })
})

describe('R-RL-06 admit_reset_start', () => {
  test('decides and counts as admitStart does', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(pauses, { minLength: 35, maxLength: 45, size: 'max' }),
        async (sequence) => {
          const keys = { addressMinute: randomBytes(32), addressHour: randomBytes(32) }
          let model: StartCounters = { addressMinute: counter(), addressHour: counter() }
          let now = NOW
          for (const pause of sequence) {
            now = new Date(now.getTime() + (pause < 60 ? 0 : pause) * 1000)
            const expected = admitStart(model, 1, now)
            const decided = await admitResetStart(sql, keys, { addressFactor: 1, now })
            expect(decided).toEqual(expected.ok ? { kind: 'admitted' } : expected.problem)
            if (expected.ok) model = expected.value
          }
        },
      ),
      { numRuns: 8, endOnFailure: true },
    ),
  )
})

describe('R-RL-06 admit_email_code_try', () => {
  test('decides and counts as admitEmailCode does', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(0, 0, 0, 100, 300, 599), { minLength: 3, maxLength: 9 }),
        async (sequence) => {
          const { key } = await asked()
          let model = (await findReset(sql, key, NOW)) as Reset
          let now = NOW
          for (const pause of sequence) {
            now = new Date(now.getTime() + pause * 1000)
            if (now >= seconds(1800)) return
            const expected = admitEmailCode(model, now)
            const decided = await admitEmailCodeTry(sql, key, now)
            expect(decided.kind).toBe(expected.ok ? 'admitted' : expected.problem.kind)
            if (expected.ok) model = expected.value
            expect(await findReset(sql, key, now)).toEqual(model)
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    ),
  )

  test('looks at five of 200 codes at once', async () => {
    const { key } = await asked()
    const tries = await together(200, () => admitEmailCodeTry(sql, key, NOW))
    expect(tries.filter(({ kind }) => kind === 'admitted')).toHaveLength(5)
  })

  test('waits for a try under way, and counts on from that', async () => {
    const { key } = await asked()
    const decided = await whileHeld(
      owner,
      (tx) => tx`update resets set tries = 5 where id_hash = ${key.browser}`,
      () => admitEmailCodeTry(sql, key, NOW),
    )
    expect(decided).toEqual({ kind: 'void' })
  })

  test('knows no code of another browser, nor of another purpose', async () => {
    const { key } = await asked()
    for (const other of [{ browser: randomBytes(32) }, { purpose: 'mfa' } as const])
      expect(await admitEmailCodeTry(sql, { ...key, ...other }, NOW)).toEqual({ kind: 'elsewhere' })
  })
})

describe('R-RL-04 a code that was looked at and found right', () => {
  test('proves nothing once a newer one has taken its place', async () => {
    const { id: person } = await addPerson(owner, { emails: [ADDRESS] })
    const one = await addSomeReset(sql, person)
    const [older, newer] = [randomBytes(32), randomBytes(32)]
    for (const mac of [older, newer]) await askSome(sql, one, { mac })
    const reset = afterEmailCode(one, person, false, NOW)
    const proof = { key: one.key, to: randomBytes(32), reset, event: eventOf(person, NOW) }
    expect(await proveEmail(sql, { ...proof, mac: older })).toBe(false)
    expect(await proveEmail(sql, { ...proof, mac: newer })).toBe(true)
  })

  test('lets no sign-in on once a newer one has taken its place', async () => {
    const { id: person } = await addPerson(owner, { emails: [ADDRESS] })
    const one = await addSomeReset(sql, person, { purpose: 'mfa' })
    const [older, newer] = [randomBytes(32), randomBytes(32)]
    for (const mac of [older, newer]) await askSome(sql, one, { mac })
    const use = (mac: Buffer) => owner.begin((tx) => useEmailCode(tx, one.key, mac))
    expect(await use(older)).toBe(false)
    expect(await use(newer)).toBe(true)
  })
})

describe('R-RL-06 admit_reset_factor_try', () => {
  const budget = 100

  async function atFactor() {
    const { id: person } = await addPerson(owner, { emails: [ADDRESS] })
    const { id: reset, key } = await addProvenReset(sql, person, 'none')
    return { person, reset, key }
  }

  test.each(['device', 'recoveryCode'] as const)(
    'looks at five of fifty at once: %s',
    async (kind) => {
      const { person, reset } = await atFactor()
      const what = { reset, person, kind, budget }
      const tries = await together(50, () => admitFactorTry(sql, what, NOW))
      expect(tries.filter(({ kind: one }) => one === 'admitted')).toHaveLength(5)
      expect(tries.filter(({ kind: one }) => one === 'triesSpent')).toHaveLength(45)
    },
  )

  test('counts a code of a device with those of sign-ins, whose lock holds here too', async () => {
    const { person, reset } = await atFactor()
    await owner`update accounts set code_failures = 9 where person = ${person}`
    const what = { reset, person, kind: 'device', budget } as const
    expect(await admitFactorTry(sql, what, NOW)).toEqual({
      kind: 'admitted',
      tries: 1,
      failures: 10,
      lockedUntil: seconds(900),
    })
    expect(await admitFactorTry(sql, what, NOW)).toEqual({ kind: 'locked', until: seconds(900) })
    const [row] = await owner`select tries from resets where id = ${reset}`
    expect(row).toEqual({ tries: 1 })
  })

  test('counts a recovery code in its own pool', async () => {
    const { person, reset } = await atFactor()
    await owner`update accounts set recovery_failures = 100 where person = ${person}`
    const what = { reset, person, kind: 'recoveryCode', budget } as const
    expect(await admitFactorTry(sql, what, NOW)).toEqual({ kind: 'recoveryVoid' })
  })

  test('is closed once the budget of the person is spent', async () => {
    const { person, reset } = await atFactor()
    await owner`update accounts set code_failures = 100 where person = ${person}`
    const what = { reset, person, kind: 'device', budget } as const
    expect(await admitFactorTry(sql, what, NOW)).toEqual({ kind: 'budgetSpent' })
  })

  test('knows no reset of somebody else, and none in another state', async () => {
    const [one, other] = [await atFactor(), await atFactor()]
    const ready = await addProvenReset(sql, one.person, 'mailbox')
    for (const reset of [other.reset, ready.id, crypto.randomUUID() as ResetId]) {
      const what = { reset, person: one.person, kind: 'device', budget } as const
      expect(await admitFactorTry(sql, what, NOW)).toEqual({ kind: 'elsewhere' })
    }
  })
})
