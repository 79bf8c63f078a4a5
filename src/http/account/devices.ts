import type { Context } from 'hono'
import { devicesPage } from '#views/account/devices-page.tsx'
import type { DeviceDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson, ForProven } from '../../deps.ts'
import { hadOwnDevice, listOwnDevices, type OwnDevice } from '../../store/own-devices.ts'
import { leaveFor, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

const DONE: readonly DeviceDone[] = ['ditambah', 'diganti', 'dinamai', 'dihapus']

/** GET /akun/perangkat */
export function getDevices(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const devices = await listOwnDevices(deps.sql, c.var.current.person.id)
    const done = DONE.find((one) => one === c.req.query('hasil'))
    return respond(c, devicesPage({ frame: frameOf(deps, c.var), devices, done }))
  }
}

/** The device that the address names, among the person's own. */
export async function namedDevice(
  { sql }: Deps,
  c: Context<ForProven>,
): Promise<{ device: OwnDevice; devices: readonly OwnDevice[] } | undefined> {
  const devices = await listOwnDevices(sql, c.var.current.person.id)
  const device = devices.find(({ id }) => id === c.req.param('id'))
  return device && { device, devices }
}

/** One that went a moment ago, by a second click or another tab, leads to those that are left. */
export async function noDevice({ sql }: Deps, c: Context<ForProven>) {
  const had = await hadOwnDevice(sql, c.var.current.person.id, c.req.param('id') ?? '')
  return had ? leaveFor(c, paths.devices) : c.notFound()
}
