import type { Context } from 'hono'
import type { AccessAction } from '#domain/archive/access.ts'
import { mayReadShared } from '#domain/archive/share/open-share.ts'
import { parseVersionId } from '#domain/archive/version.ts'
import { sharedOverPage } from '#views/archive/share/open-share-page.tsx'
import type { Deps, ForVisitor } from '../../../deps.ts'
import { type Access, keepAccess } from '../../../store/archive/access-log.ts'
import { type FoundShared, findShared } from '../../../store/archive/shares/shared.ts'
import { readCookie } from '../../cookies.ts'
import { refuse } from '../../respond.ts'

/**
 * The one gate of links, before page, picture and file alike: this browser opened it, it lives still, and
 * so does what it shows. The row in the log is committed here (I9).
 */
export async function admitRecipient(
  deps: Deps,
  c: Context<ForVisitor>,
  action: AccessAction,
  isKnown: (access: Access) => Promise<boolean> = async () => false,
): Promise<FoundShared | Response> {
  const { sql, vault, clock, site } = deps
  const now = clock()
  const version = parseVersionId(c.req.param('id') ?? '')
  const name = readCookie(c, site, 'baca')
  const found =
    version && name && (await findShared(sql, { browser: vault.tokenHash(name), version, now }))
  if (!found || !mayReadShared(found.share, found, now))
    return refuse(c, sharedOverPage('over'), { kind: 'notOpened', status: found ? 410 : 404 })
  const { share, opening, record } = found
  const read = { record: record.id, version: found.version.id, no: found.version.no }
  const by = { share: share.id, opening }
  const access: Access = { person: share.person, by, purpose: 'share', action, read, at: now }
  if ((await isKnown(access)) || (await keepAccess(sql, access))) return found
  const tooMany = { kind: 'tooManyDownloads', status: 429 } as const
  return refuse(c, sharedOverPage('tooManyDownloads'), tooMany)
}
