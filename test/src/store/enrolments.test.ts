import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { DeviceId, DeviceName } from '#domain/mfa/device.ts'
import { startEnrolment } from '#domain/mfa/enrolment.ts'
import { stepAt } from '#domain/mfa/step.ts'
import type { BrowserId } from '#domain/sign-in/sign-in.ts'
import { listAuthenticators } from '#src/store/devices.ts'
import { activate, addEnrolment, findEnrolment, type KeptEnrolment } from '#src/store/enrolments.ts'
import { keepOldDevices } from '#src/store/reactivation.ts'
import { addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { addSomeSignIn, origin, seconds, someSession, together } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

async function newcomer(fields: Partial<SomePerson> = { state: 'created' }) {
  const { id: person } = await addPerson(owner, fields)
  const browser = crypto.randomUUID() as BrowserId
  const ask = (at = 0, from = browser) =>
    addEnrolment(sql, { person, browser: from, now: seconds(at) }, (started) => {
      const id = crypto.randomUUID() as DeviceId
      const fresh = startEnrolment(id, started, seconds(at))
      const seed = { device: id, keyId: 's1', sealed: randomBytes(48) }
      return fresh.ok ? { enrolment: fresh.value, seed, name: undefined } : fresh.problem
    })
  return { person, browser, ask }
}

async function activating(fields?: Partial<SomePerson>) {
  const { person, browser, ask } = await newcomer(fields)
  const kept = given(await ask())
  const signIn = await addSomeSignIn(sql, { person, browser })
  const { id } = kept.enrolment
  const event = { ...origin, at: NOW, person, actor: person }
  const run = (work: () => Promise<void> = async () => {}) =>
    activate(
      sql,
      {
        person,
        device: { id, lastStep: 7, drift: 1, verifiedAt: NOW },
        name: 'HP Baru' as DeviceName,
        hold: { until: seconds(86_400), because: 'firstActivation' },
        session: someSession(person, signIn),
        event: { ...event, happening: { kind: 'mfaActivated', device: 'HP Baru' } },
      },
      work,
    )
  return { person, browser, signIn, run, event }
}

function given(kept: KeptEnrolment | { kind: string }): KeptEnrolment {
  if ('kind' in kept) throw new Error(kept.kind)
  return kept
}

describe('R-OT-02 a secret on the screen', () => {
  test('is the same for this browser, for fifteen minutes', async () => {
    const { person, browser, ask } = await newcomer()
    const first = given(await ask())
    expect(await ask(899)).toEqual(first)
    expect(await findEnrolment(sql, { person, browser })).toEqual(first)
    expect(given(await ask(900)).enrolment.id).not.toBe(first.enrolment.id)
  })

  test('is one for two tabs, or fifty, at once', async () => {
    const { ask } = await newcomer()
    const kept = (await together(50, () => ask())).map(given)
    expect(new Set(kept.map(({ enrolment }) => enrolment.id)).size).toBe(1)
  })

  test('is another one in another browser', async () => {
    const { ask } = await newcomer()
    const other = crypto.randomUUID() as BrowserId
    expect(given(await ask(0, other)).seed).not.toEqual(given(await ask()).seed)
  })

  test('is made five times an hour, however many browsers ask at once', async () => {
    const { ask } = await newcomer()
    const asked = await together(20, () => ask(0, crypto.randomUUID() as BrowserId))
    expect(asked.filter((kept) => 'enrolment' in kept)).toHaveLength(5)
    expect(asked).toContainEqual({ kind: 'tooManyQrCodes', until: seconds(3600) })
    expect(await ask(3600)).toHaveProperty('enrolment')
  })
})

describe('activation', () => {
  test('makes the secret a device, holds the account and opens a session', async () => {
    const { person, browser, run } = await activating()
    expect(await run()).toBe(true)
    const { inUse, old } = await listAuthenticators(sql, person, NOW)
    expect(inUse.map(({ device }) => device)).toMatchObject([
      { name: 'HP Baru', lastStep: 7, drift: 1 },
    ])
    expect(old).toEqual([])
    expect(await findEnrolment(sql, { person, browser })).toBeUndefined()
    const [account] = await owner`
      select state, mfa, held_until, held_because, state_since from accounts where person = ${person}`
    expect(account).toEqual({
      state: 'active',
      mfa: 'inUse',
      heldUntil: seconds(86_400),
      heldBecause: 'firstActivation',
      stateSince: NOW,
    })
  })

  test('happens once of twenty at once', async () => {
    const { person, run } = await activating()
    const answers = await together(20, () => run())
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await owner`select from devices where person = ${person}`).toHaveLength(1)
  })

  test('waits for another activation under way, and is refused', async () => {
    const { person, run } = await activating()
    const answer = await whileHeld(
      owner,
      (tx) => tx`update accounts set state = 'active', mfa = 'inUse' where person = ${person}`,
      () => run(),
    )
    expect(answer).toBe(false)
  })

  test('leaves nothing behind where its session cannot open (T-CRASH)', async () => {
    const { person, browser, signIn, run } = await activating()
    await owner`delete from sign_ins where id_hash = ${signIn}`
    expect(await run()).toBe(false)
    expect(await findEnrolment(sql, { person, browser })).toBeDefined()
    expect(await owner`select from devices where person = ${person}`).toEqual([])
    expect(await owner`select from events where person = ${person}`).toEqual([])
  })

  test('puts old devices aside where a reset asked for a new one', async () => {
    const { person, run } = await activating({ mfa: 'reactivation' })
    await run()
    const { inUse, old } = await listAuthenticators(sql, person, seconds(1))
    expect(inUse.map(({ device }) => device.name)).toEqual(['HP Baru'])
    expect(old.map(({ oldQr }) => oldQr.name)).toEqual(['HP Samsung'])
    expect((await listAuthenticators(sql, person, seconds(7 * 86_400))).old).toEqual([])
  })
})

describe('an old device that proves itself', () => {
  async function proving(mfa: SomePerson['mfa'] = 'reactivation') {
    const { person, signIn, event } = await activating({ mfa })
    const [kept] = (await listAuthenticators(sql, person, NOW)).inUse
    if (!kept) throw new Error('no device')
    const acceptance = { device: kept.device.id, step: stepAt(NOW), drift: 0 }
    const prove = () =>
      keepOldDevices(sql, { person, acceptance, session: someSession(person, signIn), event })
    return { person, signIn, prove }
  }

  test('serves again, once of twenty at once, and the account is not held', async () => {
    const { person, prove } = await proving()
    const answers = await together(20, prove)
    expect(answers.filter(Boolean)).toHaveLength(1)
    const [account] = await owner`select mfa, held_until from accounts where person = ${person}`
    expect(account).toEqual({ mfa: 'inUse', heldUntil: null })
  })

  test('proves nothing where no reset was asked for, and its code stays unused', async () => {
    const { person, prove } = await proving('inUse')
    expect(await prove()).toBe(false)
    const [kept] = (await listAuthenticators(sql, person, NOW)).inUse
    expect(kept?.device.lastStep).toBe(0)
  })
})
