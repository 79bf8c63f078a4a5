import type { Context } from 'hono'
import { resetMenuPage } from '#views/reset/menu-page.tsx'
import type { ForAnyone } from '../../deps.ts'
import { respond } from '../respond.ts'

/** GET /reset */
export function getResetMenu() {
  return (c: Context<ForAnyone>) => respond(c, resetMenuPage())
}
