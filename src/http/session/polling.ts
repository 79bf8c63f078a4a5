import type { Context } from 'hono'
import type { Deps, ForAnyone, ForPerson } from '../../deps.ts'
import { findSession } from '../../store/sessions.ts'
import { readCookie } from '../cookies.ts'

/** The session as it is, which a page that asks by itself does not keep awake (R-SE-03). */
export async function asPolling(
  { sql, vault, site, clock }: Deps,
  context: Context<ForAnyone>,
): Promise<Context<ForPerson> | undefined> {
  const c = context as unknown as Context<ForPerson>
  const sid = readCookie(c, site, 'sid')
  const asked = { now: clock(), touch: false }
  const current = sid ? await findSession(sql, vault.tokenHash(sid), asked) : undefined
  if (!sid || !current) return undefined
  c.set('sid', sid)
  c.set('current', current)
  return c
}
