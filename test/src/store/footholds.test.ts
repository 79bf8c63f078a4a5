import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { DeviceId, DeviceName } from '#domain/mfa/device.ts'
import { removeDevice } from '#domain/mfa/remove-device.ts'
import type { PersonId } from '#domain/person.ts'
import { activate } from '#src/store/enrolments.ts'
import { changeDevices } from '#src/store/own-devices.ts'
import { changePassword } from '#src/store/own-password.ts'
import { replaceRecoverySet } from '#src/store/recovery-sets.ts'
import { acceptResetCode } from '#src/store/reset-factors.ts'
import { replaceWeakPassword } from '#src/store/sign-ins.ts'
import { NOW, SEED, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { addPending, openFor, ownerOf } from '#test/support/own.ts'
import { ADDRESS, addProvenReset } from '#test/support/reset-rows.ts'
import { addSomeSignIn, origin, seconds, someSession } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const FRESH = { kind: 'own', body: { new: true } } as const

function somebody(fields: Partial<SomePerson> = {}) {
  return ownerOf(owner, { emails: [ADDRESS], ...fields })
}

async function resetsOf(person: PersonId): Promise<string[]> {
  const rows = await owner<{ state: string }[]>`
    select state from resets where person = ${person} order by state`
  return rows.map(({ state }) => state)
}

/** A request of whoever had password and mailbox, in the sign-in that it lets in. */
async function addGrant(person: PersonId, signIn: Buffer): Promise<void> {
  await owner`
    with granted as (
      insert into mfa_resets (id, person, way, state, asked_at)
      values (gen_random_uuid(), ${person}, 'email', 'granted', ${NOW}) returning id)
    update sign_ins set mfa_reset = granted.id from granted where id_hash = ${signIn}`
}

async function grantsOf(person: PersonId): Promise<string[]> {
  const rows = await owner<{ state: string }[]>`
    select state from mfa_resets where person = ${person}`
  return rows.map(({ state }) => state)
}

async function passwordOf(person: PersonId) {
  const [row] = await owner`select kind, body from passwords where person = ${person}`
  return row
}

function replace(id: Buffer, person: PersonId, known?: Buffer): Promise<boolean> {
  const change = { id, person, password: FRESH, known, now: NOW }
  return replaceWeakPassword(sql, change, async () => true)
}

describe('a password that its owner has changed', () => {
  test('R-PW-07 leaves no reset on its way that would replace it', async () => {
    const { person, act } = await somebody()
    await addProvenReset(sql, person, 'mailbox')
    await addProvenReset(sql, person, 'none')
    await addGrant(person, await addSomeSignIn(sql, { person }))
    const verified = (await passwordOf(person)) as never
    const rest = { counted: [], renewed: randomBytes(32), known: undefined }
    const change = { act: act(), verified, password: FRESH, ...rest }
    expect((await changePassword(sql, change)).ok).toBe(true)
    expect(await resetsOf(person)).toEqual([])
    expect(await grantsOf(person)).toEqual(['cancelled'])
  })

  test('R-RS-08 by the old one leaves nothing that the old one had opened', async () => {
    const { person } = await somebody()
    const other = await somebody()
    await addProvenReset(sql, person, 'mailbox')
    const id = await addSomeSignIn(sql, { person, wants: 'newPassword', weakPassword: true })
    await owner`update sign_ins set state = 'secondFactorProven' where id_hash = ${id}`
    const [known] = await owner`select token_hash from known_browsers where person = ${person}`
    await openFor(owner, person)
    expect(await replace(id, person, known?.['tokenHash'])).toBe(true)
    expect(await resetsOf(person)).toEqual([])
    expect(await owner`select from sessions where person = ${person}`).toEqual([])
    expect(await owner`select token_hash from known_browsers where person = ${person}`).toEqual([
      known,
    ])
    expect(await owner`select from sessions where person = ${other.person}`).toHaveLength(1)
  })
})

describe('R-RS-08 whoever replaces a password without a code', () => {
  async function granted() {
    const { person } = await somebody()
    const id = await addSomeSignIn(sql, { person, wants: 'newPassword', weakPassword: true })
    await addGrant(person, id)
    return { person, id }
  }

  test('may, where a Reset MFA has let that sign-in in', async () => {
    const { person, id } = await granted()
    expect(await replace(id, person)).toBe(true)
    expect(await grantsOf(person)).toEqual(['granted'])
  })

  test('may not, where its owner takes that back at the same moment', async () => {
    const { person, id } = await granted()
    const before = await passwordOf(person)
    const done = await whileHeld(
      owner,
      async (tx) => {
        await tx`select from accounts where person = ${person} for update`
        await tx`update mfa_resets set state = 'cancelled' where person = ${person}`
      },
      () => replace(id, person),
    )
    expect(done).toBe(false)
    expect(await passwordOf(person)).toEqual(before)
  })

  test('may not, where a device came into use since the page was shown', async () => {
    const { person } = await somebody()
    await owner`update accounts set mfa = 'none' where person = ${person}`
    const id = await addSomeSignIn(sql, { person, weakPassword: true })
    await owner`update accounts set mfa = 'inUse' where person = ${person}`
    expect(await replace(id, person)).toBe(false)
  })
})

describe('a device that its owner has removed', () => {
  test('R-RS-03 opens no reset that it had proven', async () => {
    const devices = ['HP', 'Tablet'].map((name) => ({ name, seed: SEED }))
    const { person, act } = await somebody({ devices })
    await addProvenReset(sql, person, 'factor')
    const removed = await changeDevices(sql, { act: act() }, (found) =>
      removeDevice(found, found[0]?.id as DeviceId),
    )
    expect(removed.ok).toBe(true)
    expect(await resetsOf(person)).toEqual([])
  })

  test('R-OT-05 proves none at the same moment', async () => {
    const { person } = await somebody()
    const { key, reset } = await addProvenReset(sql, person, 'none')
    const [device] = await owner<
      { id: DeviceId }[]
    >`select id from devices where person = ${person}`
    const ready = { ...reset, state: 'ready', proof: 'factor' } as never
    const proven = { key, to: randomBytes(32), reset: ready }
    const taken = await whileHeld(
      owner,
      async (tx) => {
        await tx`select from accounts where person = ${person} for update`
        await tx`update devices set retired_at = ${NOW} where person = ${person}`
      },
      () =>
        acceptResetCode(sql, proven, {
          device: device?.id as DeviceId,
          step: 59_000_000,
          drift: 0,
        }),
    )
    expect(taken).toBe(false)
  })
})

test('R-RS-06 codes that were made anew leave no reset that an old one had proven', async () => {
  const { person } = await somebody()
  await addProvenReset(sql, person, 'factor')
  const happening = { kind: 'recoveryCodesMade', occasion: 'renewal' } as const
  const event = { ...origin, at: NOW, person, actor: person, happening }
  const shown = { to: randomBytes(32), until: seconds(60), keyId: 'k', sealed: randomBytes(8) }
  await owner.begin((tx) => replaceRecoverySet(tx, { person, codes: [], shown, event }))
  expect(await resetsOf(person)).toEqual([])
})

test('R-RS-09 a device replaced by Reset MFA leaves nothing that the old one had opened', async () => {
  const { person } = await somebody()
  const weak = await addSomeSignIn(sql, { person, weakPassword: true })
  await owner`update sign_ins set state = 'secondFactorProven' where id_hash = ${weak}`
  const signIn = await addSomeSignIn(sql, { person, wants: 'mfaReset' })
  await addGrant(person, signIn)
  const id = await addPending(owner, person)
  const session = someSession(person, signIn)
  const happening = { kind: 'mfaActivated', device: 'HP Baru' } as const
  const done = await activate(
    sql,
    {
      person,
      device: { id, lastStep: 7, drift: 0, verifiedAt: NOW },
      name: 'HP Baru' as DeviceName,
      hold: undefined,
      session,
      event: { ...origin, at: NOW, person, actor: person, happening },
    },
    async () => {},
  )
  expect(done).toBe(true)
  expect(await owner`select id_hash from sessions where person = ${person}`).toEqual([
    { idHash: session.id },
  ])
  expect(await owner`select token_hash from known_browsers where person = ${person}`).toHaveLength(
    1,
  )
  expect(await owner`select from sign_ins where id_hash = ${weak}`).toEqual([])
})
