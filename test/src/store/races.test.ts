import { describe, expect, test } from 'vitest'
import { stepAt } from '#domain/mfa/step.ts'
import {
  acceptCodeAndOpen,
  acceptOwnCode,
  admitCodeTry,
  giveBackCodeTry,
  keepRefusedCode,
} from '#src/store/code-tries.ts'
import { listAuthenticators } from '#src/store/devices.ts'
import { admitPasswordTry, giveBackPasswordTry } from '#src/store/password-tries.ts'
import { keepOldDevices } from '#src/store/reactivation.ts'
import { openSession } from '#src/store/sessions.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import {
  addSomeSignIn,
  origin,
  somePasswordTry,
  someSession,
  someThrottles,
  together,
} from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

async function atCode() {
  const person = await addPerson(owner)
  const signIn = await addSomeSignIn(sql, { person: person.id })
  const { inUse } = await listAuthenticators(sql, person.id, NOW)
  const device = inUse[0]?.device.id
  if (!device) throw new Error('a person without a device')
  return { person, signIn, acceptance: { device, step: stepAt(NOW), drift: 0 } }
}

describe('T-RACE no two requests wait for each other in a circle', () => {
  test('many people who sign in rightly from one office address', async () => {
    const office = someThrottles()
    const { addressMinute, addressHour } = office
    await together(200, async () => {
      const keys = someThrottles({ addressMinute, addressHour })
      const attempt = { ...somePasswordTry(), addressFactor: 10 }
      const admitted = await admitPasswordTry(sql, keys, attempt, NOW)
      if (admitted.kind !== 'admitted') throw new Error(admitted.kind)
      await giveBackPasswordTry(sql, admitted.counted)
    })
    const [row] = await owner<{ count: number }[]>`
      select count from throttles where key = ${addressMinute}`
    expect(row?.count).toBe(0)
  })

  test('passwords tried while their owner signs in', async () => {
    for (let round = 0; round < 15; round += 1) {
      const { person, signIn } = await atCode()
      const throttles = someThrottles()
      const at = (count: number) => new Date(NOW.getTime() + count * 60_000)
      await admitPasswordTry(sql, throttles, somePasswordTry(), NOW)
      const [opened] = await Promise.all([
        together(5, () => openSession(sql, someSession(person.id, signIn, { throttles }))),
        together(20, (count) => admitPasswordTry(sql, throttles, somePasswordTry(), at(count))),
      ])
      expect(opened.filter(Boolean)).toHaveLength(1)
    }
  })

  test('codes tried while one of them opens the session', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { person, signIn, acceptance } = await atCode()
      const asked = { signIn, person: person.id, budget: 100 }
      const opened = await together(12, async (at) => {
        if (at % 3 === 0)
          return acceptCodeAndOpen(sql, person.id, acceptance, someSession(person.id, signIn))
        const admitted = await admitCodeTry(sql, asked, NOW)
        if (admitted.kind !== 'admitted') return false
        if (at % 3 === 1) await giveBackCodeTry(sql, signIn, person.id)
        else await keepRefusedCode(sql, { ...asked, burned: [], ends: 'nothing', events: [] })
        return false
      })
      expect(opened.filter(Boolean)).toHaveLength(1)
    }
  })

  test('a second password login that replaces the sign-in about to open', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { person, signIn } = await atCode()
      const throttles = someThrottles()
      const admitted = await admitPasswordTry(sql, throttles, somePasswordTry(), NOW)
      if (admitted.kind !== 'admitted') throw new Error(admitted.kind)
      const { counted } = admitted
      await Promise.all([
        ...Array.from({ length: 3 }, () =>
          openSession(sql, someSession(person.id, signIn, { throttles })),
        ),
        ...Array.from({ length: 3 }, () =>
          addSomeSignIn(sql, { person: person.id, replaces: signIn, counted }),
        ),
      ])
    }
  })

  test('an old device that proves itself while its code is typed elsewhere', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { person, signIn, acceptance } = await atCode()
      await owner`update accounts set mfa = 'reactivation' where person = ${person.id}`
      const event = { ...origin, at: NOW, person: person.id, actor: person.id }
      const session = someSession(person.id, signIn)
      const proven = { person: person.id, acceptance, session, event }
      const taken = await Promise.all([
        ...Array.from({ length: 3 }, () => keepOldDevices(sql, proven)),
        ...Array.from({ length: 3 }, () => acceptOwnCode(sql, person.id, acceptance)),
      ])
      expect(taken.filter(Boolean)).toHaveLength(1)
    }
  })
})
