import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseNip } from '#domain/nip.ts'
import {
  FIRST_ADMINS_NAMED,
  FIRST_ADMINS_REASON,
  firstAdminsText,
} from '#views/import/first-admins-words.ts'
import { importProblemText, legacyText, USAGE } from '#views/import/import-words.ts'
import { runArchive } from './archive-command.ts'
import { type Config, configProblemText, readConfig } from './config.ts'
import { discardImport, importFiles } from './import/import-files.ts'
import { importProblemIn } from './import/refusal.ts'
import { runKeys } from './keys-command.ts'
import { makeReport } from './log.ts'
import { runLogKey } from './log-command.ts'
import { runLogRecover } from './log-recover.ts'
import { runLogVerify } from './log-verify.ts'
import { keysOf } from './own-keys.ts'
import { sealSeed } from './secrets/seeds.ts'
import { openDatabase, type Sql } from './store/database.ts'
import { startEmbedded } from './store/embedded.ts'
import { nameFirstAdmins } from './store/first-admins.ts'
import { countLegacyPasswords } from './store/legacy-passwords.ts'
import { migrate } from './store/migrate.ts'
import { isStartRefusal, startRefusal } from './store/start-refusal.ts'
import { writeSyntheticFiles } from './synthetic/write-files.ts'

const WORKERS = Math.min(availableParallelism(), 4)
/** One more than batches at once: for the lock, for findings beside a COPY. */
const CONNECTIONS = WORKERS + 2

const screen = {
  write: (text: string) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  uptime: () => performance.now(),
}
const clock = () => new Date()

// A database quotes the row that it could not take, so only where a problem came from is told.
await run(process.argv.slice(2)).catch((problem: unknown) => {
  const refused = importProblemIn(problem)
  if (refused) console.error(importProblemText(refused))
  else if (isStartRefusal(problem)) console.error(problem.message)
  else makeReport(screen.write, clock).problem(problem, 'asn')
  process.exit(1)
})

async function run(args: string[]): Promise<void> {
  const [command, ...rest] = args
  switch (command) {
    case 'import':
      return runImport(rest)
    case 'first-admins':
      return runFirstAdmins(rest)
    case 'legacy-passwords':
      return withOwner(async (sql) => console.log(legacyText(await countLegacyPasswords(sql))))
    case 'keys':
      return withOwner((sql, config) => runKeys(rest, { sql, config, clock, say: console.log }))
    case 'archive':
      return withOwner((sql, config) => runArchive(rest, { sql, config, clock, say: console.log }))
    case 'log':
      return runLog(rest)
    case 'synthetic':
      return runSynthetic(rest)
    default:
      console.error(USAGE)
      process.exit(2)
  }
}

async function runImport(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      apply: { type: 'boolean', default: false },
      'with-otp': { type: 'boolean', default: false },
      discard: { type: 'boolean', default: false },
      report: { type: 'string' },
    },
  })
  const [path] = positionals
  if (!path && !values.discard) throw startRefusal(USAGE)
  await withOwner(async (sql, config) => {
    if (!path) return console.log(await discardImport(sql))
    const keys = await keysOf(config)
    const tool = {
      sql,
      clock,
      screen,
      say: (text: string) => console.log(text),
      workers: WORKERS,
      seal: (device: string, seed: Buffer) => sealSeed(keys, device, seed),
    }
    const { apply, report, 'with-otp': withOtp } = values
    await importFiles(tool, { path, apply, withOtp, report })
  })
}

async function runFirstAdmins(args: string[]): Promise<void> {
  const [one, other, ...more] = args.map(parseNip)
  if (!one?.ok || !other?.ok || more.length > 0) throw startRefusal(USAGE)
  const nips = [one.value, other.value] as const
  await withOwner(async (sql) => {
    const named = await nameFirstAdmins(sql, nips, { reason: FIRST_ADMINS_REASON, now: clock() })
    if (!named.ok) throw startRefusal(firstAdminsText(named.problem))
    console.log(FIRST_ADMINS_NAMED)
  })
}

async function runLog([command, ...rest]: string[]): Promise<void> {
  if (command === 'key') return runLogKey(rest, { print: console.log, tell: console.error })
  if (command === 'verify')
    return withOwner(async (sql, config) => {
      const isWell = await runLogVerify(rest, { sql, config, clock, say: console.log })
      if (!isWell) process.exitCode = 1
    })
  if (command === 'recover')
    return withOwner((sql, config) => runLogRecover(rest, { sql, config, clock, say: console.log }))
  throw startRefusal(USAGE)
}

/** A country that nobody lives in, to try and to measure with. */
async function runSynthetic(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string', default: '' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'synthetic' },
    },
  })
  const { people, seed, out } = values
  if (!/^\d{1,8}$/.test(people) || !/^\d{1,9}$/.test(seed)) throw startRefusal(USAGE)
  const files = await writeSyntheticFiles(out, { people: Number(people), seed: Number(seed) })
  console.log(Object.values(files).join('\n'))
}

/** On the tables as their owner: the portal's own role may write none of this. */
async function withOwner(work: (sql: Sql, config: Config) => Promise<void>): Promise<void> {
  const read = readConfig(process.env)
  if (!read.ok) throw startRefusal(configProblemText(read.problem))
  const config = read.value
  const embedded =
    config.kind === 'embedded' ? await startEmbedded(join(config.dataDir, 'postgres')) : undefined
  const url = config.kind === 'production' ? config.ownerUrl : (embedded?.url ?? '')
  const sql = openDatabase(url, { max: CONNECTIONS, name: 'asn-import' })
  try {
    await migrate(sql)
    await work(sql, config)
  } finally {
    await sql.end({ timeout: 5 })
    await embedded?.stop()
  }
}
