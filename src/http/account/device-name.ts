import type { Context } from 'hono'
import { parseDeviceName } from '#domain/mfa/device.ts'
import { renameDevice } from '#domain/mfa/rename-device.ts'
import { deviceNamePage } from '#views/account/device-page.tsx'
import type { RenameProblem } from '#views/account/devices-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForProven } from '../../deps.ts'
import { changeDevices, type OwnDevice } from '../../store/own-devices.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { namedDevice, noDevice } from './devices.ts'
import { ownAct } from './own-act.ts'
import { tooOften } from './own-allowance.ts'

/** GET /akun/perangkat/:id/nama */
export function getDeviceName(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const named = await namedDevice(deps, c)
    if (!named) return noDevice(deps, c)
    const typed = c.req.query('nama') ?? named.device.name
    return respond(c, page(deps, c, { device: named.device, typed }))
  }
}

/** POST /akun/perangkat/:id/nama */
export function postDeviceName(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const named = await namedDevice(deps, c)
    if (!named) return noDevice(deps, c)
    const { device } = named
    const { device_name: typed } = await readForm(c, { device_name: field(200) })
    const name = parseDeviceName(typed, [])
    if (!name.ok) return refuse(deps, c, { device, typed, problem: { kind: name.problem } })
    const wait = await tooOften(deps, c.var)
    if (wait) return refuse(deps, c, { device, typed, problem: wait })
    const act = ownAct(deps, c)
    const changed = await changeDevices(deps.sql, { act }, (devices) =>
      renameDevice(devices, device.id, name.value),
    )
    // A second click finds the name already there.
    if (changed.ok || changed.problem.kind === 'sameName')
      return leaveFor(c, paths.devicesAfter('dinamai'))
    if (changed.problem.kind !== 'nameTaken') return leaveFor(c, paths.devices)
    return refuse(deps, c, { device, typed, problem: changed.problem })
  }
}

export function deviceNameAgain(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const named = await namedDevice(deps, c)
    if (!named) return noDevice(deps, c)
    const { device_name: typed } = await readForm(c, { device_name: field(200) })
    return refuse(deps, c, { device: named.device, typed, problem: { kind: 'stale' } })
  }
}

type Shown = { device: OwnDevice; typed: string; problem?: RenameProblem }

function refuse(deps: Deps, c: Context<ForProven>, shown: Shown & { problem: RenameProblem }) {
  return refuseForm(c, page(deps, c, shown), shown.problem, deps.clock())
}

function page(deps: Deps, c: Context<ForProven>, shown: Shown) {
  return deviceNamePage({ frame: frameOf(deps, c.var), ...shown })
}
