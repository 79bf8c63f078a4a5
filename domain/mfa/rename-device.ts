import { no, ok, type Result } from '../result.ts'
import {
  type DeviceId,
  type DeviceName,
  type DevicesChanged,
  isNameTaken,
  type NamedDevice,
} from './device.ts'

export type DeviceNotRenamed = { kind: 'noSuchDevice' } | { kind: 'nameTaken' }

/** Its own name in other letters is no other's; the very same, as by a second click, is no news. */
export function renameDevice(
  devices: readonly NamedDevice[],
  id: DeviceId,
  name: DeviceName,
): Result<DevicesChanged, DeviceNotRenamed> {
  const old = devices.find((device) => device.id === id)
  if (!old) return no({ kind: 'noSuchDevice' })
  const taken = devices.filter((device) => device.id !== id).map((device) => device.name)
  if (isNameTaken(name, taken)) return no({ kind: 'nameTaken' })
  return ok({
    devices: devices.map((device) => (device.id === id ? { id, name } : device)),
    happening:
      name === old.name ? undefined : { kind: 'deviceRenamed', device: name, old: old.name },
  })
}
