import { describe, expect, test } from 'vitest'
import { type DeviceHistory, opensFrozen } from '#domain/reset/frozen-device.ts'
import { at } from '#test/support/phone.ts'

const HOUR = 3600
const DAY = 24 * HOUR
const FROZEN = at(0)
const HERE = at(HOUR)

function device(fields: Partial<DeviceHistory> = {}): DeviceHistory {
  return { verifiedAt: at(-30 * DAY), retiredAt: undefined, wasPutAside: false, ...fields }
}

describe('2.8 a frozen account is opened', () => {
  test('by a device older than all that a link may still report', () => {
    expect(opensFrozen(device(), FROZEN, HERE)).toBe(true)
    expect(opensFrozen(device({ verifiedAt: at(-2 * DAY) }), FROZEN, HERE)).toBe(true)
    expect(opensFrozen(device({ verifiedAt: at(-2 * DAY + 1) }), FROZEN, HERE)).toBe(false)
  })

  test('not by the device that came with the break-in, whichever of its notices was opened', () => {
    for (const hours of [47, 24, 1, 0])
      expect(opensFrozen(device({ verifiedAt: at(-hours * HOUR) }), FROZEN, HERE)).toBe(false)
  })

  test('by the one that the break-in put aside, for seven days', () => {
    const put = device({ retiredAt: at(-DAY), wasPutAside: true })
    expect(opensFrozen(put, FROZEN, HERE)).toBe(true)
    expect(opensFrozen(put, FROZEN, at(6 * DAY - 1))).toBe(true)
    expect(opensFrozen(put, FROZEN, at(6 * DAY))).toBe(false)
  })

  test('not by one that was put aside long before, nor by one its owner removed', () => {
    const long = device({ retiredAt: at(-3 * DAY), wasPutAside: true })
    expect(opensFrozen(long, FROZEN, HERE)).toBe(false)
    expect(opensFrozen(device({ retiredAt: at(-DAY) }), FROZEN, HERE)).toBe(false)
  })
})
