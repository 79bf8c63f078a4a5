import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { KNOWN_SECONDS } from '#domain/session/known-browser.ts'
import type { Site } from '../deps.ts'

/** `pre`: a browser before its session; `sid`: the session; `kenal`: a known browser (R-RL-02); `baca`: one in which a link is open. */
type CookieName = 'pre' | 'sid' | 'kenal' | 'baca'

const SECONDS: Record<CookieName, number | undefined> = {
  pre: 3600,
  sid: undefined,
  kenal: KNOWN_SECONDS,
  baca: 3600,
}

/** 256 bits in base64url; anything else in a cookie is not ours. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/

export function readCookie<E extends object>(
  c: Context<E>,
  site: Site,
  name: CookieName,
): string | undefined {
  const value = site.isSecure ? getCookie(c, name, 'host') : getCookie(c, name)
  return value && TOKEN.test(value) ? value : undefined
}

export function giveCookie<E extends object>(
  c: Context<E>,
  site: Site,
  name: CookieName,
  token: string,
): void {
  const maxAge = SECONDS[name]
  setCookie(c, name, token, { ...attributes(site), ...(maxAge && { maxAge }) })
}

export function takeCookie<E extends object>(c: Context<E>, site: Site, name: CookieName): void {
  deleteCookie(c, name, attributes(site))
}

/** R-SE-04: `__Host-` wherever the site is served by https, that is everywhere but on a desk. */
function attributes({ isSecure }: Site) {
  const always = { path: '/', httpOnly: true, sameSite: 'Lax' } as const
  return isSecure ? ({ ...always, secure: true, prefix: 'host' } as const) : always
}
