import type { Happening } from '../audit/event.ts'
import type { Brand } from '../brand.ts'
import { no, ok, type Result } from '../result.ts'
import { STEP_SECONDS, stepAt } from './step.ts'

export type DeviceId = Brand<string, 'DeviceId'>
export type DeviceName = Brand<string, 'DeviceName'>

/** A step whose code was typed when the server's clock showed `atStep`, and told as a clock error. */
export type ToldStep = { step: number; atStep: number }

/**
 * An authenticator in use. `drift`: how many steps its clock is known to run fast;
 * `lastStep`: the newest step accepted; `told`: steps that must not be accepted any more.
 */
export type Device = {
  id: DeviceId
  name: DeviceName
  lastStep: number
  drift: number
  told: readonly ToldStep[]
}

/** A device as its owner tells it from the others. */
export type NamedDevice = Pick<Device, 'id' | 'name'>

/** What a person's devices are after a change, and what is told of it, if anything (R-NO-01). */
export type DevicesChanged = { devices: readonly NamedDevice[]; happening: Happening | undefined }

export type DeviceNameProblem = 'nameEmpty' | 'nameTooLong' | 'nameTaken'

const MAX_NAME = 40
const MAX_DRIFT = 10

/**
 * R-OT-03: 1–40 code points in NFC, unique per person ignoring case. What cannot be seen is left
 * out, but for the joiner of emoji: names that look alike must be alike.
 */
export function parseDeviceName(
  text: string,
  taken: readonly DeviceName[],
): Result<DeviceName, DeviceNameProblem> {
  const name = text
    .normalize('NFC')
    .replace(/(?:(?!\u200d)[\s\p{Cc}\p{Cf}])+/gu, ' ')
    .trim()
  if (name.replace(/[\p{Cf}\p{Z}]/gu, '') === '') return no('nameEmpty')
  if ([...name].length > MAX_NAME) return no('nameTooLong')
  return isNameTaken(name as DeviceName, taken) ? no('nameTaken') : ok(name as DeviceName)
}

export function isNameTaken(name: DeviceName, taken: readonly DeviceName[]): boolean {
  return taken.some((other) => nameKey(other) === nameKey(name))
}

/** What two names of one person may not share. */
export function nameKey(name: DeviceName): string {
  return name.toLowerCase()
}

/**
 * R-OT-04: the steps whose code is accepted, around the server's clock *and* around the learned
 * drift: a phone that was set right again is not punished.
 */
export function acceptedSteps({ drift }: Pick<Device, 'drift'>, now: Date): number[] {
  const here = stepAt(now)
  const around = [-1, 0, 1].flatMap((near) => [here + near, here + drift + near])
  return [...new Set(around)].sort((one, other) => one - other)
}

/** Drift moves by one step at most per success, towards what the phone showed, and never past ten. */
export function learnedDrift(drift: number, step: number, now: Date): number {
  const towards = Math.sign(step - stepAt(now) - drift)
  return Math.max(-MAX_DRIFT, Math.min(MAX_DRIFT, drift + towards))
}

/** Accepted once, or told as a clock error: either way its code is used up (R-OT-05, R-OT-09). */
export function isSpent(
  { lastStep, told }: Pick<Device, 'lastStep' | 'told'>,
  step: number,
): boolean {
  return step <= lastStep || told.some((one) => one.step === step)
}

/** When its newest accepted code was on its screen, by our clock; unknown of one never used here. */
export function lastUsed({
  lastStep,
  drift,
}: Pick<Device, 'lastStep' | 'drift'>): Date | undefined {
  return lastStep === 0 ? undefined : new Date((lastStep - drift) * STEP_SECONDS * 1000)
}
