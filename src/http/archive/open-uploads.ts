import type { Context } from 'hono'
import { parseSha256 } from '#domain/archive/declared-file.ts'
import { applies, hasHistory } from '#domain/archive/record-type.ts'
import type { Upload } from '#domain/archive/upload.ts'
import { ARCHIVE } from '#views/archive/overview/overview-words.ts'
import { twinPart } from '#views/archive/twin.tsx'
import { type OpenUpload, uploadsPage } from '#views/archive/uploads-page.tsx'
import type { UploadDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat, ForPerson } from '../../deps.ts'
import { listRecordTypes } from '../../store/archive/record-types.ts'
import { findSlot } from '../../store/archive/slots.ts'
import { listOpenUploads } from '../../store/archive/uploads.ts'
import { findSubject } from '../../store/office-acts.ts'
import { field, readForm } from '../form.ts'
import { respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { asOfficer, asPerson } from './sender.ts'
import type { Sending } from './upload-side.ts'

/** GET /arsip/unggahan */
export function getOpenUploads(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const uploads = await listOpenUploads(deps.sql, asPerson(c), deps.clock())
    const open = await Promise.all(uploads.map((one) => toOpen(deps, one, undefined)))
    const back = { path: paths.archive, label: ARCHIVE.back }
    const done = doneIn(c.req.query('hasil'))
    const frame = frameOf(deps, c.var)
    const { kind } = c.var.current.person
    const types = await listRecordTypes(deps.sql)
    const histories = types.filter((type) => hasHistory(type) && applies(type, kind))
    return respond(c, uploadsPage({ frame, open, pathOf: paths.upload, back, done, histories }))
  }
}

/** GET /instansi/unggahan: what was begun in this hat, of people whom it still reaches. */
export function getDeskUploads(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const now = deps.clock()
    const uploads = await listOpenUploads(deps.sql, asOfficer(c), now)
    const open: OpenUpload[] = []
    for (const upload of uploads) {
      const person = await findSubject(deps.sql, c.var.hat, upload.person, now)
      if (person) open.push(await toOpen(deps, upload, person.name))
    }
    const back = { path: paths.desk, label: 'Kembali ke meja layanan' }
    const done = doneIn(c.req.query('hasil'))
    const frame = frameOf(deps, c.var)
    const shown = { frame, open, pathOf: paths.deskUpload, back, done, histories: [] }
    return respond(c, uploadsPage(shown))
  }
}

const DONE: readonly UploadDone[] = ['dibatalkan', 'baris-dihapus']

function doneIn(text: string | undefined): UploadDone | undefined {
  return DONE.find((one) => one === text)
}

/** POST …/kembar: whether the same bytes are there, within the archive of this person alone. */
export function postTwins(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const found = await sending.whom(deps, c)
    if (found instanceof Response) return found
    const sha256 = parseSha256((await readForm(c, { sha256: field(100) })).sha256)
    const { sentAs } = sending.sender(c)
    const twin = sha256 && (await deps.uploads.findTwin(found.person, sha256, sentAs))
    return respond(c, twinPart(found.side, twin || undefined, { now: deps.clock() }))
  }
}

/** GET of the same address leads where a file can be chosen. */
export function getTwins(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const found = await sending.whom(deps, c)
    return found instanceof Response ? found : seeOther(c, found.side.list)
  }
}

async function toOpen(
  { sql, uploads }: Deps,
  upload: Upload,
  sentFor: string | undefined,
): Promise<OpenUpload> {
  const slot = await findSlot(sql, upload.person, upload)
  return { upload, slot, arrived: (await uploads.length(upload.id)) ?? 0, sentFor }
}
