import { no, ok, type Result } from '../result.ts'
import { type DeviceId, type DevicesChanged, isNameTaken, type NamedDevice } from './device.ts'

export type DeviceNotReplaced = { kind: 'noSuchDevice' } | { kind: 'nameTaken' }

/** The new one takes the old one's place, and its name if wanted: never a moment without either. */
export function replaceDevice(
  devices: readonly NamedDevice[],
  id: DeviceId,
  added: NamedDevice,
): Result<DevicesChanged, DeviceNotReplaced> {
  const old = devices.find((device) => device.id === id)
  if (!old) return no({ kind: 'noSuchDevice' })
  const others = devices.filter((device) => device.id !== id)
  const taken = others.map(({ name }) => name)
  if (isNameTaken(added.name, taken)) return no({ kind: 'nameTaken' })
  return ok({
    devices: [...others, added],
    happening: { kind: 'deviceReplaced', device: added.name, old: old.name },
  })
}
