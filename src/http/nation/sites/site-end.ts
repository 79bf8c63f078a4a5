import type { Context } from 'hono'
import { parseReason } from '#domain/desk/reason.ts'
import type { SiteRequestId } from '#domain/embed/site-request.ts'
import { siteEndPage } from '#views/nation/sites/site-end-page.tsx'
import type { AskSiteProblem } from '#views/nation/sites/site-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import type { ListedSite } from '../../../store/embed/site-list.ts'
import { addSiteRequest } from '../../../store/embed/site-requests.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { siteInForce } from './site-change.ts'
import { readSite } from './typed-site.ts'

/** GET /nasional/situs/:key/pengakhiran */
export function getSiteEnd(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const site = await siteInForce(deps, c)
    return site ? respond(c, page(deps, c, { site, reason: '' })) : c.notFound()
  }
}

/** POST of the same address: asks for its end, which another decides about. */
export function postSiteEnd(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const site = await siteInForce(deps, c)
    if (!site) return c.notFound()
    const { reason } = await readSite(c)
    const judged = parseReason(reason)
    if (!judged.ok) return refuse(deps, c, { site, reason, problem: judged.problem })
    const id = deps.vault.newId() as SiteRequestId
    const asked = { id, site: site.key, kind: 'end', reason: judged.value } as const
    const added = await addSiteRequest(deps.sql, officeAct(deps, acting), asked)
    if (added.ok) return leaveFor(c, paths.embedSiteAfter(site.key, 'diusulkan'))
    const { problem } = added
    if (problem.kind === 'noSuchSite') return c.notFound()
    return refuse(deps, c, { site, reason, problem: problem as AskSiteProblem })
  }
}

export function siteEndAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: AskSiteProblem) => {
    const c = asHat(acting)
    const site = await siteInForce(deps, c)
    if (!site) return c.notFound()
    const { reason } = await readSite(c)
    return refuse(deps, c, { site, reason, problem })
  }
}

type Shown = { site: ListedSite; reason: string; problem?: AskSiteProblem }

function refuse(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: AskSiteProblem }) {
  const { kind } = shown.problem
  return refuseForm(c, page(deps, c, shown), { kind }, deps.clock())
}

function page(deps: Deps, c: Context<ForHat>, { site, reason, problem }: Shown) {
  return siteEndPage({ frame: frameOf(deps, c.var), site, reason, problem })
}
