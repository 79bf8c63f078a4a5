import { no, ok, type Result } from '../result.ts'
import { type DevicesChanged, isNameTaken, type NamedDevice } from './device.ts'

export type DeviceNotAdded = { kind: 'fiveDevices' } | { kind: 'nameTaken' }

const MOST_DEVICES = 5

/** R-OT-03: one to five devices, no two of one name. */
export function addDevice(
  devices: readonly NamedDevice[],
  added: NamedDevice,
): Result<DevicesChanged, DeviceNotAdded> {
  if (!hasRoom(devices)) return no({ kind: 'fiveDevices' })
  const taken = devices.map(({ name }) => name)
  if (isNameTaken(added.name, taken)) return no({ kind: 'nameTaken' })
  return ok({
    devices: [...devices, added],
    happening: { kind: 'deviceAdded', device: added.name },
  })
}

/** Asked before a QR code is shown that could not be used. */
export function hasRoom(devices: readonly NamedDevice[]): boolean {
  return devices.length < MOST_DEVICES
}
