import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ServerType, serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { type Config, configProblemText, localUrl, readConfig } from './config.ts'
import type { Deps } from './deps.ts'
import { compareClocks, watchClock } from './jobs/clock-watch.ts'
import { measureNtp } from './jobs/sntp.ts'
import { sweepRegularly } from './jobs/sweep.ts'
import { inBatches, makeReport } from './log.ts'
import { loadStaticFiles } from './middleware/static-files.ts'
import { addSamplePeople, samplePeopleTable, writeSamplePeople } from './sample/people.ts'
import { makeSealer, type Sealer } from './sample/secrets.ts'
import { captchaSecrets } from './secrets/captcha.ts'
import { makeHashQueue } from './secrets/hash-queue.ts'
import { yieldHashThreads } from './secrets/hash-threads.ts'
import { keepPasswords } from './secrets/kept-passwords.ts'
import { createKeysFile, type Keys, readKeysFile } from './secrets/keys.ts'
import { makePasswords } from './secrets/password-hash.ts'
import { makeVault } from './secrets/vault.ts'
import { makeSite } from './site.ts'
import { databaseTime } from './store/clock.ts'
import { openDatabase, type Sql } from './store/database.ts'
import { startEmbedded } from './store/embedded.ts'
import { migrate, missingMigrations } from './store/migrate.ts'
import { isStartRefusal, startRefusal } from './store/start-refusal.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const WAITING_HASHES = 64
const GRACE_MS = 10_000

const clock = () => new Date()
const uptime = () => performance.now()

await start().catch((problem: unknown) => {
  console.error(isStartRefusal(problem) ? problem.message : problem)
  process.exit(1)
})

async function start(): Promise<void> {
  const read = readConfig(process.env)
  if (!read.ok) throw startRefusal(configProblemText(read.problem))
  const config = read.value
  const embedded =
    config.kind === 'embedded' ? await startEmbedded(join(config.dataDir, 'postgres')) : undefined
  if (embedded?.note) console.log(embedded.note)
  const url = config.kind === 'production' ? config.databaseUrl : (embedded?.url ?? '')
  try {
    const ready = await open(config, url)
    stopOnSignals(async () => {
      await ready.close()
      await embedded?.stop()
    })
    if (config.kind === 'embedded') console.log(`\n${samplePeopleTable()}\n`)
    console.log(`siap di ${ready.origin}`)
  } catch (problem) {
    await embedded?.stop()
    throw problem
  }
}

/** Everything that runs, on a database that has its tables. */
async function open(config: Config, url: string) {
  await yieldHashThreads()
  const keys = await keysOf(config)
  const passwords = makePasswords({ keys, cost: config.hashCost })
  await prepare(config, url, makeSealer(keys, passwords))
  const sql = openDatabase(url, { role: 'asn_app', statementSeconds: 10 })
  const lines = inBatches((text) => process.stderr.write(text))
  process.once('exit', lines.flush)
  const report = makeReport(lines.add, clock)
  const serverClock = watchClock(clockSources(config, sql), uptime)
  const sweeping = sweepRegularly(sql, clock, (problem) => report.problem(problem, 'sweep'))
  const files = loadStaticFiles(join(ROOT, 'static'))
  const listening = await listen(config)
  const deps: Deps = {
    sql,
    clock,
    serverClock,
    passwords: keepPasswords(passwords),
    hashQueue: makeHashQueue({ workers: availableParallelism(), waiting: WAITING_HASHES }),
    vault: makeVault(keys),
    captcha: captchaSecrets(keys.tokens),
    rule: config.passwordRule,
    resetMfa: config.resetMfa,
    answerAt: config.responseDeadlineMs,
    site: makeSite({
      ...config,
      baseUrl: listening.origin,
      isEmbedded: config.kind === 'embedded',
    }),
    assets: files.assets,
    report,
    missingMigrations: () => missingMigrations(sql),
  }
  listening.answerWith(createApp(deps, files).fetch)
  const close = async () => {
    sweeping.stop()
    serverClock.stop()
    await listening.close()
    await sql.end({ timeout: 5 })
  }
  return { origin: listening.origin, close }
}

/** As the owner of the tables; the application itself connects as a role that owns nothing. */
async function prepare(config: Config, url: string, sealer: Sealer): Promise<void> {
  const owner = openDatabase(config.kind === 'production' ? config.ownerUrl : url, { max: 2 })
  try {
    await migrate(owner)
    if (config.kind === 'production') return
    await addSamplePeople(owner, sealer)
    await writeSamplePeople(join(config.dataDir, 'sample-people.json'))
  } finally {
    await owner.end()
  }
}

/** Made on the first start on a desk; production has to bring them (config.ts). */
async function keysOf(config: Config): Promise<Keys> {
  if (config.kind === 'embedded') {
    await mkdir(dirname(config.keysFile), { recursive: true })
    await createKeysFile(config.keysFile)
  }
  const keys = await readKeysFile(config.keysFile)
  if (keys.ok) return keys.value
  throw startRefusal(`KEYS_FILE (${config.keysFile}) cannot be used: ${keys.problem}.`)
}

function clockSources(config: Config, sql: Sql) {
  const database = () => compareClocks(clock, () => databaseTime(sql))
  const { ntpServer } = config
  return ntpServer ? { database, ntp: () => measureNtp(clock, ntpServer) } : { database }
}

type Answer = (request: Request, env: object) => Response | Promise<Response>

/** The port comes first, for an address that is not configured has it in it. */
async function listen({ port, host, baseUrl }: Config) {
  let answer: Answer | undefined
  const fetch: Answer = (request, env) =>
    answer?.(request, env) ?? new Response(null, { status: 503 })
  const server = serve({ fetch, port, hostname: host })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (problem) => reject(portRefusal(problem, port)))
  })
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return {
    origin: baseUrl ?? localUrl(host, taken),
    answerWith: (app: Answer) => {
      answer = app
    },
    close: () => closed(server),
  }
}

function portRefusal(problem: Error, port: number): Error {
  const isTaken = 'code' in problem && problem.code === 'EADDRINUSE'
  return isTaken
    ? startRefusal(`Port ${port} is taken; set PORT to another one.`, problem)
    : problem
}

/** Answers under way are finished; connections that only wait are closed at once. */
async function closed(server: ServerType): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const late = setTimeout(
    () => 'closeAllConnections' in server && server.closeAllConnections(),
    GRACE_MS,
  )
  await done
  clearTimeout(late)
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const once = () => {
    if (stopping) return
    stopping = true
    void stop().then(
      () => process.exit(0),
      (problem: unknown) => {
        console.error(problem)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', once)
  process.on('SIGTERM', once)
}
