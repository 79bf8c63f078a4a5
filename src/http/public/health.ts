import type { Context } from 'hono'
import type { Deps, ForAnyone } from '../../deps.ts'

/** GET /healthz: this process answers. */
export function getHealth() {
  return (c: Context<ForAnyone>) => c.json({ process: 'ok' })
}

/**
 * GET /readyz: it can do its work too; a load balancer sends people elsewhere on 503. A store that is
 * away is told, and no more: all processes share it, and most of the work goes on.
 */
export function getReadiness(deps: Deps) {
  return async (c: Context<ForAnyone>) => {
    const migrations = await deps.missingMigrations().then(
      (missing) => (missing.length === 0 ? 'ok' : 'missing'),
      () => 'unknown',
    )
    const database = migrations === 'unknown' ? 'unreachable' : 'ok'
    const stores = (await deps.blobs.listAway()).length === 0 ? 'ok' : 'away'
    const clock = deps.serverClock.isTrusted() ? 'ok' : 'off'
    const ready = migrations === 'ok' && clock === 'ok'
    return c.json({ database, migrations, clock, stores }, ready ? 200 : 503)
  }
}
