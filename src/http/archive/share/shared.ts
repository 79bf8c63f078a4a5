import type { Context } from 'hono'
import { after } from '#domain/instant.ts'
import { sharedPage } from '#views/archive/share/shared-page.tsx'
import type { Deps, ForVisitor } from '../../../deps.ts'
import { hasDownloaded } from '../../../store/archive/access-log.ts'
import { respond } from '../../respond.ts'
import { markOf } from '../mark.ts'
import { recordedFile } from '../recorded-file.ts'
import { goesOn, sendPicture, sendVersion } from '../send-file.ts'
import { admitRecipient } from './admit-recipient.ts'

/** GET /berbagi/versi/:id */
export function getShared(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const admitted = await admitRecipient(deps, c, 'recordViewed')
    if (admitted instanceof Response) return admitted
    const { share, version, record, typeName, owner } = admitted
    const code = (await recordedFile(deps, version.id))?.code
    const mark = code && markOf(deps, code)
    return respond(c, sharedPage({ share, version, typeName, slot: record.slot, owner, mark }))
  }
}

/** GET /berbagi/versi/:id/halaman/:page */
export function getSharedPage(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const admitted = await admitRecipient(deps, c, 'recordViewed')
    if (admitted instanceof Response) return admitted
    return sendPicture(deps, c, admitted, { kind: 'preview', taker: 'recipient' })
  }
}

/** As long as it may stay open at all: what broke off is gone on with as the same download. */
const RESUMED_SECONDS = 3600

/** GET /berbagi/versi/:id/berkas */
export function getSharedFile(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const admitted = await admitRecipient(deps, c, 'recordDownloaded', async (access) => {
      const since = after(access.at, -RESUMED_SECONDS)
      const { version } = access.read ?? { version: '' }
      return goesOn(c, version) && (await hasDownloaded(deps.sql, access, since))
    })
    if (admitted instanceof Response) return admitted
    return sendVersion(deps, c, admitted, 'recipient')
  }
}
