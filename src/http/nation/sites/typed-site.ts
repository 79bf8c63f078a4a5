import type { Context } from 'hono'
import type { Reason } from '#domain/desk/reason.ts'
import { parseReason, type ReasonProblem } from '#domain/desk/reason.ts'
import { parseSiteTerms, type SiteTerms, type TermsProblem } from '#domain/embed/site-terms.ts'
import { ok, type Result } from '#domain/result.ts'
import type { TypedSite } from '#views/nation/sites/site-form-page.tsx'
import { SITE_FIELDS } from '#views/nation/sites/site-words.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { field, readForm } from '../../form.ts'

export async function readSite(c: Context<ForHat>): Promise<TypedSite> {
  const { agency, name, origins, reason } = SITE_FIELDS
  const said = await readForm(c, {
    [agency]: field(60),
    [name]: field(400),
    [origins]: field(2000),
    [reason]: field(4000),
  })
  return {
    agency: said[agency] ?? '',
    name: said[name] ?? '',
    origins: said[origins] ?? '',
    reason: said[reason] ?? '',
  }
}

type Judged = { terms: SiteTerms; reason: Reason }

/** The terms first, as they stand first on the page; pages on a desk may embed where the portal runs on one. */
export function judgeSite(
  { site }: Pick<Deps, 'site'>,
  typed: TypedSite,
): Result<Judged, TermsProblem | ReasonProblem> {
  const terms = parseSiteTerms(typed, { local: !site.isSecure })
  if (!terms.ok) return terms
  const reason = parseReason(typed.reason)
  return reason.ok ? ok({ terms: terms.value, reason: reason.value }) : reason
}
