import { describe, expect, test } from 'vitest'
import { addDevice } from '#domain/mfa/add-device.ts'
import type { DeviceId, DeviceName } from '#domain/mfa/device.ts'
import { removeDevice } from '#domain/mfa/remove-device.ts'
import { renameDevice } from '#domain/mfa/rename-device.ts'
import { replaceDevice } from '#domain/mfa/replace-device.ts'
import type { PersonId } from '#domain/person.ts'
import { no } from '#domain/result.ts'
import { listAuthenticators } from '#src/store/devices.ts'
import type { OwnAct } from '#src/store/own-account.ts'
import { changeDevices, listOwnDevices } from '#src/store/own-devices.ts'
import { NOW, SEED } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { addPending, devicesOf, ownerOf } from '#test/support/own.ts'
import { seconds, together } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const named = (...names: string[]) => names.map((name) => ({ name, seed: SEED }))
const NO_LONGER = no({ kind: 'noLonger' })

const remove = (act: OwnAct, id: DeviceId) =>
  changeDevices(sql, { act }, (devices) => removeDevice(devices, id))

async function add(act: OwnAct, person: PersonId, name: string) {
  const id = await addPending(owner, person)
  const verified = { id, lastStep: 7, drift: 1, verifiedAt: NOW }
  const change = () =>
    changeDevices(sql, { act, verified }, (devices) =>
      addDevice(devices, { id, name: name as DeviceName }),
    )
  return { id, change }
}

describe('changeDevices', () => {
  test('takes the secret on the screen into use, once of ten at once', async () => {
    const { person, act } = await ownerOf(owner)
    const { id, change } = await add(act(), person, 'HP Baru')
    const answers = await together(10, change)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(9).fill(NO_LONGER))
    expect(await listOwnDevices(sql, person)).toMatchObject([
      { name: 'HP Samsung' },
      { id, name: 'HP Baru', since: NOW },
    ])
    expect(await owner`select from enrolments where person = ${person}`).toEqual([])
    const events = await owner`
      select kind, detail from events where person = ${person} and kind <> 'signedIn'`
    expect(events).toEqual([{ kind: 'deviceAdded', detail: { device: 'HP Baru' } }])
  })

  test('keeps a removed device encrypted for seven days (R-OT-11)', async () => {
    const { person, act } = await ownerOf(owner, { devices: named('HP', 'Tablet') })
    const [first] = await devicesOf(owner, person)
    expect((await remove(act(), first?.id as DeviceId)).ok).toBe(true)
    const at = async (day: number) =>
      (await listAuthenticators(sql, person, seconds(day * 86_400))).old.length
    expect([await at(6), await at(7)]).toEqual([1, 0])
    expect((await devicesOf(owner, person)).map(({ name }) => name)).toEqual(['Tablet'])
  })

  test('renames, and lets the successor have the name of the one it replaces', async () => {
    const { person, act } = await ownerOf(owner, { devices: named('HP', 'Tablet') })
    const [first, second] = await devicesOf(owner, person)
    await changeDevices(sql, { act: act() }, (devices) =>
      renameDevice(devices, second?.id as DeviceId, 'TABLET' as DeviceName),
    )
    const id = await addPending(owner, person)
    const verified = { id, lastStep: 7, drift: 0, verifiedAt: NOW }
    const replaced = await changeDevices(sql, { act: act(), verified }, (devices) =>
      replaceDevice(devices, first?.id as DeviceId, { id, name: 'hp' as DeviceName }),
    )
    expect(replaced.ok).toBe(true)
    expect((await devicesOf(owner, person)).map(({ name }) => name)).toEqual(['TABLET', 'hp'])
  })

  test('leaves everything as it was where the decision says no', async () => {
    const { person, act } = await ownerOf(owner)
    const { change } = await add(act(), person, 'hp samsung')
    expect(await change()).toEqual(no({ kind: 'nameTaken' }))
    expect(await owner`select from enrolments where person = ${person}`).toHaveLength(1)
    expect(await devicesOf(owner, person)).toHaveLength(1)
  })

  test.each([
    [
      'frozen',
      (person: PersonId) => owner`update accounts set state = 'frozen' where person = ${person}`,
    ],
    [
      'reset',
      (person: PersonId) =>
        owner`update accounts set mfa = 'reactivation' where person = ${person}`,
    ],
    ['signed out', (person: PersonId) => owner`delete from sessions where person = ${person}`],
  ])('changes nothing for someone who was %s meanwhile', async (_, meanwhile) => {
    const { person, act } = await ownerOf(owner, { devices: named('HP', 'Tablet') })
    const [first] = await devicesOf(owner, person)
    await meanwhile(person)
    expect(await remove(act(), first?.id as DeviceId)).toEqual(NO_LONGER)
    expect(await devicesOf(owner, person)).toHaveLength(2)
  })

  test('R-SE-06 changes nothing once the second factor is ten minutes old', async () => {
    const { person, act } = await ownerOf(owner, { devices: named('HP', 'Tablet') })
    const [first] = await devicesOf(owner, person)
    expect(await remove(act(600), first?.id as DeviceId)).toEqual(NO_LONGER)
    expect((await remove(act(599), first?.id as DeviceId)).ok).toBe(true)
  })

  test('changes nobody else’s devices', async () => {
    const { act } = await ownerOf(owner, { devices: named('HP', 'Tablet') })
    const { person: other } = await ownerOf(owner, { devices: named('HP', 'Tablet') })
    const [theirs] = await devicesOf(owner, other)
    expect(await remove(act(), theirs?.id as DeviceId)).toEqual(no({ kind: 'noSuchDevice' }))
    expect(await devicesOf(owner, other)).toHaveLength(2)
  })
})

describe('two tabs at once', () => {
  test('removing the last two devices leave one', async () => {
    const { person, act } = await ownerOf(owner, { devices: named('HP', 'Tablet') })
    const devices = await devicesOf(owner, person)
    const answers = await Promise.all(devices.map(({ id }) => remove(act(), id)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers).toContainEqual(no({ kind: 'lastDevice' }))
    expect(await devicesOf(owner, person)).toHaveLength(1)
  })

  test('adding at four leave five', async () => {
    const four = named('1', '2', '3', '4')
    const { person, act } = await ownerOf(owner, { devices: four })
    const tabs = [await add(act(), person, 'A'), await add(act(), person, 'B')]
    const answers = await Promise.all(tabs.map(({ change }) => change()))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers).toContainEqual(no({ kind: 'fiveDevices' }))
    expect(await devicesOf(owner, person)).toHaveLength(5)
  })

  test('wait for each other, and judge what the other left', async () => {
    const { person, act } = await ownerOf(owner, { devices: named('HP', 'Tablet') })
    const [first, second] = await devicesOf(owner, person)
    const answer = await whileHeld(
      owner,
      async (tx) => {
        await tx`select from accounts where person = ${person} for update`
        await tx`update devices set retired_at = ${NOW} where id = ${second?.id ?? ''}`
      },
      () => remove(act(), first?.id as DeviceId),
    )
    expect(answer).toEqual(no({ kind: 'lastDevice' }))
  })
})
