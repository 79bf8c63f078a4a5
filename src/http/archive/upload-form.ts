import type { Context } from 'hono'
import type { FoundSlot } from '#domain/archive/completeness.ts'
import { fileNameOf, parseBytes, parseSha256 } from '#domain/archive/declared-file.ts'
import { type Metadata, readMetadata } from '#domain/archive/metadata.ts'
import { capOf } from '#domain/archive/start-upload.ts'
import { changesOfForm } from '#domain/archive/type-change.ts'
import type { Begun } from '#domain/archive/upload.ts'
import { dayOf } from '#domain/zone-day.ts'
import { uploadPage } from '#views/archive/upload-page.tsx'
import type { UploadProblem } from '#views/archive/upload-words.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { addNewRow } from '../../store/archive/new-rows.ts'
import { findTypedBefore } from '../../store/archive/own-versions.ts'
import { listTypeChanges } from '../../store/archive/type-requests.ts'
import { field, readForm } from '../form.ts'
import { fileOf } from '../open-upload.ts'
import { refuseForm, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { finishUpload } from './finish-upload.ts'
import { newUpload } from './new-upload.ts'
import { type Place, placeOf } from './upload-place.ts'
import type { Sending } from './upload-side.ts'

/** GET /arsip/unggah/:type, and of an officer under the person. */
export function getUploadForm(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const place = await placeOf(deps, c, sending)
    if (place instanceof Response) return place
    const typed = sending.isOffice ? {} : await typedBefore(deps, place)
    return respond(c, await page(deps, c, { ...place, typed, problem: undefined }))
  }
}

/** POST: with the file itself T1 and T2 at once; without it T1 alone, and a script sends the bytes. */
export function postUploadForm(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const place = await placeOf(deps, c, sending)
    if (place instanceof Response) return place
    const typed = await readTyped(c, place.slot)
    const today = dayOf(deps.clock(), c.var.current.person.agency.zone)
    const metadata = readMetadata(place.slot.type, typed, today)
    if (!metadata.ok)
      return refuse(deps, c, { ...place, typed }, { kind: 'metadata', problems: metadata.problem })
    const { person, slot, form } = place
    const wanted = { person, type: slot.type.code, slot: slot.slot, form, metadata: metadata.value }
    const begun = newUpload(deps, sending.sender(c), wanted)
    const shown = { ...place, typed }
    return fileOf(c) ? takeWhole(deps, c, begun, shown) : declare(deps, c, begun, shown)
  }
}

/** The form again, filled as it was; the file has to be chosen anew. */
export function uploadFormAgain(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>, problem: UploadProblem) => {
    const place = await placeOf(deps, c, sending)
    if (place instanceof Response) return place
    return refuse(deps, c, { ...place, typed: await readTyped(c, place.slot) }, problem)
  }
}

type Shown = Place & { typed: Metadata }

/** Whoever sends their own again need not type it again; an officer is shown nothing of it unlogged. */
async function typedBefore({ sql }: Deps, { person, slot }: Place): Promise<Metadata> {
  return (await findTypedBefore(sql, { person, type: slot.type.code, slot: slot.slot })) ?? {}
}

async function takeWhole(
  deps: Deps,
  c: Context<ForPerson>,
  begun: Omit<Begun, 'bytes'>,
  shown: Shown,
): Promise<Response> {
  const file = fileOf(c)
  if (!file || file.name === '') return refuse(deps, c, shown, { kind: 'noFile' })
  if (!(await keepRow(deps, shown, begun))) return refuse(deps, c, shown, { kind: 'noRight' })
  const most = capOf(shown.slot.type, shown.form)
  const taken = await deps.uploads.take(begun, fileNameOf(file.name), file, most)
  if (!taken.ok) return refuse(deps, c, shown, taken.problem)
  const refusal = await finishUpload(deps, begun.id, c.var.visit.reference)
  if (refusal) return refuse(deps, c, shown, { kind: 'received', refusal })
  return seeOther(c, shown.side.upload(begun.id))
}

async function declare(
  deps: Deps,
  c: Context<ForPerson>,
  begun: Omit<Begun, 'bytes'>,
  shown: Shown,
): Promise<Response> {
  const said = await readForm(c, { nama: field(1000), ukuran: field(20), sha256: field(100) })
  const bytes = parseBytes(said.ukuran)
  const sha256 = parseSha256(said.sha256)
  if (bytes === undefined || !sha256) return refuse(deps, c, shown, { kind: 'noFile' })
  if (!(await keepRow(deps, shown, begun))) return refuse(deps, c, shown, { kind: 'noRight' })
  const note = { name: fileNameOf(said.nama), sha256 }
  const started = await deps.uploads.begin({ ...begun, bytes }, note)
  if (!started.ok) return refuse(deps, c, shown, started.problem)
  return createdUpload(deps, c, shown.side.upload(begun.id))
}

/** With the token for the bytes, since a second factor in the form has renewed the session. */
export function createdUpload({ vault }: Deps, c: Context<ForPerson>, path: string): Response {
  const token = vault.csrfToken(c.var.sid)
  return c.body(null, 201, { Location: path, 'X-CSRF': token })
}

/** An event that no data tells of is known from its first document on, not before that is there. */
async function keepRow(
  { sql }: Deps,
  { person, slot, newRow }: Place,
  { sentBy, sentAs, startedAt }: Omit<Begun, 'bytes'>,
): Promise<boolean> {
  if (!newRow) return true
  const by = { person: sentBy, hat: sentAs }
  return addNewRow(sql, { ...newRow, person, type: slot.type.code, by, at: startedAt })
}

async function readTyped(c: Context<ForPerson>, { type }: FoundSlot): Promise<Metadata> {
  const shape = Object.fromEntries(type.requiredMetadata.map((name) => [name, field(1000)]))
  return await readForm(c, shape)
}

async function refuse(
  deps: Deps,
  c: Context<ForPerson>,
  shown: Shown,
  problem: UploadProblem,
): Promise<Response> {
  return refuseForm(c, await page(deps, c, { ...shown, problem }), problem, deps.clock())
}

async function page(
  deps: Deps,
  c: Context<ForPerson>,
  { side, slot, form, query, typed, problem }: Shown & { problem: UploadProblem | undefined },
) {
  const frame = frameOf(deps, c.var)
  const script = c.var.assets.upload
  const changed = await listTypeChanges(deps.sql, deps.clock(), slot.type.code)
  const shown = { frame, side, slot, form, query, typed, problem, script }
  return uploadPage({ ...shown, changes: changesOfForm(changed) })
}
