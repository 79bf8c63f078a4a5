import type { Context } from 'hono'
import { type Permission, permits } from '#domain/access/permission.ts'
import type { Deps, ForAnyone, ForPerson } from '../../deps.ts'
import { findSession } from '../../store/sessions.ts'
import { readCookie } from '../cookies.ts'

/**
 * The session as it is, which a page that asks by itself does not keep awake (R-SE-03); `needed`: what
 * the hat has to permit where the page is of an office.
 */
export async function asPolling(
  { sql, vault, site, clock }: Deps,
  context: Context<ForAnyone>,
  needed?: Permission,
): Promise<Context<ForPerson> | undefined> {
  const c = context as unknown as Context<ForPerson>
  const sid = readCookie(c, site, 'sid')
  const asked = { now: clock(), touch: false }
  const current = sid ? await findSession(sql, vault.tokenHash(sid), asked) : undefined
  if (!sid || !current) return undefined
  if (needed && !(current.hat && permits(current.hat, needed))) return undefined
  c.set('sid', sid)
  c.set('current', current)
  if (current.hat) c.set('hat' as never, current.hat as never)
  return c
}
