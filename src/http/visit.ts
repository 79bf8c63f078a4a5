import type { Context, MiddlewareHandler } from 'hono'
import type { Origin } from '#domain/audit/event.ts'
import { browserLabel } from '#domain/session/browser-label.ts'
import { placeOfAddress } from '#domain/throttle/network.ts'
import type { Deps, ForAnyone, Site, Visit } from '../deps.ts'
import { readCookie } from './cookies.ts'

/**
 * Who knocks: from where, with which browser, under which name before there is a session. A cookie is
 * read by whoever asks for it, so that nothing reads one for an address that is for anyone.
 */
export function meet({ vault, site, assets }: Deps): MiddlewareHandler<ForAnyone> {
  return async (c, next) => {
    const place = placeOfAddress(clientAddress(c, site))
    c.set('assets', assets)
    c.set('visit', {
      reference: vault.newId(),
      get pre() {
        return readCookie(c, site, 'pre')
      },
      get known() {
        return readCookie(c, site, 'kenal')
      },
      browser: browserLabel(c.req.header('User-Agent') ?? ''),
      ...place,
    })
    return next()
  }
}

export function originOf({ browser, network }: Visit): Origin {
  return { browser, network }
}

/**
 * The address that no one but our own proxies vouches for: `X-Forwarded-For` is read from its end,
 * as far as trusted proxies wrote it (R-RL-01).
 */
function clientAddress(c: Context<ForAnyone>, { isTrustedProxy }: Site): string {
  const peer = c.env?.incoming?.socket?.remoteAddress ?? ''
  const forwarded = (c.req.header('X-Forwarded-For') ?? '').split(',').map((one) => one.trim())
  const hops = [...forwarded.filter(Boolean), peer]
  return hops.findLast((hop) => !isTrustedProxy(placeOfAddress(hop).address)) ?? peer
}
