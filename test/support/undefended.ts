import { serve } from '@hono/node-server'
import { createApp } from '#src/app.ts'
import { loadStaticFiles } from '#src/middleware/static-files.ts'
import { makeHashQueue } from '#src/secrets/hash-queue.ts'
import { keepPasswords } from '#src/secrets/kept-passwords.ts'
import { DEFAULT_COST, makePasswords } from '#src/secrets/password-hash.ts'
import { makeSite } from '#src/site.ts'
import { openDatabase } from '#src/store/database.ts'
import { someKeys } from './keys.ts'
import { depsOf } from './visitor.ts'

/**
 * The portal as it must not be: an unknown name costs no hash, and every answer leaves when it is
 * ready. T-TIME has to see the difference, or it sees nothing.
 */
const passwords = makePasswords({ keys: someKeys(), cost: DEFAULT_COST })
const deps = depsOf(openDatabase(process.argv[2] ?? '', { role: 'asn_app' }), {
  clock: () => new Date(),
  passwords: keepPasswords({ ...passwords, decoy: async () => false }),
  hashQueue: makeHashQueue({ workers: 2, waiting: 64 }),
  answerAt: 0,
  site: makeSite({
    baseUrl: 'http://127.0.0.1',
    isEmbedded: true,
    trustedProxies: ['127.0.0.1/32'],
    officeNetworks: [],
  }),
})
const app = createApp(deps, loadStaticFiles('static'))
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`siap di http://127.0.0.1:${port}\n`)
})
process.once('SIGTERM', () => server.close(() => process.exit(0)))
