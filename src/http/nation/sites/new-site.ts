import type { Context } from 'hono'
import type { SiteRequestId } from '#domain/embed/site-request.ts'
import { oneLine } from '#domain/one-line.ts'
import { siteFormPage, type TypedSite } from '#views/nation/sites/site-form-page.tsx'
import type { AskSiteProblem } from '#views/nation/sites/site-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { findAgencyByCode } from '../../../store/embed/site-list.ts'
import { addSiteRequest } from '../../../store/embed/site-requests.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { judgeSite, readSite } from './typed-site.ts'

/** GET /nasional/situs/baru, maybe for one agency. */
export function getNewSite(deps: Deps) {
  return (c: Context<ForHat>) => {
    const agency = oneLine(c.req.query('instansi') ?? '')
    return respond(c, page(deps, c, { agency, name: '', origins: '', reason: '' }))
  }
}

/** POST of the same address: asks for it, which another decides about. */
export function postNewSite(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const typed = await readSite(c)
    const agency = await findAgencyByCode(deps.sql, typed.agency.trim())
    if (!agency) return refuse(deps, c, typed, { kind: 'noAgency' })
    const judged = judgeSite(deps, typed)
    if (!judged.ok) return refuse(deps, c, typed, judged.problem)
    const { terms, reason } = judged.value
    const id = deps.vault.newId() as SiteRequestId
    const asked = { id, site: deps.vault.newSiteKey(), reason, kind: 'add', agency, terms } as const
    const added = await addSiteRequest(deps.sql, officeAct(deps, acting), asked)
    if (!added.ok) return refuse(deps, c, typed, added.problem as AskSiteProblem)
    return leaveFor(c, paths.embedSitesAfter('diusulkan'))
  }
}

export function newSiteAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: AskSiteProblem) => {
    const c = asHat(acting)
    return refuse(deps, c, await readSite(c), problem)
  }
}

function refuse(deps: Deps, c: Context<ForHat>, typed: TypedSite, problem: AskSiteProblem) {
  const { kind } = problem
  return refuseForm(c, page(deps, c, typed, problem), { kind }, deps.clock())
}

function page(deps: Deps, c: Context<ForHat>, typed: TypedSite, problem?: AskSiteProblem) {
  return siteFormPage({ frame: frameOf(deps, c.var), site: undefined, typed, problem })
}
