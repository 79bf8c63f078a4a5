import type { Context } from 'hono'
import type { StepUpFor } from '#domain/session/step-up.ts'
import { paths } from '#views/paths.ts'
import { field, readForm } from '../form.ts'

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Where a step-up may lead on to (R-CS-05): the pages that ask for one, and no other. */
const PLACES = new RegExp(
  `^(?:/aktivasi/kode-cadangan|/peran/${ID}/letakkan|/arsip/(?:unduhan|versi/${ID}/berbagi|berbagi/${ID}/batas)|/akun/(?:password|data(?:\\.json|\\.html)?|sesi/(?:${ID}/)?pengakhiran|` +
    `perangkat/(?:baru|${ID}/(?:nama|pengganti|penghapusan))(?:\\?nama=[^&#\\s]{0,600})?))$`,
)

/** Any page of an office: it asks for a fresher second factor than one's own account. */
const OFFICES = /^\/(?:instansi|nasional)(?:\/[a-z0-9-]+)*$/

/** How fresh the second factor has to be for what stands there (table 4.3). */
export function stepUpFor(place: string): StepUpFor {
  return OFFICES.test(place) ? 'office' : 'ownAccount'
}

/** The step-up before the page that was asked; a name typed there is not lost. */
export async function stepUpFrom<E extends object>(c: Context<E>): Promise<string> {
  const { device_name } = await readForm(c, { device_name: field(200) })
  const typed = device_name === '' ? '' : `?nama=${encodeURIComponent(device_name)}`
  return paths.stepUpFor(readPlace(`${c.req.path}${typed}`))
}

/** Whatever else was asked for leads to the account. */
export function readPlace(text: string | undefined): string {
  return text !== undefined && (PLACES.test(text) || OFFICES.test(text)) ? text : paths.account
}
