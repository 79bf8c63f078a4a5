import type { Context } from 'hono'
import {
  type ArchiveExport,
  mayTakeExport,
  parseExportId,
} from '#domain/archive/export/archive-export.ts'
import { after, latest } from '#domain/instant.ts'
import { civilDateText, dayOf } from '#domain/zone-day.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson } from '../../../deps.ts'
import { keepAccess } from '../../../store/archive/access-log.ts'
import { bagContext, openBagKey } from '../../../store/archive/exports/bag-key.ts'
import {
  findPlacedExport,
  hasTaken,
  type PlacedExport,
} from '../../../store/archive/exports/own-exports.ts'
import { seeOther } from '../../respond.ts'
import { type OpenedFile, openSealed } from '../open-sealed.ts'
import { goesOn, noFile, sendParts } from '../send-file.ts'

/** A download that broke off goes on within this time as the same one. */
const RESUMED_SECONDS = 24 * 3600

/**
 * GET /arsip/unduhan/:id/berkas: whole or a part of it. Whatever cannot be taken, or is asked for from
 * elsewhere, leads to the page that says why.
 */
export function getArchiveExportFile(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const id = parseExportId(c.req.param('id') ?? '')
    const { person, hold } = c.var.current
    const now = deps.clock()
    const placed = id && (await findPlacedExport(deps.sql, { person: person.id, id }))
    if (!placed || !mayTakeExport(placed.found, hold, now) || !isOwnClick(c))
      return seeOther(c, paths.archiveExport)
    const { found } = placed
    const file = await openBag(deps, placed)
    if (!file) return noFile(c)
    const isResumed =
      goesOn(c, found.id) && (await hasTaken(deps.sql, person.id, resumedSince(found, now)))
    const by = { actor: person.id, hat: undefined }
    const access = { person: person.id, by, purpose: 'own', action: 'archiveExported' } as const
    if (!isResumed) await keepAccess(deps.sql, { ...access, read: undefined, at: now })
    const on = civilDateText(dayOf(found.askedAt, person.agency.zone))
    const name = `arsip-${person.nip}-${on}.zip`
    return sendParts(c, file, { id: found.id, name, type: 'application/zip' })
  }
}

/** Since this one was ready there is no other that a download could have been of. */
function resumedSince(found: ArchiveExport, now: Date): Date {
  const since = after(now, -RESUMED_SECONDS)
  return found.state === 'ready' ? latest(since, found.readyAt) : since
}

async function openBag(
  deps: Deps,
  { found: { id }, versions, store, object }: PlacedExport,
): Promise<OpenedFile | undefined> {
  const key = await openBagKey(deps.keyring, { id, versions })
  return key && openSealed(deps, { copies: [{ store, object }], key, context: bagContext(id) })
}

/** A link elsewhere, in a mail say, leads to the page with the button, and acts no more than that. */
function isOwnClick(c: Context<ForPerson>): boolean {
  const site = c.req.header('Sec-Fetch-Site') ?? 'same-origin'
  return site === 'same-origin' || site === 'none'
}
