import { no, ok, type Result } from '../result.ts'
import type { DeviceId, DevicesChanged, NamedDevice } from './device.ts'

export type DeviceNotRemoved = { kind: 'noSuchDevice' } | { kind: 'lastDevice' }

/** The last one stays: without it nobody could sign in, or take it back. */
export function removeDevice(
  devices: readonly NamedDevice[],
  id: DeviceId,
): Result<DevicesChanged, DeviceNotRemoved> {
  const gone = devices.find((device) => device.id === id)
  if (!gone) return no({ kind: 'noSuchDevice' })
  if (isLast(devices)) return no({ kind: 'lastDevice' })
  return ok({
    devices: devices.filter((device) => device.id !== id),
    happening: { kind: 'deviceRemoved', device: gone.name },
  })
}

/** Asked before anybody is asked whether they are sure. */
export function isLast(devices: readonly NamedDevice[]): boolean {
  return devices.length <= 1
}
