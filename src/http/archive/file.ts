import type { Context } from 'hono'
import { after } from '#domain/instant.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { hasDownloaded } from '../../store/archive/access-log.ts'
import { type Admitted, admitReader } from './admit-reader.ts'
import { goesOn, sendPicture, sendVersion, type Taker } from './send-file.ts'

/** GET /arsip/versi/:id/halaman/:page and …/kecil: a picture of one page. */
export function getPageImage(kind: 'preview' | 'thumbnail') {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const admitted = await admitReader(deps, c, 'recordViewed')
    if (admitted instanceof Response) return admitted
    return sendPicture(deps, c, admitted.found, { kind, taker: takerOf(admitted) })
  }
}

/** A download that broke off goes on within this time as the same one. */
const RESUMED_SECONDS = 24 * 3600

/** GET /arsip/versi/:id/berkas: the file as it came, whole or a part of it. */
export function getFile(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const admitted = await admitReader(deps, c, 'recordDownloaded', async (access) => {
      const since = after(access.at, -RESUMED_SECONDS)
      const { version } = access.read ?? { version: '' }
      return goesOn(c, version) && (await hasDownloaded(deps.sql, access, since))
    })
    if (admitted instanceof Response) return admitted
    return sendVersion(deps, c, admitted.found, takerOf(admitted))
  }
}

function takerOf({ access }: Admitted): Taker {
  return access.purpose === 'own' ? 'owner' : 'office'
}
