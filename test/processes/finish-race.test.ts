import { describe, expect, test, vi } from 'vitest'
import { PASSWORD } from '#test/support/builders.ts'
import { caller } from '#test/support/caller.ts'
import { byAccount, byDevices, contestsAt } from '#test/support/contests.ts'
import { openDesk, presentPasswords } from '#test/support/desk.ts'
import { BETTER, codeOn, signIn } from '#test/support/last-steps.ts'
import { KEY, RESET_STEPS } from '#test/support/reset-steps.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

/** The mails stay unsent, so that the codes can be read where they wait. */
const desk = await openDesk({ JOBS: 'off' })
const [one, other] = await Promise.all([desk.start(), desk.start()])
const owner = await desk.owner()
const hash = await presentPasswords.hash(PASSWORD)
const place = { owner, hash, url: one.url }
const {
  inTurn,
  atSignIn,
  atCancel,
  atPasswordChange,
  atNotMe,
  happenedTo,
  devicesOf,
  stateOf,
  passwordOf,
  openOf,
} = contestsAt(owner, other.url)

/** Whoever is first at the account decides; the other judges what that one left. */
describe('T-RACE against the finish', () => {
  test('of a Reset MFA: a cancel before it keeps the old device', async () => {
    const finish = await RESET_STEPS.activation(place)
    const cancel = await atCancel(finish.person)
    const [cancelled] = await inTurn(byAccount(finish.person), [cancel, finish.post])
    expect(cancelled?.path).toBe(paths.mfaResetCancelled)
    expect(await devicesOf(finish.person)).toEqual(['HP Samsung'])
    expect(await happenedTo(finish.person, 'mfaResetCancelled')).toBe(1)
    expect(await happenedTo(finish.person, 'mfaActivated')).toBe(0)
  })

  test('of a Reset MFA: a cancel after it has nothing to take back, and says nothing by mail', async () => {
    const finish = await RESET_STEPS.activation(place)
    const cancel = await atCancel(finish.person)
    const [finished] = await inTurn(byDevices(finish.person), [finish.post, cancel])
    expect(finished?.path).toBe(paths.recoveryCodes)
    expect(await devicesOf(finish.person)).toEqual(['HP Baru'])
    expect(await happenedTo(finish.person, 'mfaResetCancelled')).toBe(0)
    expect(await happenedTo(finish.person, 'mfaActivated')).toBe(1)
  })

  test('of a Reset MFA: a freeze before it keeps the old device, one after it ends the session', async () => {
    for (const turn of ['freeze', 'finish'] as const) {
      const { person, post, browser } = await RESET_STEPS.activation(place)
      const freeze = await atNotMe(person)
      await (turn === 'freeze'
        ? inTurn(byAccount(person), [freeze, post])
        : inTurn(byDevices(person), [post, freeze]))
      expect(await devicesOf(person)).toEqual([turn === 'freeze' ? 'HP Samsung' : 'HP Baru'])
      expect(await stateOf(person)).toBe('frozen')
      expect((await browser.open(paths.home)).path).not.toBe(paths.home)
      expect(await openOf(person)).toEqual({ sessions: 0, signIns: 0, resets: 0, granted: 0 })
    }
  })

  test('of a password reset: a freeze before it keeps the password, one after it freezes all the same', async () => {
    for (const turn of ['freeze', 'finish'] as const) {
      const { person, post, browser } = await RESET_STEPS.password(place)
      const freeze = await atNotMe(person)
      const before = await passwordOf(person)
      await inTurn(byAccount(person), turn === 'freeze' ? [freeze, post] : [post, freeze])
      expect(await happenedTo(person, 'passwordReset')).toBe(turn === 'freeze' ? 0 : 1)
      expect((await passwordOf(person)) === before).toBe(turn === 'freeze')
      expect(await stateOf(person)).toBe('frozen')
      expect((await browser.open(paths.resetNewPassword)).path).toBe(paths.resetStart)
      expect(await openOf(person)).toEqual({ sessions: 0, signIns: 0, resets: 0, granted: 0 })
    }
  })

  test('of a password reset: a session that opens before it ends with it, one after it opens not', async () => {
    for (const turn of ['signIn', 'finish'] as const) {
      const { person, post } = await RESET_STEPS.password(place)
      const open = await atSignIn(person, paths.code, () => ({ code: codeOn(KEY) }))
      await inTurn(byAccount(person), turn === 'signIn' ? [open, post] : [post, open])
      expect(await happenedTo(person, 'passwordReset')).toBe(1)
      expect(await openOf(person)).toMatchObject({ sessions: 0, signIns: 0 })
    }
  })

  test('of a password reset: it and a change of password in a session end each other, whichever is first', async () => {
    for (const turn of ['change', 'finish'] as const) {
      const { person, post } = await RESET_STEPS.password(place)
      const word = 'Pohon*Kelapa-Miring8'
      const change = await atPasswordChange(person, word)
      await inTurn(byAccount(person), turn === 'change' ? [change, post] : [post, change])
      const paths_ = await Promise.all(
        [BETTER, word].map(
          async (typed) => (await signIn(caller(one.url), person.nip, typed)).path,
        ),
      )
      const isChanged = turn === 'change'
      expect(paths_).toEqual(
        isChanged ? [paths.signIn, paths.code] : [paths.activation, paths.signIn],
      )
      expect(await openOf(person)).toMatchObject({ sessions: isChanged ? 1 : 0 })
    }
  })
})
