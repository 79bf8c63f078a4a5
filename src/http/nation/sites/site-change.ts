import type { Context } from 'hono'
import type { SiteRequestId } from '#domain/embed/site-request.ts'
import { siteFormPage, type TypedSite } from '#views/nation/sites/site-form-page.tsx'
import type { AskSiteProblem } from '#views/nation/sites/site-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { findSite, type ListedSite } from '../../../store/embed/site-list.ts'
import { addSiteRequest } from '../../../store/embed/site-requests.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { judgeSite, readSite } from './typed-site.ts'

/** GET /nasional/situs/:key/perubahan: as it stands, to be changed. */
export function getSiteChange(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const site = await siteInForce(deps, c)
    return site ? respond(c, page(deps, c, { site, typed: toTyped(site) })) : c.notFound()
  }
}

/** POST of the same address: asks for the change, which another decides about. */
export function postSiteChange(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const site = await siteInForce(deps, c)
    if (!site) return c.notFound()
    const typed = await readSite(c)
    const judged = judgeSite(deps, typed)
    if (!judged.ok) return refuse(deps, c, { site, typed, problem: judged.problem })
    const id = deps.vault.newId() as SiteRequestId
    const asked = { id, site: site.key, kind: 'change', ...judged.value } as const
    const added = await addSiteRequest(deps.sql, officeAct(deps, acting), asked)
    if (added.ok) return leaveFor(c, paths.embedSiteAfter(site.key, 'diusulkan'))
    const { problem } = added
    if (problem.kind === 'noSuchSite') return c.notFound()
    return refuse(deps, c, { site, typed, problem: problem as AskSiteProblem })
  }
}

export function siteChangeAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: AskSiteProblem) => {
    const c = asHat(acting)
    const site = await siteInForce(deps, c)
    return site ? refuse(deps, c, { site, typed: await readSite(c), problem }) : c.notFound()
  }
}

/** What has ended changes no more. */
export async function siteInForce(
  { sql }: Pick<Deps, 'sql'>,
  c: Context<ForHat>,
): Promise<ListedSite | undefined> {
  const site = await findSite(sql, c.req.param('key') ?? '')
  return site?.endedAt === null ? site : undefined
}

function toTyped({ agencyCode, name, origins }: ListedSite): TypedSite {
  return { agency: agencyCode, name, origins: origins.join('\n'), reason: '' }
}

type Shown = { site: ListedSite; typed: TypedSite; problem?: AskSiteProblem }

function refuse(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: AskSiteProblem }) {
  const { kind } = shown.problem
  return refuseForm(c, page(deps, c, shown), { kind }, deps.clock())
}

function page(deps: Deps, c: Context<ForHat>, { site, typed, problem }: Shown) {
  return siteFormPage({ frame: frameOf(deps, c.var), site, typed, problem })
}
