import { startEmbedded } from '#src/store/embedded.ts'

/** A process of its own that starts PostgreSQL under the folder it is given, until SIGTERM. */
const embedded = await startEmbedded(process.argv[2] ?? '', ['fsync=off'])
process.once('SIGTERM', () => void embedded.stop().then(() => process.exit(0)))
process.stdout.write(`${JSON.stringify(embedded)}\n`)
