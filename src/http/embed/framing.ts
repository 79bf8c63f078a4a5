import type { Context } from 'hono'
import type { EmbedSite } from '#domain/embed/site.ts'
import type { ForAnyone } from '../../deps.ts'

const POLICY = 'Content-Security-Policy'
const SECONDS = 60

/** What htmx says of itself, in its versions 2 and 4: none of it is read. */
const ASKED_BY_HTMX = [
  'HX-Boosted',
  'HX-Current-URL',
  'HX-Prompt',
  'HX-Request',
  'HX-Request-Type',
  'HX-Source',
  'HX-Target',
  'HX-Trigger',
  'HX-Trigger-Name',
].join(', ')

/** Of all the policy says, only who may frame this answer is said anew: the origins of one site. */
export function mayBeFramed(c: Context<ForAnyone>, ancestors: string): void {
  const policy = c.res.headers.get(POLICY) ?? ''
  c.header(POLICY, policy.replace("frame-ancestors 'none'", `frame-ancestors ${ancestors}`))
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
}

/** A page of ours that shows boxes may hold frames of ours. */
export function mayHoldOwnFrames(c: Context<ForAnyone>): void {
  const policy = c.res.headers.get(POLICY) ?? ''
  c.header(POLICY, `frame-src 'self'; ${policy}`)
}

/** Not longer: a site whose right ends is to lose it everywhere within a minute. */
export function keepAMinute(c: Context<ForAnyone>): void {
  c.header('Cache-Control', `public, max-age=${SECONDS}`)
}

/** The part may be read by the page that asks if it stands at an origin of the site; without cookies. */
export function mayBeRead(c: Context<ForAnyone>, { origins }: Pick<EmbedSite, 'origins'>): boolean {
  c.header('Vary', 'Origin', { append: true })
  const origin = c.req.header('Origin')
  if (!origin || !origins.includes(origin)) return false
  c.header('Access-Control-Allow-Origin', origin)
  return true
}

/** What a browser asks before htmx may send its headers. */
export function mayBeAsked(c: Context<ForAnyone>): void {
  c.header('Access-Control-Allow-Methods', 'GET')
  c.header('Access-Control-Allow-Headers', ASKED_BY_HTMX)
  c.header('Access-Control-Max-Age', String(SECONDS))
}
