import type { Context } from 'hono'
import { parseTypeRequestId, TYPE_REQUEST_STATES } from '#domain/archive/type-request.ts'
import { auditedTypePage } from '#views/archive/types/audited-type-page.tsx'
import { auditedTypesPage } from '#views/archive/types/audited-types-page.tsx'
import { TYPE_STATE_NAMES } from '#views/path-queries.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { findAuditedType, listAuditedTypes } from '../../../store/archive/audited-types.ts'
import { askedList } from '../../audit/asked-list.ts'
import { auditorOf } from '../../audit/auditor.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

/** GET /nasional/usulan-jenis-arsip: what was asked of types of records. */
export function getAuditedTypes(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const listing = { stateOf, list: listAuditedTypes, isOfNation: true }
    const listed = await askedList(deps, c, listing)
    return respond(c, auditedTypesPage({ frame: frameOf(deps, c.var), listed }))
  }
}

function stateOf(name: string) {
  return TYPE_REQUEST_STATES.find((one) => TYPE_STATE_NAMES[one] === name)
}

/** GET /nasional/usulan-jenis-arsip/:id */
export function getAuditedType(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const id = parseTypeRequestId(c.req.param('id') ?? '')
    const request = id && (await findAuditedType(deps.sql, auditorOf(c, deps), id))
    if (!request) return c.notFound()
    return respond(c, auditedTypePage({ frame: frameOf(deps, c.var), request }))
  }
}
