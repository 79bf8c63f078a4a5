import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import type { VersionId } from '#domain/archive/version.ts'
import { createApp } from './app.ts'
import { careForVersion } from './care/care-for.ts'
import type { CarePlace } from './care/place.ts'
import { careRound } from './care/round.ts'
import { keepCertificates } from './certificate/keep-certificates.ts'
import { type Config, configProblemText, localUrl, readConfig } from './config.ts'
import type { Deps, Mailbox } from './deps.ts'
import { fingerprintsOf } from './http/verification/allowance.ts'
import { makeSpool } from './import/spool.ts'
import { workOnUploads } from './import/work-uploads.ts'
import { compareClocks, watchClock } from './jobs/clock-watch.ts'
import { destroyRound } from './jobs/destruction.ts'
import { startJobs } from './jobs/jobs.ts'
import { HOUR_MS, inRounds, MINUTE_MS, type Round } from './jobs/rounds.ts'
import { measureNtp } from './jobs/sntp.ts'
import { listen } from './listen.ts'
import { inBatches, makeReport } from './log.ts'
import type { Deliver } from './mail/smtp.ts'
import { loadStaticFiles } from './middleware/static-files.ts'
import { openArchive, prepareRoots, refuseRestored } from './own-archive.ts'
import { openBagJobs } from './own-bags.ts'
import { keysOf } from './own-keys.ts'
import { bringSampleRecords, openReceivingJobs, openUploads } from './own-receiving.ts'
import { openLogJobs } from './own-tlog.ts'
import { mailRouteOf, makePost } from './post.ts'
import { addSamplePeople, samplePeopleTable, writeSamplePeople } from './sample/people.ts'
import { makeSealer, type Sealer } from './sample/secrets.ts'
import { captchaSecrets } from './secrets/captcha.ts'
import { checks } from './secrets/checks.ts'
import { makeHashQueue } from './secrets/hash-queue.ts'
import { yieldHashThreads } from './secrets/hash-threads.ts'
import { type KeptPasswords, keepPasswords } from './secrets/kept-passwords.ts'
import type { Keys } from './secrets/keys.ts'
import { makePasswords } from './secrets/password-hash.ts'
import { makeVault, type Vault } from './secrets/vault.ts'
import { makeSite } from './site.ts'
import { databaseTime } from './store/clock.ts'
import { openDatabase, type Sql } from './store/database.ts'
import { startEmbedded } from './store/embedded.ts'
import { migrate, missingMigrations } from './store/migrate.ts'
import { isStartRefusal, startRefusal } from './store/start-refusal.ts'
import { openLogReader } from './tlog/log-files.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const CORES = availableParallelism()
/** More connections than the server has work for only keep its processes' memory cold. */
const CONNECTIONS = 2 * CORES + 1
const WAITING_HASHES = 64
/** One more for each store, which whoever looks at its copies keeps for as long. */
const JOB_CONNECTIONS = 7
const ONE_COPY =
  'MIN_COPIES is 1: a file of the archive that its only store loses or damages is lost.'

/** Else V8 goes through the whole heap for some twenty megabytes of buffers: 4 times an upload of ten (decision 030). */
setFlagsFromString('--external-memory-accounted-in-global-limit')

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
  if (config.archive.minCopies < 2) console.log(ONE_COPY)
  const embedded =
    config.kind === 'embedded' ? await startEmbedded(join(config.dataDir, 'postgres')) : undefined
  if (embedded?.note) console.log(embedded.note)
  const url = config.kind === 'production' ? config.databaseUrl : (embedded?.url ?? '')
  try {
    const opened = await open(config, url)
    stopOnSignals(async () => {
      await opened.close()
      await embedded?.stop()
    })
    if (config.kind === 'embedded') console.log(`\n${samplePeopleTable()}\n`)
    console.log(opened.ready)
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
  const lines = inBatches((text) => process.stderr.write(text))
  process.once('exit', lines.flush)
  const report = makeReport(lines.add, clock)
  const { deliver, mailbox } = mailRouteOf(config, clock)
  const vault = makeVault(keys)
  const archive = await openArchive(config, url, clock)
  const careWith = (sql: Sql) => (version: VersionId) =>
    careForVersion(carePlace(archive, sql, report), version)
  if (config.kind === 'embedded')
    await bringSampleRecords({ config, url, archive, clock, careWith })
  const kept = keepPasswords(passwords)
  const inside = { config, url, keys, passwords: kept, vault, report, mailbox, archive, careWith }
  const web = config.jobs === 'only' ? undefined : await openWeb(inside)
  const origin = web?.origin ?? config.baseUrl ?? localUrl(config.host, config.port)
  const jobs = config.jobs === 'off' ? undefined : await openJobs({ ...inside, deliver, origin })
  return {
    ready: web ? `siap di ${origin}` : 'siap mengerjakan pekerjaan latar',
    close: async () => {
      await Promise.all([web?.close(), jobs?.close()])
      await archive.close()
    },
  }
}

type Inside = {
  config: Config
  url: string
  keys: Keys
  passwords: KeptPasswords
  vault: Vault
  report: ReturnType<typeof makeReport>
  mailbox: Mailbox | undefined
  archive: Awaited<ReturnType<typeof openArchive>>
  careWith: (sql: Sql) => Deps['care']
}

