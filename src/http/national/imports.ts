import type { Context } from 'hono'
import { parseUploadName, type UploadId } from '#domain/import/upload.ts'
import { importsPage } from '#views/national/imports-page.tsx'
import type { ImportProblem } from '#views/national/imports-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { addUpload, isUploadUnderway, listUploads } from '../../store/import/uploads.ts'
import { asHat, officeEvent } from '../office.ts'
import { fileOf } from '../open-upload.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import type { AgainProblem } from '../route.ts'
import { frameOf } from '../session/frame.ts'

/** GET /nasional/impor */
export function getImports(deps: Deps) {
  return async (c: Context<ForHat>) => respond(c, await page(deps, c, undefined))
}

/** POST /nasional/impor: a file, as large as it is, on its way to be read by a job. */
export function postImport(deps: Deps) {
  return async (c: Context<ForActing>) => {
    const file = fileOf(c)
    const named = parseUploadName(file?.name ?? '')
    if (!deps.spool || !file || file.name === '') return refuse(deps, c, { kind: 'noFile' })
    if (!named.ok) return refuse(deps, c, { kind: 'kind' })
    const { name, kind } = named.value
    if (await isUploadUnderway(deps.sql)) return refuse(deps, c, { kind: 'anotherWaits' })
    const id = deps.vault.newId() as UploadId
    const kept = await deps.spool.keep(`${id}${kind}`, file.chunks)
    const upload = {
      id,
      name,
      kind,
      ...kept,
      event: officeEvent(deps, asHat(c), c.var.current.person.id),
    }
    const added = await addUpload(deps.sql, upload)
    if (added.ok) return seeOther(c, paths.importOf(id))
    await deps.spool.remove(`${id}${kind}`)
    if (added.problem.kind === 'noLonger') return leaveFor(c, paths.hatsFor(paths.imports))
    return refuse(deps, c, { kind: 'anotherWaits' })
  }
}

export function importsAgain(deps: Deps) {
  return (c: Context<ForActing>, problem: AgainProblem) => refuse(deps, c, problem)
}

async function refuse(deps: Deps, c: Context<ForActing>, problem: ImportProblem) {
  return refuseForm(c, await page(deps, c, problem), problem, deps.clock())
}

async function page<E extends ForHat>(
  deps: Deps,
  c: Context<E>,
  problem: ImportProblem | undefined,
) {
  const uploads = await listUploads(deps.sql)
  const isHere = deps.spool !== undefined
  return importsPage({ frame: frameOf(deps, c.var), uploads, isHere, problem })
}
