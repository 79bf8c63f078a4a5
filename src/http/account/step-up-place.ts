import type { Context } from 'hono'
import { paths } from '#views/paths.ts'
import { field, readForm } from '../form.ts'

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Where a step-up may lead on to (R-CS-05): the pages that ask for one, and no other. */
const PLACES = new RegExp(
  `^(?:/aktivasi/kode-cadangan|/akun/(?:password|data(?:\\.json|\\.html)?|sesi/(?:${ID}/)?pengakhiran|` +
    `perangkat/(?:baru|${ID}/(?:nama|pengganti|penghapusan))(?:\\?nama=[^&#\\s]{0,600})?))$`,
)

/** The step-up before the page that was asked; a name typed there is not lost. */
export async function stepUpFrom<E extends object>(c: Context<E>): Promise<string> {
  const { device_name } = await readForm(c, { device_name: field(200) })
  const typed = device_name === '' ? '' : `?nama=${encodeURIComponent(device_name)}`
  return paths.stepUpFor(readPlace(`${c.req.path}${typed}`))
}

/** Whatever else was asked for leads to the account. */
export function readPlace(text: string | undefined): string {
  return text !== undefined && PLACES.test(text) ? text : paths.account
}