/** The portal on its port, with connections of its own. */
async function openWeb({ config, url, keys, archive, careWith, ...inside }: Inside) {
  const sql = openDatabase(url, { role: 'asn_app', statementSeconds: 10, max: CONNECTIONS })
  const serverClock = watchClock(clockSources(config, sql), uptime)
  const files = loadStaticFiles(join(ROOT, 'static'))
  const listening = await listen(config)
  const isEmbedded = config.kind === 'embedded'
  const receiving = openUploads({ config, url, archive, sql, clock })
  const deps: Deps = {
    ...inside,
    sql,
    keyring: archive.keyring,
    blobs: archive.blobs,
    uploads: receiving.uploads,
    receivePaper: receiving.receivePaper,
    care: careWith(sql),
    tlog: openLogReader(config.tlog.folder),
    checks,
    spendFingerprint: fingerprintsOf({ sql, vault: inside.vault }),
    clock,
    serverClock,
    hashQueue: makeHashQueue({ workers: CORES, waiting: WAITING_HASHES }),
    captcha: captchaSecrets(keys.tokens),
    rule: config.passwordRule,
    resetMfa: config.resetMfa,
    answerAt: config.responseDeadlineMs,
    site: makeSite({ ...config, baseUrl: listening.origin, isEmbedded }),
    assets: files.assets,
    missingMigrations: () => missingMigrations(sql),
    spool: config.importFolder === undefined ? undefined : makeSpool(config.importFolder),
  }
  listening.answerWith(createApp(deps, files).fetch)
  const close = async () => {
    serverClock.stop()
    await listening.close()
    await receiving.close()
    await sql.end({ timeout: 5 })
  }
  return { origin: listening.origin, close }
}

/** A mail holds a connection until its server has answered, so jobs have connections of their own. */
async function openJobs({
  config,
  url,
  ...outside
}: Inside & { deliver: Deliver; origin: string }) {
  const sql = openDatabase(url, {
    role: 'asn_app',
    statementSeconds: 10,
    max: JOB_CONNECTIONS,
    name: 'asn-digital-jobs',
  })
  const { isCertain, stop } = watchClock(clockSources(config, sql), uptime)
  const jobs = startJobs(makePost({ ...outside, sql, clock }), isCertain)
  const imports = openImports({ config, url, ...outside })
  const { report, archive, vault, careWith, origin } = outside
  const every = (ms: number, name: string, work: Round) =>
    inRounds(ms, work, (problem) => report.problem(problem, name))
  const destroyed = {
    sql: archive.keyring.sql,
    stores: [archive.blobs.first, ...archive.blobs.others],
    keyring: archive.keyring,
    rotate: archive.rotate,
    certify: () => keepCertificates({ ...archive, ...vault, origin, clock }),
    clock,
    failed: (problem: unknown) => report.problem(problem, 'destruction'),
  }
  const place = carePlace(archive, sql, report)
  const cared = { ...place, stores: archive.paced }
  const rounds = [
    every(MINUTE_MS, 'destruction', (isLeaving) => destroyRound(destroyed, isLeaving)),
    every(MINUTE_MS, 'fixity', (isLeaving) => careRound(cared, isLeaving)),
    every(HOUR_MS, 'keyring', archive.keep),
  ]
  const failed = (problem: unknown) => report.problem(problem, 'archive')
  const receiving = openReceivingJobs({ config, url, archive, sql, clock, isCertain, failed })
  const bags = openBagJobs({
    ...{ sql, clock, report, ...archive, checks },
    tlog: openLogReader(config.tlog.folder),
    care: careWith(sql),
  })
  const log = await openLogJobs({ config, url, app: sql, clock, report })
  const close = async () => {
    stop()
    await Promise.all([
      jobs.stop(),
      log.stop(),
      imports?.close(),
      ...rounds.map(({ stop }) => stop()),
      receiving.stop(),
      bags.stop(),
    ])
    await sql.end({ timeout: 5 })
  }
  return { close }
}

/** For people who wait: the stores at their full speed. */
function carePlace({ blobs }: Inside['archive'], sql: Sql, report: Inside['report']): CarePlace {
  const newId = () => crypto.randomUUID()
  const stores = [blobs.first, ...blobs.others]
  return { sql, stores, blobs, newId, clock, report: report.problem }
}

/** Alone of all that runs here it works as the owner of the tables, and only where it is told a folder. */
function openImports({ config, url, report }: Pick<Inside, 'config' | 'url' | 'report'>) {
  const { importFolder: folder } = config
  if (folder === undefined) return undefined
  const workers = Math.min(CORES, 4)
  const owner = config.kind === 'production' ? config.ownerUrl : url
  const sql = openDatabase(owner, { max: workers + 2, name: 'asn-import' })
  const failed = (problem: unknown) => report.problem(problem, 'import')
  const work = workOnUploads({ sql, folder, clock, workers, failed })
  const close = async () => {
    await work.stop()
    await sql.end({ timeout: 5 })
  }
  return { close }
}

/** As the owner of the tables; the application itself connects as a role that owns nothing. */
async function prepare(config: Config, url: string, sealer: Sealer): Promise<void> {
  const owner = openDatabase(config.kind === 'production' ? config.ownerUrl : url, { max: 2 })
  try {
    await migrate(owner)
    await prepareRoots(config, owner)
    await refuseRestored(config, owner)
    if (config.kind === 'production') return
    await addSamplePeople(owner, sealer)
    await writeSamplePeople(join(config.dataDir, 'sample-people.json'))
  } finally {
    await owner.end()
  }
}

function clockSources(config: Config, sql: Sql) {
  const database = () => compareClocks(clock, () => databaseTime(sql))
  const { ntpServer } = config
  return ntpServer ? { database, ntp: () => measureNtp(clock, ntpServer) } : { database }
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
