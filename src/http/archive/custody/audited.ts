import type { Context } from 'hono'
import { CUSTODY_STATES, parseCustodyId } from '#domain/archive/custody.ts'
import { auditedCustodiesPage } from '#views/archive/custody/audited-custodies-page.tsx'
import { auditedCustodyPage } from '#views/archive/custody/audited-custody-page.tsx'
import { CUSTODY_STATE_NAMES } from '#views/path-queries.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { findAuditedCustody, listAuditedCustodies } from '../../../store/archive/custody/audited.ts'
import { askedList } from '../../audit/asked-list.ts'
import { auditorOf } from '../../audit/auditor.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

/** GET /nasional/serah-terima: transfers between all agencies, or what was asked of them. */
export function getAuditedCustodies(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const listed = await askedList(deps, c, { stateOf, list: listAuditedCustodies })
    return respond(c, auditedCustodiesPage({ frame: frameOf(deps, c.var), listed }))
  }
}

function stateOf(name: string) {
  return CUSTODY_STATES.find((one) => CUSTODY_STATE_NAMES[one] === name)
}

/** GET /nasional/serah-terima/:id */
export function getAuditedCustody(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const id = parseCustodyId(c.req.param('id') ?? '')
    const custody = id && (await findAuditedCustody(deps.sql, auditorOf(c, deps), id))
    if (!custody) return c.notFound()
    const names = await typeNames(deps)
    return respond(c, auditedCustodyPage({ frame: frameOf(deps, c.var), custody, names }))
  }
}
