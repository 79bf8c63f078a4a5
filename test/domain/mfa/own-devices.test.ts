import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDevice, hasRoom } from '#domain/mfa/add-device.ts'
import {
  type DeviceId,
  type DeviceName,
  lastUsed,
  type NamedDevice,
  nameKey,
} from '#domain/mfa/device.ts'
import { isLast, removeDevice } from '#domain/mfa/remove-device.ts'
import { renameDevice } from '#domain/mfa/rename-device.ts'
import { replaceDevice } from '#domain/mfa/replace-device.ts'
import { stepAt } from '#domain/mfa/step.ts'
import { no, ok } from '#domain/result.ts'
import { NOON } from '#test/support/phone.ts'

const one = device('1', 'HP Samsung')
const other = device('2', 'Tablet')
const five = ['1', '2', '3', '4', '5'].map((id) => device(id, `HP ${id}`))
const fresh = device('9', 'HP Baru')

function device(id: string, name: string): NamedDevice {
  return { id: id as DeviceId, name: name as DeviceName }
}

describe('R-OT-03 a device', () => {
  test('comes beside the others, up to five', () => {
    const added = addDevice([one], fresh)
    expect(added.ok && added.value).toEqual({
      devices: [one, fresh],
      happening: { kind: 'deviceAdded', device: 'HP Baru' },
    })
    expect(addDevice(five.slice(1), fresh).ok).toBe(true)
    expect(addDevice(five, fresh)).toEqual(no({ kind: 'fiveDevices' }))
    expect([hasRoom(five.slice(1)), hasRoom(five)]).toEqual([true, false])
  })

  test('shares its name with no other, in whatever letters', () => {
    const taken = no({ kind: 'nameTaken' })
    expect(addDevice([one], device('9', 'hp samsung'))).toEqual(taken)
    expect(renameDevice([one, other], one.id, 'TABLET' as DeviceName)).toEqual(taken)
    expect(replaceDevice([one, other], one.id, device('9', 'tablet'))).toEqual(taken)
  })

  test('may be renamed to its own name in other letters', () => {
    const renamed = renameDevice([one, other], one.id, 'HP SAMSUNG' as DeviceName)
    expect(renamed.ok && renamed.value).toEqual({
      devices: [device('1', 'HP SAMSUNG'), other],
      happening: { kind: 'deviceRenamed', device: 'HP SAMSUNG', old: 'HP Samsung' },
    })
  })

  test('renamed to the very name it has is as before, and nothing is told', () => {
    const renamed = renameDevice([one, other], one.id, one.name)
    expect(renamed).toEqual(ok({ devices: [one, other], happening: undefined }))
  })

  test('may go as long as another one stays', () => {
    const removed = removeDevice([one, other], one.id)
    expect(removed.ok && removed.value).toEqual({
      devices: [other],
      happening: { kind: 'deviceRemoved', device: 'HP Samsung' },
    })
    expect(removeDevice([one], one.id)).toEqual(no({ kind: 'lastDevice' }))
    expect([isLast([one]), isLast([one, other])]).toEqual([true, false])
  })

  test('is replaced in one step, even the last and the fifth, and by its own name', () => {
    const replaced = replaceDevice([one], one.id, device('9', 'HP Samsung'))
    expect(replaced.ok && replaced.value).toEqual({
      devices: [device('9', 'HP Samsung')],
      happening: { kind: 'deviceReplaced', device: 'HP Samsung', old: 'HP Samsung' },
    })
    expect(replaceDevice(five, five[0]?.id ?? one.id, fresh).ok).toBe(true)
  })

  test('that is not there is not changed', () => {
    const gone = no({ kind: 'noSuchDevice' })
    expect(removeDevice([one, other], fresh.id)).toEqual(gone)
    expect(renameDevice([one], fresh.id, 'HP' as DeviceName)).toEqual(gone)
    expect(replaceDevice([one], fresh.id, other)).toEqual(gone)
  })
})

test('was last used when its code was on the screen by our clock, if ever', () => {
  expect(lastUsed({ lastStep: stepAt(NOON) + 2, drift: 2 })).toEqual(NOON)
  expect(lastUsed({ lastStep: 0, drift: 0 })).toBeUndefined()
})

const name = fc.constantFrom('HP', 'hp', 'Tablet', 'TABLET', 'Laptop', 'HP 2', 'HP 3')
const act = fc.record({
  kind: fc.constantFrom('add', 'remove', 'rename', 'replace'),
  name,
  at: fc.nat(5),
})

test('no sequence of changes leaves nobody a device, a sixth one, or two of one name', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let devices: readonly NamedDevice[] = [one]
      for (const [serial, { kind, name, at }] of acts.entries()) {
        const id = devices[at]?.id ?? fresh.id
        const added = device(`new ${serial}`, name)
        const decided = {
          add: () => addDevice(devices, added),
          remove: () => removeDevice(devices, id),
          rename: () => renameDevice(devices, id, added.name),
          replace: () => replaceDevice(devices, id, added),
        }[kind]()
        if (decided.ok) devices = decided.value.devices
        expect(devices.length).toBeGreaterThanOrEqual(1)
        expect(devices.length).toBeLessThanOrEqual(5)
        expect(new Set(devices.map((held) => nameKey(held.name))).size).toBe(devices.length)
        expect(new Set(devices.map((held) => held.id)).size).toBe(devices.length)
      }
    }),
  )
})
