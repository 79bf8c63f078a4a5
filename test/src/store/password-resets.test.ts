import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/person.ts'
import { finishReset } from '#domain/reset/finish.ts'
import type { ResetMfa } from '#domain/reset/policy.ts'
import type { TransactionSql } from '#src/store/database.ts'
import { type PasswordReset, resetPassword } from '#src/store/password-resets.ts'
import { acceptResetCode, useResetRecoveryCode } from '#src/store/reset-factors.ts'
import { findResetOwner } from '#src/store/reset-owners.ts'
import { findReset, type ResetKey } from '#src/store/resets.ts'
import { addDevice, addPerson, NOW, SEED, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { untilSomeoneWaits, whileHeld } from '#test/support/held.ts'
import { ADDRESS, addProvenReset, addSomeReset, eventOf } from '#test/support/reset-rows.ts'
import { addSomeSignIn, origin, seconds, together } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const NEW = { kind: 'own', body: { phc: 'new' } } as const
const HOUR = 3600
const DAY = 24 * HOUR

function somebody(fields: Partial<SomePerson> = {}): Promise<SomePerson> {
  return addPerson(owner, { emails: [ADDRESS], ...fields })
}

function change(
  key: ResetKey,
  person: PersonId,
  { setting = 'reactivate', ...fields }: Partial<PasswordReset> & { setting?: ResetMfa } = {},
): Promise<unknown> {
  return resetPassword(sql, {
    key,
    person,
    password: NEW,
    decide: (reset, found) => finishReset(reset, { ...found, setting }, NOW),
    closed: [],
    events: ({ reset, unfreezes }) => [
      { ...eventOf(person, NOW), happening: { kind: 'passwordReset', mfa: reset.mfa } },
      ...(unfreezes
        ? [{ ...eventOf(person, NOW), happening: { kind: 'unfrozen', by: 'oldDevice' } as const }]
        : []),
    ],
    now: NOW,
    ...fields,
  })
}

async function kept(person: PersonId) {
  const [row] = await owner`
    select a.state, a.mfa, w.body from accounts a join passwords w on w.person = a.person
    where a.person = ${person}`
  return row
}

async function countOf(table: string, person: PersonId): Promise<number> {
  return (await owner`select from ${owner(table)} where person = ${person}`).length
}

describe('R-RS-04 a reset password', () => {
  test('is kept, puts the second factor aside, and leaves a second click its page', async () => {
    const { id } = await somebody()
    const { key } = await addProvenReset(sql, id)
    await change(key, id)
    expect(await kept(id)).toEqual({ state: 'active', mfa: 'reactivation', body: NEW.body })
    expect(await findReset(sql, key, NOW)).toMatchObject({ state: 'done', mfa: 'reactivation' })
  })

  test('is one for whoever never had any', async () => {
    const { id } = await somebody({ state: 'created' })
    await owner`delete from passwords where person = ${id}`
    const { key } = await addProvenReset(sql, id)
    await change(key, id)
    expect(await kept(id)).toEqual({ state: 'created', mfa: 'none', body: NEW.body })
  })

  test('ends sessions, known browsers, sign-ins, other resets and a waiting Reset MFA', async () => {
    const { id } = await somebody()
    const other = await somebody()
    for (const whose of [id, other.id]) {
      await addSomeSignIn(sql, { person: whose })
      await addSomeReset(sql, whose)
      await owner`
        insert into known_browsers values (${randomBytes(32)}, ${whose}, ${NOW}, '2099-01-01')`
      await owner`
        insert into sessions (id_hash, person, started_at, idle_seconds, idle_until, absolute_until,
          browser_label, network)
        values (${randomBytes(32)}, ${whose}, ${NOW}, 60, '2099-01-01', '2099-01-01', '-', '-')`
      await owner`
        insert into mfa_resets (id, person, way, state, asked_at, opens_at, closes_at)
        values (gen_random_uuid(), ${whose}, 'email', 'waiting', ${NOW}, ${seconds(DAY)}, ${seconds(4 * DAY)})`
    }
    const { key } = await addProvenReset(sql, id)
    await change(key, id)
    for (const table of ['sign_ins', 'sessions', 'known_browsers']) {
      expect([table, await countOf(table, id)]).toEqual([table, 0])
      expect([table, await countOf(table, other.id)]).toEqual([table, 1])
    }
    expect(await countOf('resets', id)).toBe(1)
    expect(await countOf('resets', other.id)).toBe(1)
    const states = await owner`
      select person = ${id} as own, state from mfa_resets where person in (${id}, ${other.id}) order by 1`
    expect(states).toEqual([
      { own: false, state: 'waiting' },
      { own: true, state: 'cancelled' },
    ])
  })

  test('T-RACE waits for a password try in no circle: known browsers come first', async () => {
    const { id } = await somebody()
    const { key } = await addProvenReset(sql, id)
    const [known, unknown] = [randomBytes(32), randomBytes(32)]
    for (const one of [unknown, known])
      await owner`insert into throttles (key, count, since) values (${one}, 20, ${NOW})`
    let isFree = false
    const lock = (tx: TransactionSql, one: Buffer) =>
      tx`select from throttles where key = ${one} for update nowait`
    await owner.begin(async (tx) => {
      await lock(tx, known)
      const resetting = change(key, id, { closed: [known, unknown] })
      await untilSomeoneWaits(owner)
      isFree = (await lock(tx, unknown)).length === 1
      return { resetting }
    })
    expect(isFree).toBe(true)
  })

  test('opens a name that was closed to unknown browsers', async () => {
    const { id } = await somebody()
    const { key } = await addProvenReset(sql, id)
    const closed = randomBytes(32)
    await owner`insert into throttles (key, count, since, lasting) values (${closed}, 80, ${NOW}, true)`
    await change(key, id, { closed: [closed] })
    expect(await owner`select from throttles where key = ${closed}`).toEqual([])
  })

  test('is told to every address, in the same transaction', async () => {
    const { id } = await somebody({ emails: [ADDRESS, 'kedua@instansi.example'] })
    const { key } = await addProvenReset(sql, id)
    await change(key, id)
    const told = await owner`
      select o.address from outbox o join events e on e.id = o.event
      where e.person = ${id} and e.kind = 'passwordReset' order by 1`
    expect(told).toEqual([{ address: 'kedua@instansi.example' }, { address: ADDRESS }])
  })

  test('is refused without a trace where more has to be proven by now', async () => {
    const { id } = await somebody({ role: 'officer' })
    const { key } = await addProvenReset(sql, id)
    const before = await kept(id)
    expect(await change(key, id)).toEqual({ ok: false, problem: { kind: 'proofMissing' } })
    expect(await kept(id)).toEqual(before)
  })

  test('T-RACE happens once of twenty tabs', async () => {
    const { id } = await somebody()
    const { key } = await addProvenReset(sql, id)
    const answers = (await together(20, () => change(key, id))) as { ok: boolean }[]
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const told = await owner`select from events where person = ${id} and kind = 'passwordReset'`
    expect(told).toHaveLength(1)
  })

  test('waits for a freeze under way, and is over with it', async () => {
    const { id } = await somebody()
    const { key } = await addProvenReset(sql, id)
    const answer = await whileHeld(
      owner,
      async (tx) => {
        await tx`update accounts set state = 'frozen', state_since = ${NOW} where person = ${id}`
        await tx`select stop_pending(${id})`
      },
      () => change(key, id),
    )
    expect(answer).toEqual({ ok: false, problem: { kind: 'elsewhere' } })
    expect(await kept(id)).toMatchObject({ state: 'frozen', mfa: 'inUse' })
  })
})

describe('2.8 a frozen account that is opened again', () => {
  const OLD = Buffer.from('abcdefghijabcdefghij')

  /** Broken into a day ago: the owner's device was put aside, another one came. */
  async function brokenInto() {
    const person = await somebody({ state: 'frozen', devices: [] })
    const [old, theirs] = [
      await addDevice(owner, person.id, { name: 'HP', seed: OLD, retiredAt: seconds(-DAY) }),
      await addDevice(owner, person.id, { name: 'HP', seed: SEED }),
    ]
    await owner`update devices set put_aside = true where id = ${old}`
    await owner`update devices set verified_at = ${seconds(-DAY)} where id = ${theirs}`
    await owner`update accounts set state_since = ${NOW} where person = ${person.id}`
    await owner`insert into recovery_sets (person, made_at) values (${person.id}, ${NOW})`
    return { person: person.id, old, theirs }
  }

  test('listens to the device from before, though it was put aside, and to no other', async () => {
    const { person, old } = await brokenInto()
    const found = await findResetOwner(sql, person, NOW)
    expect(found?.authenticators.inUse.map(({ device }) => device.id)).toEqual([old])
    expect(found?.hasRecoveryCodes).toBe(false)
  })

  test('has the devices of its owner again, and nothing of whoever came', async () => {
    const { person, old } = await brokenInto()
    const { key } = await addProvenReset(sql, person, 'oldDevice')
    await change(key, person)
    expect(await kept(person)).toMatchObject({ state: 'active', mfa: 'inUse' })
    const inUse = await owner`
      select id, put_aside from devices where person = ${person} and retired_at is null`
    expect(inUse).toEqual([{ id: old, putAside: false }])
    expect(await countOf('recovery_sets', person)).toBe(0)
    const events = await owner`select kind from events where person = ${person} order by id desc`
    expect(events[0]).toEqual({ kind: 'unfrozen' })
  })
})

test('2.8 a phone that a thief put aside for the next opens nothing, frozen again or not', async () => {
  const person = await somebody({ state: 'frozen', devices: [] })
  const old = { name: 'HP', seed: SEED, retiredAt: seconds(-30 * HOUR) }
  const ids = [await addDevice(owner, person.id, old), await addDevice(owner, person.id, old)]
  await owner`update devices set put_aside = true where person = ${person.id}`
  await owner`
    update devices set verified_at = ${seconds(-30 * HOUR)}, retired_at = ${seconds(-6 * HOUR)}
    where id = ${ids[1] ?? ''}`
  await owner`update accounts set state_since = ${NOW} where person = ${person.id}`
  const { key } = await addProvenReset(sql, person.id, 'oldDevice')
  await change(key, person.id)
  const again = seconds(20 * HOUR)
  await owner`
    update accounts set state = 'frozen', state_since = ${again} where person = ${person.id}`
  const found = await findResetOwner(sql, person.id, again)
  expect(found?.authenticators.inUse.map(({ device }) => device.id)).toEqual([ids[0]])
})

describe('the second factor of a reset', () => {
  async function atFactor() {
    const { id: person } = await somebody()
    const { key, id } = await addProvenReset(sql, person, 'none')
    const [device] = await owner<{ id: string }[]>`select id from devices where person = ${person}`
    const to = randomBytes(32)
    const reset = {
      id,
      person,
      state: 'ready',
      proof: 'factor',
      expiresAt: seconds(600),
    } as const
    const acceptance = { device: device?.id as never, step: 100, drift: 0 }
    return { person, proven: { key, to, reset }, acceptance }
  }

  test('T-RACE is taken once of twenty posts of one code', async () => {
    const { proven, acceptance } = await atFactor()
    const taken = await together(20, () => acceptResetCode(sql, proven, acceptance))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await findReset(sql, { ...proven.key, browser: proven.to }, NOW)).toEqual(proven.reset)
  })

  test('takes no code with it where the reset is gone', async () => {
    const { person, proven, acceptance } = await atFactor()
    await owner`delete from resets where person = ${person}`
    expect(await acceptResetCode(sql, proven, acceptance)).toBe(false)
    const [device] = await owner`select last_step from devices where person = ${person}`
    expect(device).toEqual({ lastStep: 0 })
  })

  test('may be a recovery code, used once', async () => {
    const { person, proven } = await atFactor()
    await owner`insert into recovery_sets (person, made_at) values (${person}, ${NOW})`
    await owner`insert into recovery_codes (person, name, body) values (${person}, 'AB', '{}')`
    const event = (left: number) =>
      ({
        ...origin,
        at: NOW,
        person,
        actor: person,
        happening: { kind: 'recoveryCodeUsed', left },
      }) as const
    const use = { name: 'AB', now: NOW, event }
    const used = await together(10, () => useResetRecoveryCode(sql, proven, use))
    expect(used.filter(Boolean)).toHaveLength(1)
  })
})
