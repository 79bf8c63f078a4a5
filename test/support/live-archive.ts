import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type Blobs, makeBlobs } from '#src/blobs/blobs.ts'
import { makeFolderStore, markFolder } from '#src/blobs/folder-store.ts'
import { keepCertificates } from '#src/certificate/keep-certificates.ts'
import { makeScanner } from '#src/intake/clamd.ts'
import { makeIntake } from '#src/intake/intake.ts'
import { destroyRound } from '#src/jobs/destruction.ts'
import { countWaiting, passDay } from '#src/jobs/retention.ts'
import { rotateKeys } from '#src/jobs/rotate-keys.ts'
import { receivePaper } from '#src/receiving/paper.ts'
import { makeScratch } from '#src/receiving/scratch.ts'
import { makeUploads } from '#src/receiving/uploads.ts'
import { workOnReceiving } from '#src/receiving/work.ts'
import { makeUploadLocks } from '#src/store/archive/upload-locks.ts'
import type { Sql } from '#src/store/database.ts'
import { careOf } from './archive-deps.ts'
import { asApplication, asKeyring, asLocker } from './database.ts'
import { clean } from './receiving.ts'
import { someKeyring } from './rotating.ts'
import { vault } from './secrets.ts'
import { logOf } from './tlog.ts'

const ORIGIN = 'https://asn.instansi.example'

/**
 * The archive as the program runs it: keys, files and what is on its way in folders, the children that
 * look into files, and the jobs. What those do once a minute or a day, a test asks for when its clock
 * has moved.
 */
export async function liveArchive(owner: Sql, clock: () => Date) {
  const folder = await mkdtemp(join(tmpdir(), 'asn-arsip-'))
  afterAll(() => rm(folder, { recursive: true }))
  const { keyring, places, roots } = await someKeyring(owner, clock)
  for (const name of ['main', 'copy']) await markFolder(name, join(folder, name))
  const stores = ['main', 'copy'].map((name) => makeFolderStore(name, join(folder, name)))
  const blobs = makeBlobs(stores as [(typeof stores)[0], ...typeof stores], 2)
  const problems: unknown[] = []
  const failed = (problem: unknown) => problems.push(problem)
  const sql = asApplication(owner)
  const { place, intake } = receptionOf(owner, { folder, keyring, blobs, clock })
  const scanner = { ...makeScanner(undefined), scan: async () => clean }
  const checking = { blobs, ...scanner, policy: 'required', checkers: 1, found: failed } as const
  const work = workOnReceiving({
    ...place,
    ...intake,
    ...checking,
    alarm: failed,
    isCertain: () => true,
    failed,
  })
  afterAll(() => work.stop())
  return {
    deps: {
      ...{ keyring, blobs, uploads: makeUploads(place), care: careOf(owner, blobs, { clock }) },
      receivePaper: (chunks: AsyncIterable<Uint8Array>) =>
        receivePaper({ ...place, ...intake, ...checking }, chunks),
    },
    stores,
    roots,
    problems,
    /** What the program does by itself as a day begins, and what it then has to count. */
    passDay: async () => {
      await passDay(sql, clock)
      await countWaiting(sql, clock)
    },
    destroy: async () => {
      const log = logOf(owner)
      await log.sequence()
      const certify = async () => {
        await log.sequence()
        await keepCertificates({ keyring, blobs, ...vault, origin: ORIGIN, clock })
      }
      const rotate = () => rotateKeys(places)
      return destroyRound({
        sql: asKeyring(owner),
        stores,
        keyring,
        rotate,
        certify,
        clock,
        failed,
      })
    },
  }
}

type Reception = {
  folder: string
  keyring: Awaited<ReturnType<typeof someKeyring>>['keyring']
  blobs: Blobs
  clock: () => Date
}

function receptionOf(owner: Sql, { folder, keyring, blobs, clock }: Reception) {
  const intake = makeIntake({ children: 1, waiting: 2 })
  const place = {
    sql: asApplication(owner),
    keyring,
    store: blobs.first,
    scratch: makeScratch(join(folder, 'naskah')),
    locks: makeUploadLocks(asLocker(owner)),
    joinPhotos: intake.joinPhotos,
    newId: () => crypto.randomUUID(),
    clock,
  }
  return { place, intake }
}
