import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { readBulkList } from '#domain/archive/bulk-list.ts'
import { numbersIn, planBulk } from '#domain/archive/bulk-plan.ts'
import { bulkPage } from '#views/archive/bulk-page.tsx'
import { type BulkFormProblem, LIST_FIELD } from '#views/archive/bulk-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { addUploadBatch, type BatchId, listOwners } from '../../store/archive/upload-batches.ts'
import { employeesByNumber } from '../../store/desk/employees.ts'
import { inScope } from '../../store/scope.ts'
import { field, readForm } from '../form.ts'
import { asHat, officeAct } from '../office.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import type { AgainProblem } from '../route.ts'
import { frameOf } from '../session/frame.ts'

const LONGEST_LIST = 60_000

/** GET /instansi/unggahan-massal */
export function getBulkUploads(deps: Deps) {
  return (c: Context<ForHat>) => respond(c, page(deps, c, { typed: '', problem: undefined }))
}

/** POST /instansi/unggahan-massal: a dry run, and the one act that the files are then begun by. */
export function postBulkUploads(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const typed = await readTyped(c)
    const files = readBulkList(typed)
    if (!files.ok) return refuse(deps, c, typed, files.problem)
    const act = officeAct(deps, acting)
    const found = await inScope(deps.sql, scopeOf(c.var.hat), act.event.at, (tx) =>
      employeesByNumber(tx, numbersIn(files.value)),
    )
    const owners = await listOwners(deps.sql, found, c.var.hat.id)
    const planned = planBulk(files.value, (nip) => owners.get(nip), act.event.actor)
    const id = deps.vault.newId() as BatchId
    const added = await addUploadBatch(deps.sql, id, act, planned)
    return added ? seeOther(c, paths.bulkUpload(id)) : leaveFor(c, paths.hatsFor(c.req.path))
  }
}

export function bulkUploadsAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: AgainProblem) => {
    const c = asHat(acting)
    return refuse(deps, c, await readTyped(c), problem)
  }
}

async function readTyped(c: Context<ForHat>): Promise<string> {
  return (await readForm(c, { [LIST_FIELD]: field(LONGEST_LIST) }))[LIST_FIELD] ?? ''
}

function refuse(deps: Deps, c: Context<ForHat>, typed: string, problem: BulkFormProblem) {
  return refuseForm(c, page(deps, c, { typed, problem }), problem, deps.clock())
}

function page(
  deps: Deps,
  c: Context<ForHat>,
  shown: { typed: string; problem: BulkFormProblem | undefined },
) {
  return bulkPage({ frame: frameOf(deps, c.var), ...shown, script: c.var.assets.upload })
}
