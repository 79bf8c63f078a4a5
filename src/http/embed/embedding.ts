import type { Context } from 'hono'
import { frameAncestors } from '#domain/embed/ancestors.ts'
import { DEMO, DEMO_KEY } from '#domain/embed/demo.ts'
import { progressOf } from '#domain/embed/progress.ts'
import { activationBox } from '#views/embed/activation-box.tsx'
import type { Box } from '#views/embed/box.tsx'
import type { Deps, ForAnyone } from '../../deps.ts'
import { findActivation } from '../../store/embed/activation.ts'
import { findEmbedSite } from '../../store/embed/sites.ts'

/** A site as its boxes know it: who may frame them, who may read them, whose numbers they tell. */
export type Embedding = {
  ancestors: string
  origins: readonly string[]
  activation: () => Promise<Box>
}

/** The site that the address names, if it is in force now. */
export async function findEmbedding(
  c: Context<ForAnyone>,
  deps: Deps,
): Promise<Embedding | undefined> {
  const key = c.req.param('site') ?? ''
  if (key === DEMO_KEY) return demonstration(deps)
  const site = await findEmbedSite(deps.sql, key)
  if (!site) return undefined
  const { origins, agency, agencyName } = site
  const activation = async () => {
    const found = await findActivation(deps.sql, agency, deps.clock())
    const { zone, countedAt } = found ?? { zone: 'WIB', countedAt: undefined }
    return activationBox({ agency: agencyName, zone, progress: progressOf(found), countedAt })
  }
  return { ancestors: frameAncestors(origins), origins, activation }
}

/** Framed by this portal alone; its numbers are nobody's. */
function demonstration({ clock }: Deps): Embedding {
  const { agencyName: agency, zone, activation } = DEMO
  const box = activationBox({ agency, zone, progress: progressOf(activation), countedAt: clock() })
  return { ancestors: "'self'", origins: [], activation: async () => box }
}
