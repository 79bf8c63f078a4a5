import type { Context } from 'hono'
import { isReadable } from '#domain/archive/access.ts'
import { parseRecordId } from '#domain/archive/record.ts'
import { shownVersion } from '#domain/archive/shown-version.ts'
import type { Version } from '#domain/archive/version.ts'
import { coverPage } from '#views/archive/record/cover-page.tsx'
import type { KeptBy } from '#views/archive/record/kept-part.tsx'
import { previewPage } from '#views/archive/record/preview-page.tsx'
import { recordPage } from '#views/archive/record/record-page.tsx'
import type { ShownRecord, ShownVersion } from '#views/archive/record/shown-record.ts'
import { recordCalled } from '#views/archive/record-called.ts'
import type { Deps, ForPerson } from '../../../deps.ts'
import { keepAccess } from '../../../store/archive/access-log.ts'
import { listAccesses } from '../../../store/archive/accesses.ts'
import { listProposedOf } from '../../../store/archive/destruction/proposed-of.ts'
import type { Dossier } from '../../../store/archive/dossiers.ts'
import { listToldHolds } from '../../../store/archive/holds-told.ts'
import { findLoss, isLost as isPartLost } from '../../../store/archive/losses.ts'
import type { RecordRetention } from '../../../store/archive/retention/of-record.ts'
import { findRevokedFor } from '../../../store/archive/revocations.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { markOf } from '../mark.ts'
import { recordedFile } from '../recorded-file.ts'
import type { LookedRecord, Looking } from './looking.ts'
import { noRecord } from './own.ts'

/** GET /arsip/berkas/:id, /instansi/pegawai/:id/arsip/berkas/:record */
export function getRecord(looking: Looking) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const looked = await lookAt(deps, c, looking)
    if (looked instanceof Response) return looked
    const { side, found, record, shown } = looked
    const { events, retention } = found
    const page = recordPage({
      frame: frameOf(deps, c.var),
      side,
      record,
      shown,
      from: pageNumber(c.req.query('halaman')) ?? 1,
      events,
      revokedFor: shown && (await findRevokedFor(deps.sql, shown.version.id)),
      loss: shown && (await findLoss(deps.sql, shown.version.id)),
      retention: keptBy(retention),
      ...(side.of ? NOT_THEIRS : await ownAround(deps, looked)),
    })
    return respond(c, page)
  }
}

/** GET …/halaman/:page: one page of it, legible. */
export function getPreview(looking: Looking) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const looked = await lookAt(deps, c, looking)
    if (looked instanceof Response) return looked
    const { side, record, shown } = looked
    const page = pageNumber(c.req.param('page'))
    const version = shown?.version
    if (!page || !version || !hasPage(version, page)) return noRecord(c)
    const key = { version: version.id, kind: 'preview', page } as const
    const isLost = await isPartLost(deps.sql, key)
    const frame = frameOf(deps, c.var)
    return respond(c, previewPage({ frame, side, record, version, page, isLost }))
  }
}

/** GET /arsip/berkas/:id/sampul */
export function getCover(looking: Looking) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const looked = await lookAt(deps, c, looking)
    if (looked instanceof Response) return looked
    const { record, shown, found } = looked
    if (!shown || !isReadable(shown.version)) return noRecord(c)
    const code = (await recordedFile(deps, shown.version.id))?.code
    const mark = code && markOf(deps, code)
    const frame = frameOf(deps, c.var)
    return respond(c, coverPage({ frame, record, shown, retention: keptBy(found.retention), mark }))
  }
}

function keptBy(retention: RecordRetention | undefined): KeptBy | undefined {
  if (!retention) return undefined
  const { reason, rule, coming } = retention
  return { reason, source: rule, coming: coming && { ...coming, source: coming.rule } }
}

type Looked = LookedRecord & { record: ShownRecord; shown: ShownVersion | undefined }

/** I9: the data of a version is of it as its pages are: who sees it is in the log before. */
export async function lookAt(
  deps: Deps,
  c: Context<ForPerson>,
  looking: Looking,
): Promise<Looked | Response> {
  const id = parseRecordId(c.req.param('record') ?? c.req.param('id') ?? '')
  const looked = await looking.record(deps, c, id)
  if (looked instanceof Response) return looked
  const { dossier } = looked.found
  const shown = shownVersion(dossier.versions, pageNumber(c.req.query('versi')))
  await keepLook(deps, c, looked, shown?.version)
  return { ...looked, record: toShown(dossier), shown }
}

async function keepLook(
  { sql, clock }: Deps,
  c: Context<ForPerson>,
  { side, person, found }: LookedRecord,
  version: Version | undefined,
): Promise<void> {
  const { current } = c.var
  if (!version || !isReadable(version) || found.dossier.record.stage === 'destroyed') return
  await keepAccess(sql, {
    person,
    by: { actor: current.person.id, hat: side.of && current.hat?.id },
    purpose: side.purpose,
    action: 'recordViewed',
    read: { record: version.record, version: version.id, no: version.no },
    at: clock(),
  })
}

function toShown({ record, type, rowLabel, owner, versions }: Dossier): ShownRecord {
  return {
    record,
    type,
    owner,
    versions,
    called: recordCalled({ type, slot: record.slot, rowLabel }),
  }
}

const READERS_SHOWN = 3
const NOT_THEIRS = { holds: [], proposed: undefined, readers: undefined }

/** What only its owner is told of a record; a silent hold is not. */
async function ownAround({ sql, clock }: Deps, { person, record }: Looked) {
  const { id } = record.record
  const readers = { person, record: id, others: true, before: undefined, limit: READERS_SHOWN }
  const proposed = await listProposedOf(sql, person, clock())
  return {
    holds: await listToldHolds(sql, person, id),
    proposed: proposed.find((one) => one.record === id),
    readers: await listAccesses(sql, readers),
  }
}

function hasPage(version: Version, page: number): version is Extract<Version, { pages: number }> {
  return 'pages' in version && isReadable(version) && page <= version.pages
}

function pageNumber(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : undefined
}
