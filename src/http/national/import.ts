import type { Context } from 'hono'
import { permits } from '#domain/access/permission.ts'
import type { Upload, UploadId, UploadOrder } from '#domain/import/upload.ts'
import { notFoundPage } from '#views/failure-pages.tsx'
import { ImportProgress, importPage } from '#views/national/import-page.tsx'
import type { ImportProblem } from '#views/national/imports-words.ts'
import type { ImportOrder } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForAnyone, ForHat } from '../../deps.ts'
import { findReport, type KeptReport } from '../../store/import/findings.ts'
import { changeUpload, findUpload } from '../../store/import/uploads.ts'
import { findSession } from '../../store/sessions.ts'
import { readCookie } from '../cookies.ts'
import { asHat, officeEvent } from '../office.ts'
import { leaveFor, refuse, refuseForm, respond, seeOther } from '../respond.ts'
import type { AgainProblem } from '../route.ts'
import { frameOf } from '../session/frame.ts'

const AGENCIES_A_PAGE = 30
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const ORDERS: Record<ImportOrder, UploadOrder> = {
  penerapan: 'apply',
  penghentian: 'stop',
  pembatalan: 'discard',
}

/** GET /nasional/impor/:id */
export function getImport(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const upload = await namedUpload(deps, c)
    if (!upload) return noImport(c)
    return respond(c, await page(deps, c, upload, undefined))
  }
}

/**
 * GET /nasional/impor/:id/kemajuan: asked by the page itself, which is no activity (R-SE-03); once
 * there is more to see than progress, it leads to the page.
 */
export function getImportProgress(deps: Deps) {
  return async (c: Context<ForAnyone>) => {
    const { sql, vault, site, clock } = deps
    const sid = readCookie(c, site, 'sid')
    const now = clock()
    const current = sid
      ? await findSession(sql, vault.tokenHash(sid), { now, touch: false })
      : undefined
    if (!current?.hat || !permits(current.hat, 'nationalReferenceData'))
      return leaveFor(c, paths.imports)
    const upload = await namedUpload(deps, c)
    if (!upload) return noImport(c)
    const isUnderway = ['waiting', 'reading', 'due', 'applying'].includes(upload.state)
    if (!isUnderway) return leaveFor(c, paths.importOf(upload.id))
    return respond(c, { title: 'Impor nasional', main: ImportProgress({ upload }) })
  }
}

/** POST /nasional/impor/:id/penerapan and the other two */
export function postImportOrder(order: ImportOrder) {
  return (deps: Deps) => async (c: Context<ForActing>) => {
    const upload = await namedUpload(deps, c)
    if (!upload) return noImport(c)
    const changed = await changeUpload(
      deps.sql,
      upload.id,
      ORDERS[order],
      officeEvent(deps, asHat(c), c.var.current.person.id),
    )
    if (changed.ok) return leaveFor(c, paths.importOf(upload.id))
    if (changed.problem === 'noSuchUpload') return noImport(c)
    if (changed.problem === 'noLonger') return leaveFor(c, paths.hatsFor(paths.imports))
    const problem = { kind: 'order', refused: changed.problem } as const
    return refuseForm(c, await page(deps, c, upload, problem), problem, deps.clock())
  }
}

/** GET of the same addresses: where a reload after a refusal asks. */
export function getImportOrder() {
  return (c: Context<ForHat>) => seeOther(c, paths.importOf(c.req.param('id') ?? ''))
}

export function importAgain(deps: Deps) {
  return async (c: Context<ForActing>, problem: AgainProblem) => {
    const upload = await namedUpload(deps, c)
    if (!upload) return noImport(c)
    return refuseForm(c, await page(deps, c, upload, problem), problem, deps.clock())
  }
}

export async function namedUpload<E extends ForAnyone>(
  { sql }: Deps,
  c: Context<E>,
): Promise<Upload | undefined> {
  const id = c.req.param('id') ?? ''
  return UUID.test(id) ? findUpload(sql, id as UploadId) : undefined
}

export function noImport<E extends ForAnyone>(c: Context<E>) {
  return refuse(c, notFoundPage(), { kind: 'noSuchImport', status: 404 })
}

async function page<E extends ForHat>(
  deps: Deps,
  c: Context<E>,
  upload: Upload,
  problem: ImportProblem | undefined,
) {
  const kept = 'run' in upload ? await findReport(deps.sql, upload.run) : undefined
  const report = kept && reportFrom(kept, c.req.query('sesudah') ?? '')
  return importPage({ frame: frameOf(deps, c.var), upload, report, problem })
}

/** Some of its agencies, after the one that is named, beside the sums of all. */
function reportFrom({ source, report }: KeptReport, after: string) {
  if (!report) return undefined
  const rest = report.agencies.filter(({ agency }) => agency > after)
  const agencies = rest.slice(0, AGENCIES_A_PAGE)
  const next = rest.length > agencies.length ? agencies.at(-1)?.agency : undefined
  return { ...report, source, agencies, next, sum: sumOf(report.agencies) }
}

function sumOf(lines: NonNullable<KeptReport['report']>['agencies']) {
  const sum = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const line of lines)
    for (const name of ['new', 'changed', 'unchanged', 'refused'] as const) sum[name] += line[name]
  return sum
}
