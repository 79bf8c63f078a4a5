import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { fileNameOf, parseBytes, parseSha256 } from '#domain/archive/declared-file.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import { capOf } from '#domain/archive/start-upload.ts'
import type { Begun } from '#domain/archive/upload.ts'
import type { PersonId } from '#domain/person.ts'
import { isUuid } from '#domain/uuid.ts'
import { type BulkLine, bulkUploadPage, isDue } from '#views/archive/bulk-upload-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat, ForPerson } from '../../deps.ts'
import { listRecordTypes } from '../../store/archive/record-types.ts'
import {
  type BatchFile,
  type BatchId,
  findUploadBatch,
  setBatchOutcome,
} from '../../store/archive/upload-batches.ts'
import { namesOf } from '../../store/desk/employees.ts'
import { inScope } from '../../store/scope.ts'
import { field, readForm } from '../form.ts'
import type { FilePart } from '../multipart.ts'
import { fileOf } from '../open-upload.ts'
import { respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { toBulkLine } from './bulk-line.ts'
import { finishUpload } from './finish-upload.ts'
import { newUpload } from './new-upload.ts'
import { asOfficer } from './sender.ts'
import { createdUpload } from './upload-form.ts'

/** GET /instansi/unggahan-massal/:id */
export function getBulkUpload(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const batch = await openBatch(deps, c)
    if (!batch) return c.notFound()
    const frame = frameOf(deps, c.var)
    const lines = batch.files.map(({ line }) => line)
    return respond(
      c,
      bulkUploadPage({ frame, batch: batch.id, lines, script: c.var.assets.upload }),
    )
  }
}

/** POST /instansi/unggahan-massal/:id: all files in one form, each told by its name. */
export function postBulkUpload(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const batch = await openBatch(deps, c)
    if (!batch) return c.notFound()
    for (let part = fileOf(c); part; part = await part.next()) {
      const name = fileNameOf(part.name)
      const due = batch.files.find(({ file, line }) => isDue(line) && file.name === name)
      if (due) await takeOne(deps, c, batch.id, due, part)
      else await letGo(part)
    }
    return seeOther(c, paths.bulkUpload(batch.id))
  }
}

/** POST …/berkas/:n: T1 of one of them, whose bytes a script sends. */
export function postBulkFile(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const batch = await openBatch(deps, c)
    const due = batch?.files.find(
      ({ file, line }) => isDue(line) && String(file.n) === c.req.param('n'),
    )
    const said = await readForm(c, { ukuran: field(20), sha256: field(100) })
    const [bytes, sha256] = [parseBytes(said.ukuran), parseSha256(said.sha256)]
    const begun = due && beginningOf(deps, c, due.file)
    if (!batch || !begun || bytes === undefined || !sha256) return c.notFound()
    const { n, name } = due.file
    const started = await deps.uploads.begin({ ...begun, bytes }, { name, sha256 })
    const outcome = started.ok ? { upload: begun.id } : { refused: started.problem.kind }
    await setBatchOutcome(deps.sql, batch.id, n, outcome)
    if (!started.ok) return c.body(null, 422)
    return createdUpload(deps, c as unknown as Context<ForPerson>, paths.deskUpload(begun.id))
  }
}

/** GET of the addresses that take files. */
export function getBulkFile() {
  return (c: Context<ForHat>) => seeOther(c, paths.bulkUpload(c.req.param('id') ?? ''))
}

type OpenFile = { file: BatchFile; line: BulkLine; type: RecordType | undefined }

async function openBatch({ sql, clock }: Deps, c: Context<ForHat>) {
  const id = c.req.param('id') ?? ''
  const { sentBy } = asOfficer(c)
  const key = { id: id as BatchId, sentBy, sentAs: c.var.hat.id }
  const batch = isUuid(id) ? await findUploadBatch(sql, key, clock()) : undefined
  if (!batch) return undefined
  const people = batch.files.flatMap(({ person }) => person ?? [])
  const names = await inScope(sql, scopeOf(c.var.hat), clock(), (tx) => namesOf(tx, people))
  const types = await listRecordTypes(sql)
  const files = batch.files.map((file): OpenFile => {
    const type = types.find(({ code }) => code === file.type)
    return { file, type, line: toBulkLine(file, type, names.get(file.person as PersonId)) }
  })
  return { id: batch.id, files }
}

function beginningOf(
  deps: Deps,
  c: Context<ForHat>,
  { person, type, slot }: BatchFile,
): Omit<Begun, 'bytes'> | undefined {
  if (!person || type === null || slot === null) return undefined
  const wanted = { person, type, slot, form: 'document', metadata: {} } as const
  return newUpload(deps, asOfficer(c), wanted)
}

async function takeOne(
  deps: Deps,
  c: Context<ForHat>,
  batch: BatchId,
  { file, type }: OpenFile,
  part: FilePart,
): Promise<void> {
  const begun = beginningOf(deps, c, file)
  if (!begun || !type) return letGo(part)
  const taken = await deps.uploads.take(begun, file.name, part, capOf(type, 'document'))
  const outcome = taken.ok ? { upload: begun.id } : { refused: taken.problem.kind }
  await setBatchOutcome(deps.sql, batch, file.n, outcome)
  if (taken.ok) await finishUpload(deps, begun.id, c.var.visit.reference)
  else await letGo(part)
}

/** Reads what nobody wants, to come to what stands after it. */
async function letGo({ chunks }: FilePart): Promise<void> {
  for await (const _ of chunks);
}
