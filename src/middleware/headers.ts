import type { MiddlewareHandler } from 'hono'
import type { ForAnyone, Site } from '../deps.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  'report-to csp',
].join('; ')

/** R-CS-03. `no-referrer` would make the `Origin` of our own forms `null`. */
const ALWAYS = {
  'Content-Security-Policy': POLICY,
  'Reporting-Endpoints': 'csp="/csp"',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'publickey-credentials-get=(self), publickey-credentials-create=(self), geolocation=()',
  'Cache-Control': 'no-store',
}

const WHERE_HTTPS = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }

/** The headers of every answer, whatever it is; only static files say something else. */
export function headers({ isSecure }: Site): MiddlewareHandler<ForAnyone> {
  const all = Object.entries({ ...ALWAYS, ...(isSecure && WHERE_HTTPS) })
  return async (c, next) => {
    for (const [name, value] of all) c.header(name, value)
    await next()
  }
}
