import type { Context } from 'hono'
import type { RecordType } from '#domain/archive/record-type.ts'
import type { TypeRequestId } from '#domain/archive/type-request.ts'
import { type TypedType, typeChangePage } from '#views/archive/types/type-change-page.tsx'
import type { AskTypeProblem } from '#views/archive/types/type-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { findRecordType } from '../../../store/archive/record-types.ts'
import { addTypeRequest, listTypeRequests } from '../../../store/archive/type-requests.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { readTyped, termsIn, toTyped } from './typed-type.ts'

/** GET /nasional/jenis-arsip/:type: as it stands, to be changed. */
export function getRecordType(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const type = await typeOf(deps, c)
    if (!type) return c.notFound()
    return respond(c, await page(deps, c, { type, typed: toTyped(type) }))
  }
}

/** POST of the same address: asks for the change, which another decides about. */
export function postRecordType(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const type = await typeOf(deps, c)
    if (!type) return c.notFound()
    const typed = await readTyped(c)
    const id = deps.vault.newId() as TypeRequestId
    const asked = { id, type: type.code, terms: termsIn(typed, type) }
    const added = await addTypeRequest(deps.sql, officeAct(deps, acting), asked)
    if (added.ok) return leaveFor(c, paths.recordTypesAfter('diusulkan'))
    const { problem } = added
    if (problem.kind === 'noSuchType') return c.notFound()
    return refuse(deps, c, { type, typed, problem: problem as AskTypeProblem })
  }
}

export function recordTypeAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: AskTypeProblem) => {
    const c = asHat(acting)
    const type = await typeOf(deps, c)
    return type ? refuse(deps, c, { type, typed: await readTyped(c), problem }) : c.notFound()
  }
}

function typeOf({ sql }: Deps, c: Context<ForHat>): Promise<RecordType | undefined> {
  return findRecordType(sql, c.req.param('type') ?? '')
}

type Shown = { type: RecordType; typed: TypedType; problem?: AskTypeProblem }

async function refuse(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: AskTypeProblem }) {
  const { kind } = shown.problem
  return refuseForm(c, await page(deps, c, shown), { kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, { type, typed, problem }: Shown) {
  const open = await listTypeRequests(deps.sql)
  const request = open.find((one) => one.type === type.code)?.id
  return typeChangePage({ frame: frameOf(deps, c.var), type, typed, request, problem })
}
