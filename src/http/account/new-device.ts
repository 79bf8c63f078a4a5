import type { Context } from 'hono'
import { hasRoom } from '#domain/mfa/add-device.ts'
import type { NamedDevice } from '#domain/mfa/device.ts'
import type { NewDeviceProblem } from '#views/account/devices-words.ts'
import {
  fiveDevicesPage,
  newDevicePage,
  newDeviceWaitPage,
} from '#views/account/new-device-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForProven } from '../../deps.ts'
import { listOwnDevices } from '../../store/own-devices.ts'
import { pendingEnrolment } from '../activation/pending-enrolment.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuse, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { namedDevice, noDevice } from './devices.ts'
import { browserOf, takeNewDeviceStep } from './new-device-step.ts'

/** GET /akun/perangkat/baru */
export function getNewDevice(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const devices = await listOwnDevices(deps.sql, c.var.current.person.id)
    return hasRoom(devices) ? show(c, deps, undefined) : refuseSixth(c, deps)
  }
}

/** POST /akun/perangkat/baru */
export function postNewDevice(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const others = await listOwnDevices(deps.sql, c.var.current.person.id)
    const step = await takeNewDeviceStep(deps, c, { others, replaced: undefined })
    if (step.kind === 'done') return leaveFor(c, paths.devicesAfter('ditambah'))
    if (step.kind === 'gone') return leaveFor(c, paths.devices)
    if (step.problem.kind === 'fiveDevices') return refuseSixth(c, deps)
    return show(c, deps, undefined, step.problem)
  }
}

export function newDeviceAgain(deps: Deps) {
  return (c: Context<ForProven>) => show(c, deps, undefined, { kind: 'stale' })
}

/** GET /akun/perangkat/:id/pengganti */
export function getDeviceReplacement(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const named = await namedDevice(deps, c)
    return named ? show(c, deps, named.device) : noDevice(deps, c)
  }
}

/** POST /akun/perangkat/:id/pengganti */
export function postDeviceReplacement(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const named = await namedDevice(deps, c)
    if (!named) return noDevice(deps, c)
    const { device: replaced, devices } = named
    const others = devices.filter(({ id }) => id !== replaced.id)
    const step = await takeNewDeviceStep(deps, c, { others, replaced })
    if (step.kind === 'done') return leaveFor(c, paths.devicesAfter('diganti'))
    if (step.kind === 'gone') return leaveFor(c, paths.devices)
    return show(c, deps, replaced, step.problem)
  }
}

export function deviceReplacementAgain(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const named = await namedDevice(deps, c)
    return named ? show(c, deps, named.device, { kind: 'stale' }) : noDevice(deps, c)
  }
}

function refuseSixth(c: Context<ForProven>, deps: Deps) {
  return refuse(c, fiveDevicesPage({ frame: frameOf(deps, c.var) }), { kind: 'fiveDevices' })
}

async function show(
  c: Context<ForProven>,
  deps: Deps,
  replaced: NamedDevice | undefined,
  problem?: NewDeviceProblem,
) {
  const { person } = c.var.current
  const now = deps.clock()
  const frame = frameOf(deps, c.var)
  const kept = await pendingEnrolment(deps, { person: person.id, browser: browserOf(c), now })
  if ('kind' in kept)
    return refuseForm(c, newDeviceWaitPage({ frame, replaced, until: kept.until }), kept, now)
  const { squares: qr, ...secret } = deps.vault.showSecret(kept.seed, person.nip)
  const { expiresAt } = kept.enrolment
  const page = newDevicePage({
    frame,
    replaced,
    secret: { qr, ...secret, nip: person.nip, expiresAt },
    deviceName: (await typedName(c)) ?? kept.name ?? '',
    problem,
  })
  return problem ? refuseForm(c, page, problem, now) : respond(c, page)
}

/** As just typed, or as typed before a step-up. */
async function typedName(c: Context<ForProven>): Promise<string | undefined> {
  if (c.req.method !== 'POST') return c.req.query('nama')
  return (await readForm(c, { device_name: field(200) })).device_name
}
