import type { Context } from 'hono'
import { isLast, removeDevice } from '#domain/mfa/remove-device.ts'
import { deviceRemovalPage } from '#views/account/device-page.tsx'
import type { RemovalProblem } from '#views/account/devices-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForProven } from '../../deps.ts'
import { changeDevices, type OwnDevice } from '../../store/own-devices.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { namedDevice, noDevice } from './devices.ts'
import { ownAct } from './own-act.ts'

/** GET /akun/perangkat/:id/penghapusan: asks first, or says why not. */
export function getDeviceRemoval(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const named = await namedDevice(deps, c)
    if (!named) return noDevice(deps, c)
    const problem = isLast(named.devices) ? ({ kind: 'lastDevice' } as const) : undefined
    return respond(c, page(deps, c, named.device, problem))
  }
}

/** POST /akun/perangkat/:id/penghapusan */
export function postDeviceRemoval(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const named = await namedDevice(deps, c)
    if (!named) return noDevice(deps, c)
    const { device } = named
    const changed = await changeDevices(deps.sql, { act: ownAct(deps, c) }, (devices) =>
      removeDevice(devices, device.id),
    )
    if (changed.ok) return leaveFor(c, paths.devicesAfter('dihapus'))
    if (changed.problem.kind !== 'lastDevice') return leaveFor(c, paths.devices)
    return refuse(deps, c, device, changed.problem)
  }
}

export function deviceRemovalAgain(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const named = await namedDevice(deps, c)
    return named ? refuse(deps, c, named.device, { kind: 'stale' }) : noDevice(deps, c)
  }
}

function refuse(deps: Deps, c: Context<ForProven>, device: OwnDevice, problem: RemovalProblem) {
  return refuseForm(c, page(deps, c, device, problem), problem, deps.clock())
}

function page(
  deps: Deps,
  c: Context<ForProven>,
  device: OwnDevice,
  problem: RemovalProblem | undefined,
) {
  return deviceRemovalPage({ frame: frameOf(deps, c.var), device, problem })
}
