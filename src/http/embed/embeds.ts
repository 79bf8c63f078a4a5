import type { Context } from 'hono'
import { embedsPage } from '#views/embed/embeds-page.tsx'
import type { Deps, ForAnyone } from '../../deps.ts'
import { respond } from '../respond.ts'
import { mayHoldOwnFrames } from './framing.ts'

/** GET /sematan */
export function getEmbeds({ site }: Deps) {
  return (c: Context<ForAnyone>) => {
    mayHoldOwnFrames(c)
    return respond(c, embedsPage({ origin: site.origin }))
  }
}
