import { mkdir } from 'node:fs/promises'
import type { Config } from './config.ts'
import type { Report } from './deps.ts'
import { HOUR_MS, inRounds, MINUTE_MS } from './jobs/rounds.ts'
import { createLogKeyFile, type LogSigner, readLogKey } from './secrets/log-key.ts'
import { openDatabase, type Sql } from './store/database.ts'
import { startRefusal } from './store/start-refusal.ts'
import { trimNotes } from './store/tlog/checkpoints.ts'
import { accessRootRound } from './tlog/access-roots.ts'
import { openLogFiles, openSecondPlace } from './tlog/log-files.ts'
import { nightlyLook } from './tlog/nightly-look.ts'
import { logRefusalText } from './tlog/refusal-text.ts'
import { type LogRefusal, sequenceRound } from './tlog/sequence.ts'

const EVERY_MS = 1000
/** One for the lock and all that is done under it, one for what has time. */
const CONNECTIONS = 2
/** The lock of the look, that of the log for a moment, and what is read. */
const LOOK_CONNECTIONS = 3
const NAME_ON_A_DESK = 'localhost/log'

/** `app`: as asn_app, for what is told of what was read. */
type Opening = {
  config: Config
  url: string
  app: Sql
  clock: () => Date
  report: Pick<Report, 'problem'>
}

/** For the jobs: every second what waits gets its place in the log, by whichever process has its lock. */
export async function openLogJobs({ config, url, app, clock, report }: Opening) {
  const opened = await openSigning(config)
  const sql = openDatabase(url, { role: 'asn_tlog', name: 'asn-tlog', max: CONNECTIONS })
  const looking = openDatabase(url, {
    role: 'asn_tlog',
    name: 'asn-tlog-look',
    max: LOOK_CONNECTIONS,
  })
  const look = { ...opened, key: opened.signer.key, sql: looking, clock }
  const failed = (problem: unknown) => report.problem(problem, 'log')
  const refused = onlyNews((refusal: LogRefusal) => failed(new Error(logRefusalText(refusal))))
  const place = { ...opened, sql, clock, refused }
  const rounds = [
    inRounds(EVERY_MS, (isLeaving) => sequenceRound(place, isLeaving), onlyNews(failed)),
    inRounds(MINUTE_MS, (isLeaving) => accessRootRound(app, clock, isLeaving), failed),
    inRounds(MINUTE_MS, (isLeaving) => nightlyLook(look, app, isLeaving), failed),
    inRounds(HOUR_MS, () => trimNotes(sql, clock()), failed),
  ]
  const stop = async () => {
    await Promise.all(rounds.map((round) => round.stop()))
    await Promise.all([sql.end({ timeout: 5 }), looking.end({ timeout: 5 })])
  }
  return { stop }
}

/** Files, second place and key; on a desk all are made, production brings its key. */
export async function openSigning(config: Config) {
  const { folder, signing } = config.tlog
  if (!signing) throw startRefusal('LOG_SECOND_DIR and LOG_KEY_FILE are needed where jobs run.')
  const { secondFolder, keyFile } = signing
  if (config.kind === 'embedded') {
    await mkdir(config.dataDir, { recursive: true })
    await createLogKeyFile(keyFile, NAME_ON_A_DESK)
  }
  return {
    files: openLogFiles(folder),
    second: openSecondPlace(secondFolder),
    signer: await signerOf(keyFile),
  }
}

async function signerOf(file: string): Promise<LogSigner> {
  const read = await readLogKey(file)
  if (read.ok) return read.value
  throw startRefusal(
    `LOG_KEY_FILE (${file}) cannot be used: ${read.problem}. docs/operations.md says how it is made.`,
  )
}

/** A round comes every second: what went wrong in the one before is not told again. */
function onlyNews<Problem>(tell: (problem: Problem) => void): (problem: Problem) => void {
  let told = ''
  return (problem) => {
    const text = problem instanceof Error ? problem.message : JSON.stringify(problem)
    if (text !== told) tell(problem)
    told = text
  }
}
