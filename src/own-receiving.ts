import { availableParallelism } from 'node:os'
import type { Config } from './config.ts'
import { makeScanner } from './intake/clamd.ts'
import { makeIntake } from './intake/intake.ts'
import type { openArchive } from './own-archive.ts'
import { receivePaper } from './receiving/paper.ts'
import { makeScratch } from './receiving/scratch.ts'
import { makeUploads } from './receiving/uploads.ts'
import { type Workplace, workOnReceiving } from './receiving/work.ts'
import { addSampleRecords } from './sample/records.ts'
import { makeUploadLocks } from './store/archive/upload-locks.ts'
import { openDatabase, type Sql } from './store/database.ts'

type Opening = {
  config: Config
  url: string
  archive: Awaited<ReturnType<typeof openArchive>>
  sql: Sql
  clock: () => Date
}

const CHILDREN = Math.min(availableParallelism(), 4)

/** Few send papers of a destruction, and they wait for the answer. */
const PAPERS_WAITING = 3

/** For the web: files come here; pictures become a PDF where the jobs run, which have the children. */
export function openUploads(opening: Opening) {
  const { config, archive } = opening
  const { place, close } = openPlace(opening)
  const { inspect } = makeIntake({ children: 1, waiting: PAPERS_WAITING })
  const { scan } = makeScanner(config.scan.clamd)
  const checking = { inspect, scan, policy: config.scan.policy, blobs: archive.blobs }
  return {
    uploads: makeUploads({ ...place, joinPhotos: async () => ({ kind: 'notMade' }) }),
    receivePaper: (chunks: AsyncIterable<Uint8Array>) =>
      receivePaper({ ...place, ...checking }, chunks),
    close,
  }
}

/** On a desk: a first archive, while nobody is served yet. */
export async function bringSampleRecords(
  opening: Omit<Opening, 'sql'> & {
    careWith: (sql: Sql) => Parameters<typeof addSampleRecords>[0]['care']
  },
): Promise<void> {
  const sql = openDatabase(opening.url, { role: 'asn_app', max: 2, name: 'asn-sample' })
  const { place, close } = openPlace({ ...opening, sql })
  const { archive, config, careWith } = opening
  const { inspect, joinPhotos } = makeIntake({ children: 1, waiting: 1 })
  const { scan } = makeScanner(config.scan.clamd)
  const checking = { inspect, scan, policy: config.scan.policy, blobs: archive.blobs, alarm() {} }
  try {
    await addSampleRecords({ ...place, joinPhotos, ...checking, care: careWith(sql) })
  } finally {
    await close()
    await sql.end({ timeout: 5 })
  }
}

/** For the jobs: what arrived is finished, checked and, when its time is over, cleared away. */
export function openReceivingJobs(opening: Opening & Pick<Workplace, 'isCertain' | 'failed'>) {
  const { config, archive, isCertain, failed } = opening
  const { place, close } = openPlace(opening)
  const { inspect, joinPhotos } = makeIntake({ children: CHILDREN, waiting: 2 * CHILDREN })
  const { scan, engine } = makeScanner(config.scan.clamd)
  const alarm = (version: string) =>
    failed(new Error(`version ${version} has been in quarantine for an hour`))
  const found = (version: string) =>
    failed(new Error(`malware was found in version ${version}, which was taken before`))
  const { policy } = config.scan
  const checking = {
    inspect,
    scan,
    engine,
    found,
    policy,
    blobs: archive.blobs,
    alarm,
    checkers: CHILDREN,
  }
  const work = workOnReceiving({ ...place, joinPhotos, ...checking, isCertain, failed })
  return {
    stop: async () => {
      await work.stop()
      await close()
    },
  }
}

function openPlace({ config, url, archive, sql, clock }: Opening) {
  const name = 'asn-digital-locks'
  const locker = openDatabase(url, { role: 'asn_app', max: 1, lasting: true, name })
  const place = {
    sql,
    keyring: archive.keyring,
    store: archive.blobs.first,
    scratch: makeScratch(config.archive.scratchFolder),
    locks: makeUploadLocks(locker),
    newId: () => crypto.randomUUID(),
    clock,
  }
  return { place, close: () => locker.end({ timeout: 5 }) }
}
