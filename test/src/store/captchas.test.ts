import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Captcha, CaptchaId } from '#domain/captcha/captcha.ts'
import { type CaptchaAttempt, type CaptchaTry, tryCaptcha } from '#domain/captcha/try.ts'
import { addCaptcha, changeCaptcha, isCaptchaLive } from '#src/store/captchas.ts'
import { testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'

const sql = await testDatabase()
const now = new Date('2026-11-21T12:00:00+07:00')
const nothing = { proofFits: false, answer: 'none', wantsWait: false } as const

function later(milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds)
}

async function opened(source = randomBytes(32)) {
  const captcha = await addCaptcha(sql, source, now)
  const key = { id: captcha.id, source }
  const attempt = (fields: Partial<CaptchaAttempt> = {}, at = now) =>
    changeCaptcha(sql, key, (found, taken) =>
      tryCaptcha(found, { ...nothing, taken, ...fields }, at),
    )
  return { captcha, key, attempt }
}

async function found(key: { id: CaptchaId; source: Buffer }): Promise<Captcha | undefined> {
  const tried = await changeCaptcha(sql, key, (captcha): CaptchaTry => {
    return { outcome: 'kept', captcha, problem: { kind: 'unanswered' } }
  })
  return tried?.outcome === 'kept' ? tried.captcha : undefined
}

describe('R-CA-01 a check in the database', () => {
  test('is found as it was opened, for ten minutes', async () => {
    const { captcha, key } = await opened()
    expect(captcha).toMatchObject({ state: 'open', wrong: 0, expiresAt: later(600_000) })
    expect(await found(key)).toEqual(captcha)
    expect(await isCaptchaLive(sql, key.id, later(599_999))).toBe(true)
    expect(await isCaptchaLive(sql, key.id, later(600_000))).toBe(false)
  })

  test('keeps a wait and its wrong answers', async () => {
    const { captcha, key, attempt } = await opened()
    await attempt({ answer: 'wrong' })
    await attempt({ wantsWait: true })
    const until = later(60_000)
    expect(await found(key)).toEqual({ ...captcha, state: 'waiting', wrong: 1, until })
  })

  test('does not exist for another source', async () => {
    const { key } = await opened()
    expect(await found({ ...key, source: randomBytes(32) })).toBeUndefined()
  })

  test('is gone once passed', async () => {
    const { key, attempt } = await opened()
    expect(await attempt({ proofFits: true })).toEqual({ outcome: 'passed' })
    expect(await attempt({ proofFits: true })).toBeUndefined()
    expect(await isCaptchaLive(sql, key.id, now)).toBe(false)
  })

  test('is passed by one of fifty right answers at once', async () => {
    const { attempt } = await opened()
    const tries = await Promise.all(Array.from({ length: 50 }, () => attempt({ answer: 'right' })))
    expect(tries.filter((tried) => tried?.outcome === 'passed')).toHaveLength(1)
  })

  test('evaluates three of fifty wrong answers at once', async () => {
    const { attempt } = await opened()
    const tries = await Promise.all(Array.from({ length: 50 }, () => attempt({ answer: 'wrong' })))
    expect(tries.filter((tried) => tried !== undefined)).toHaveLength(3)
  })
})

describe('R-CA-01 one wait at a time per source', () => {
  test('holds for any number of checks that ask at once', async () => {
    const source = randomBytes(32)
    const checks = await Promise.all(Array.from({ length: 8 }, () => opened(source)))
    const tries = await Promise.all(checks.map(({ attempt }) => attempt({ wantsWait: true })))
    const kinds = tries.map((tried) => tried && 'problem' in tried && tried.problem.kind)
    expect(kinds.filter((kind) => kind === 'waiting')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'anotherWaits')).toHaveLength(7)
  })

  test('lets the next one start when the first minute is over', async () => {
    const source = randomBytes(32)
    const [first, second] = [await opened(source), await opened(source)]
    await first.attempt({ wantsWait: true })
    const early = await second.attempt({ wantsWait: true }, later(59_999))
    const next = await second.attempt({ wantsWait: true }, later(60_000))
    expect(early).toMatchObject({ problem: { kind: 'anotherWaits' } })
    expect(next).toMatchObject({ problem: { kind: 'waiting' } })
  })

  test('does not bind other sources', async () => {
    const [first, second] = [await opened(), await opened()]
    await first.attempt({ wantsWait: true })
    expect(await second.attempt({ wantsWait: true })).toMatchObject({
      problem: { kind: 'waiting' },
    })
  })

  test('waits for a try under way and sees the wait that one began', async () => {
    const source = randomBytes(32)
    const [first, second] = [await opened(source), await opened(source)]
    const tried = await whileHeld(
      sql,
      async (tx) => {
        await tx`select pg_advisory_xact_lock(hashtextextended(${source.toString('hex')}, 2))`
        await tx`
          update captchas set state = 'waiting', wait_until = ${later(60_000)}
          where id = ${first.key.id}`
      },
      () => second.attempt({ wantsWait: true }),
    )
    expect(tried).toMatchObject({ problem: { kind: 'anotherWaits' } })
  })
})

test('a new check clears away those that nobody finished', async () => {
  const { key } = await opened()
  await addCaptcha(sql, randomBytes(32), later(600_000))
  expect(await found(key)).toBeUndefined()
})

test('the database refuses a wait without an end and a fourth try', async () => {
  const { key } = await opened()
  const endless = sql`update captchas set state = 'waiting' where id = ${key.id}`
  const fourth = sql`update captchas set wrong = 3 where id = ${key.id}`
  await expect(endless).rejects.toThrow(/check constraint/)
  await expect(fourth).rejects.toThrow(/check constraint/)
})

test("the application's own role may open, change and remove checks", async () => {
  const app = await testDatabase({ role: 'asn_app' })
  const source = randomBytes(32)
  const { id } = await addCaptcha(app, source, now)
  const attempt = (fields: Partial<CaptchaAttempt>) =>
    changeCaptcha(app, { id, source }, (captcha, taken) =>
      tryCaptcha(captcha, { ...nothing, taken, ...fields }, now),
    )
  expect(await attempt({ answer: 'wrong' })).toMatchObject({ outcome: 'kept' })
  expect(await attempt({ proofFits: true })).toEqual({ outcome: 'passed' })
})
