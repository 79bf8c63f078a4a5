import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openDatabase, type Sql } from './database.ts'
import { makeCluster } from './embedded/cluster.ts'
import { choosePlace, type Place } from './embedded/place.ts'
import { findPrograms, type Programs } from './embedded/programs.ts'
import { refusalFor } from './embedded/run.ts'
import { findServer, launch, removeLock, shutDown } from './embedded/server.ts'
import { isStartRefusal, startRefusal } from './start-refusal.ts'

/** `folder`: where its files lie; `note`: a sentence for the operator if that is not as asked. */
export type Embedded = { url: string; folder: string; note?: string; stop: () => Promise<void> }

type Cluster = { place: Place; programs: Programs; password: string; settings: string[] }

const PRESENT = 'asn-present'
const LEAVING = 'asn-leaving'
const DOOR = 4_112_027
const PAUSE_MS = 100
const UNFINISHED_PAUSES = 30
const PAUSES = 1_200
const CLOSED = /ECONNREFUSED|ECONNRESET|EPIPE|CONNECT_TIMEOUT|CONNECTION_|57P0|53300/

/**
 * A PostgreSQL of our own under `home`: made if it is not there, taken over if it still runs.
 * Several processes share it and the last to leave stops it. What an operator can mend is thrown
 * as a start refusal, whose message alone is to be shown.
 */
export async function startEmbedded(home: string, settings: string[] = []): Promise<Embedded> {
  const asked = resolve(home)
  try {
    const place = await choosePlace(asked)
    const programs = await findPrograms(place)
    const password = await makeCluster(place, programs)
    const cluster = { place, programs, password, settings }
    const { url, presence } = await enter(cluster)
    const left = once(() => leave(cluster, presence))
    return { url, folder: place.folder, stop: left, ...(place.note && { note: place.note }) }
  } catch (problem) {
    if (isStartRefusal(problem) || !isFromSystem(problem)) throw problem
    throw refusalFor({ folder: asked, account: undefined }, String(problem), problem)
  }
}

/** PostgreSQL's lock file lets one of several starters win; the others find its server here. */
async function enter(cluster: Cluster): Promise<{ url: string; presence: Sql }> {
  const { place, programs, password, settings } = cluster
  for (let pauses = 0; pauses < PAUSES; pauses += 1) {
    const found = await findServer(place)
    if (found.state === 'serving') {
      const url = `postgres://postgres:${password}@127.0.0.1:${found.port}/postgres`
      const presence = await register(place, url)
      if (presence) return { url, presence }
    }
    if (found.state === 'leftBehind') await removeLock(place, found.lock)
    if (found.state === 'unfinished' && pauses >= UNFINISHED_PAUSES)
      await removeLock(place, found.lock)
    if (found.state === 'absent') await launch(place, programs, settings)
    else await setTimeout(PAUSE_MS)
  }
  throw startRefusal(
    `The PostgreSQL that holds ${place.folder} does not answer: look at ${join(place.folder, 'log')}, end it, and start again.`,
  )
}

/** A connection held open says that we are here; it waits at the door while another one leaves. */
async function register(place: Place, url: string): Promise<Sql | undefined> {
  const presence = openDatabase(url, { max: 1, name: PRESENT, lasting: true })
  try {
    await presence`select pg_advisory_lock(${DOOR})`
    await presence`select pg_advisory_unlock(${DOOR})`
    return presence
  } catch (problem) {
    await presence.end({ timeout: 0 })
    const code = String((problem as { code?: unknown }).code)
    if (CLOSED.test(code)) return undefined
    if (code !== '28P01') throw problem
    throw startRefusal(
      `The password in ${join(place.folder, 'password')} does not open its database: bring the file back, or set DATA_DIR to a new folder.`,
      problem,
    )
  }
}

/** Whoever finds nobody else present stops the server, before it lets anyone else through. */
async function leave({ place, programs }: Cluster, presence: Sql): Promise<void> {
  const others = await othersPresent(presence).catch(() => 0)
  if (others === 0) await shutDown(place, programs)
  await presence.end({ timeout: 0 })
}

async function othersPresent(presence: Sql): Promise<number> {
  await presence`select pg_advisory_lock(${DOOR})`
  await presence`select set_config('application_name', ${LEAVING}, false)`
  const [row] = await presence<{ others: number }[]>`
    select count(*) as others from pg_stat_activity where application_name = ${PRESENT}`
  return row?.others ?? 0
}

function isFromSystem(problem: unknown): boolean {
  return problem instanceof Error && 'syscall' in problem
}

function once(act: () => Promise<void>): () => Promise<void> {
  let acted: Promise<void> | undefined
  return () => {
    acted ??= act()
    return acted
  }
}
