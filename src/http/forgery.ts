import type { Context, MiddlewareHandler } from 'hono'
import { stalePage } from '#views/failure-pages.tsx'
import type { Deps, ForAnyone, Site } from '../deps.ts'
import { readToken } from './form.ts'
import { refuse } from './respond.ts'

/**
 * R-CS-01 (1): an unsafe request comes from a page of ours, as the browser says. A text browser
 * that says nothing is left to the token.
 */
export function refuseForeign({ site }: Deps): MiddlewareHandler<ForAnyone> {
  return async (c, next) => {
    if (isSafe(c) || comesFromHere(c, site)) return next()
    return refuse(c, stalePage(), { kind: 'foreign', status: 403 })
  }
}

/** R-CS-01 (2): the token of the form fits whom `boundTo` names; else `again` returns the form. */
export function refuseStale<E extends ForAnyone>(
  { vault }: Deps,
  boundTo: ((c: Context<E>) => string) | undefined,
  again: ((c: Context<E>) => Promise<Response> | Response) | undefined,
): MiddlewareHandler<E> {
  return async (c, next) => {
    if (isSafe(c) || !boundTo) return next()
    if (vault.csrfMatches(boundTo(c), await readToken(c))) return next()
    if (again) return again(c)
    return refuse(c, stalePage(), { kind: 'stale', status: 403 })
  }
}

function isSafe({ req }: Context): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(req.method)
}

function comesFromHere(c: Context<ForAnyone>, { isOwnOrigin }: Site): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site) return site === 'same-origin' || site === 'none'
  const host = c.req.header('Host') ?? ''
  const origin = c.req.header('Origin')
  if (origin) return isOwnOrigin(origin, host)
  const referer = c.req.header('Referer')
  return !referer || (URL.canParse(referer) && isOwnOrigin(new URL(referer).origin, host))
}
