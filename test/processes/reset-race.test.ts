import { describe, expect, test, vi } from 'vitest'
import { PASSWORD, type SomePerson } from '#test/support/builders.ts'
import { caller, type Reply } from '#test/support/caller.ts'
import { byAccount, contestsAt } from '#test/support/contests.ts'
import { openDesk, presentPasswords, silenceNews, untilWaiting } from '#test/support/desk.ts'
import { BETTER, signIn, twice } from '#test/support/last-steps.ts'
import { RESET_STEPS, type ResetStep } from '#test/support/reset-steps.ts'
import { startSmtp } from '#test/support/smtp.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

/** The mails stay unsent, so that the codes can be read where they wait. */
const desk = await openDesk({ JOBS: 'off' })
const [one, other] = await Promise.all([desk.start(), desk.start()])
const owner = await desk.owner()
const hash = await presentPasswords.hash(PASSWORD)
const place = { owner, hash, url: one.url }
const { otherTab, whileAllWait, atSignIn, atStepUp, happenedTo, mailsOf } = contestsAt(
  owner,
  other.url,
)
/** So many posts at once that each process has some to spare. */
const POSTS = 50

describe('T-RACE two tabs, at two processes', () => {
  test('that finish one reset set one password, and both say that it is done', async () => {
    const { person, browser } = await RESET_STEPS.password(place)
    const tab = await otherTab(browser, paths.resetNewPassword)
    const words = [BETTER, 'Pohon*Kelapa-Miring8']
    const replies = await whileAllWait(
      byAccount(person),
      [browser, tab].map(
        (at, turn) => () => at.post(paths.resetNewPassword, twice(words[turn] ?? '')),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    for (const at of [browser, tab])
      expect((await at.open(paths.resetNewPassword)).path).toBe(
        paths.signInAfterReset('reactivation'),
      )
    expect(await happenedTo(person, 'passwordReset')).toBe(1)
    expect(await mailsOf(person, 'passwordReset')).toBe(1)
    const opens = await Promise.all(
      [...words, PASSWORD].map(
        async (word) => (await signIn(caller(one.url), person.nip, word)).path,
      ),
    )
    expect(opens.sort()).toEqual([paths.activation, paths.signIn, paths.signIn])
  })

  test('that type one emailed code 50 times prove the mailbox once', async () => {
    const step = await RESET_STEPS.emailCode(place)
    const replies = await fromBoth(step, paths.resetCode)
    expect(newNames(replies)).toBe(1)
    expect(replies.filter(({ status }) => status >= 500)).toEqual([])
    expect(await happenedTo(step.person, 'resetEmailProven')).toBe(1)
    expect(await mailsOf(step.person, 'resetEmailProven')).toBe(1)
  })

  test('the row of the reset alone decides which of 50 right codes is the first', async () => {
    const step = await RESET_STEPS.emailCode(place)
    await liftTries(step.person)
    const replies = await fromBoth(step, paths.resetCode)
    expect(newNames(replies)).toBe(1)
    expect(replies.filter(({ status }) => status >= 500)).toEqual([])
    expect(await happenedTo(step.person, 'resetEmailProven')).toBe(1)
  })

  test('that type the emailed code of a Reset MFA 50 times are let in once', async () => {
    const step = await RESET_STEPS.mfaEmailCode(place)
    await liftTries(step.person)
    const replies = await fromBoth(step, paths.mfaResetEmailCode)
    expect(replies.filter(({ status }) => status >= 500)).toEqual([])
    expect(await happenedTo(step.person, 'mfaResetGranted')).toBe(1)
    const granted = await owner`
      select from sign_ins s join mfa_resets m on m.id = s.mfa_reset
      where s.person = ${step.person.id} and m.state = 'granted'`
    expect(granted).toHaveLength(1)
    expect(await owner`select from mfa_resets where person = ${step.person.id}`).toHaveLength(1)
  })

  test('that ask for a code at once have one that serves: the newest', async () => {
    const step = await RESET_STEPS.ask(place)
    const tab = await otherTab(step.browser, paths.resetEmail)
    await Promise.all([step.post(), step.post(tab)])
    const rows = await owner`select from resets where person = ${step.person.id} and mailed`
    expect(rows).toHaveLength(1)
    expect(await mailsOf(step.person, 'resetCode')).toBe(2)
  })
})

describe('T-RACE one recovery code at four doors of two processes', () => {
  test('opens one of them: sign-in, reset, Reset MFA and step-up', async () => {
    const { person, post, form } = await RESET_STEPS.recoveryFactor(place)
    const recovery_code = form()['recovery_code'] ?? ''
    const doors = [
      post,
      await atSignIn(person, paths.code, { recovery_code }),
      await atSignIn(person, paths.mfaResetRecoveryCode, { recovery_code }),
      await atStepUp(person, { recovery_code }),
    ]
    const replies = await whileAllWait(
      byAccount(person),
      doors.map((post) => () => post()),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
    expect(await happenedTo(person, 'recoveryCodeUsed')).toBe(1)
    const used = await owner`
      select from recovery_codes where person = ${person.id} and used_at is not null`
    expect(used).toHaveLength(1)
  })
})

test('two senders send each mail that the races left once', async () => {
  await silenceNews(owner)
  const left = await owner<{ id: string }[]>`select id from outbox where sent_at is null`
  expect(left.length).toBeGreaterThan(10)
  const { port, mails } = await startSmtp()
  const env = { JOBS: 'only', SMTP_URL: `smtp://127.0.0.1:${port}`, BASE_URL: 'https://x.go.id' }
  const senders = await Promise.all([desk.start(env), desk.start(env)])
  await expect
    .poll(async () => (await owner`select from outbox where sent_at is null`).length, {
      timeout: 30_000,
    })
    .toBe(0)
  await Promise.all(senders.map((sender) => sender.stop()))
  expect(mails).toHaveLength(left.length)
  expect(new Set(mails.map(({ mail }) => mail.messageId)).size).toBe(left.length)
})

/** Half of them in each of two tabs, at the two processes, once all that can wait do. */
async function fromBoth({ person, browser, post }: ResetStep, path: string): Promise<Reply[]> {
  const tab = await otherTab(browser, path)
  const posts = Array.from({ length: POSTS }, (_, at) => () => post(at % 2 ? tab : browser))
  const { replies } = await owner.begin(async (tx) => {
    await tx`select from resets where person = ${person.id} for update`
    const replies = Promise.all(posts.map((act) => act()))
    // One at least at each process.
    await untilWaiting(owner, () => 4)
    return { replies }
  })
  return await replies
}

/** Tries count no more, so that what stands behind them is seen. */
async function liftTries({ id }: SomePerson): Promise<void> {
  await owner`
    create or replace function lift_tries() returns trigger language plpgsql as $$
    begin new.tries := 0; return new; end $$`
  await owner.unsafe(`
    create trigger lift_${id.replaceAll('-', '')} before update on resets for each row
    when (old.person = '${id}') execute function lift_tries()`)
}

/** A browser gets a new name when its mailbox is proven (R-SE-01). */
function newNames(replies: Reply[]): number {
  return replies.filter(({ headers }) => /(^|, )pre=/.test(headers.getSetCookie().join(', ')))
    .length
}
