import type { Context } from 'hono'
import { addDevice } from '#domain/mfa/add-device.ts'
import { type DeviceName, type NamedDevice, parseDeviceName } from '#domain/mfa/device.ts'
import type { VerifiedDevice } from '#domain/mfa/enrolment.ts'
import { replaceDevice } from '#domain/mfa/replace-device.ts'
import { parseTypedCode } from '#domain/mfa/typed-code.ts'
import type { BrowserId } from '#domain/sign-in/sign-in.ts'
import type { NewDeviceProblem } from '#views/account/devices-words.ts'
import type { Deps, ForProven } from '../../deps.ts'
import { listAuthenticators } from '../../store/devices.ts'
import { findEnrolment, nameEnrolment } from '../../store/enrolments.ts'
import { changeDevices } from '../../store/own-devices.ts'
import { confirmCode } from '../activation/confirm-code.ts'
import { field, readForm } from '../form.ts'
import { ownAct } from './own-act.ts'

/** `gone`: the secret was taken into use by a second click, or the session may no more. */
export type NewDeviceAnswer =
  | { kind: 'done' }
  | { kind: 'gone' }
  | { kind: 'no'; problem: NewDeviceProblem }

/** Judges name and code of the secret on the screen; a yes comes beside, or in place of, `replaced`. */
export async function takeNewDeviceStep(
  deps: Deps,
  c: Context<ForProven>,
  { others, replaced }: { others: readonly NamedDevice[]; replaced: NamedDevice | undefined },
): Promise<NewDeviceAnswer> {
  const form = await readForm(c, { device_name: field(200), code: field(50) })
  const { person } = c.var.current
  // Asked first: after a second click the name is taken, by the very device that was meant.
  const pending = await findEnrolment(deps.sql, { person: person.id, browser: browserOf(c) })
  if (!pending) return { kind: 'gone' }
  const taken = others.map((device) => device.name)
  const name = parseDeviceName(form.device_name, taken)
  if (!name.ok) return no({ kind: name.problem })
  await nameEnrolment(deps.sql, pending.enrolment.id, name.value)
  const code = parseTypedCode(form.code)
  if (!code.ok) return no(code.problem)
  if (!deps.serverClock.isTrusted()) return no({ kind: 'serverClock' })
  const authenticators = await listAuthenticators(deps.sql, person.id, deps.clock())
  const verified = confirmCode(deps, pending, authenticators, code.value)
  if (!verified.ok) return no(verified.problem)
  return keep(deps, c, { verified: verified.value, name: name.value, replaced })
}

/** The secret belongs to this session, whatever its id is now (R-OT-02). */
export function browserOf(c: Context<ForProven>): BrowserId {
  return c.var.current.handle as string as BrowserId
}

type Verified = { verified: VerifiedDevice; name: DeviceName; replaced: NamedDevice | undefined }

async function keep(
  deps: Deps,
  c: Context<ForProven>,
  { verified, name, replaced }: Verified,
): Promise<NewDeviceAnswer> {
  const added = { id: verified.id, name }
  const change = { act: ownAct(deps, c), verified }
  const changed = replaced
    ? await changeDevices(deps.sql, change, (devices) => replaceDevice(devices, replaced.id, added))
    : await changeDevices(deps.sql, change, (devices) => addDevice(devices, added))
  if (changed.ok) return { kind: 'done' }
  const { kind } = changed.problem
  return kind === 'noLonger' || kind === 'noSuchDevice' ? { kind: 'gone' } : no({ kind })
}

function no(problem: NewDeviceProblem): NewDeviceAnswer {
  return { kind: 'no', problem }
}
