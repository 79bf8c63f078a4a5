import { type IntakeOutcome, isAlarming, judgeIntake } from '#domain/archive/judge-intake.ts'
import type { ScanPolicy } from '#domain/archive/scan.ts'
import type { Blobs } from '../blobs/blobs.ts'
import type { Scanner } from '../intake/clamd.ts'
import type { Intake } from '../intake/intake.ts'
import { type Copy, listContent } from '../store/archive/copies.ts'
import {
  type ClaimedIntake,
  claimIntake,
  dropIntake,
  finishIntake,
  postponeIntake,
  renewIntake,
} from '../store/archive/intake-work.ts'
import type { Keyring } from '../store/archive/keyring.ts'
import { addLooseObjects } from '../store/archive/loose-objects.ts'
import type { Sql } from '../store/database.ts'
import { contentOf } from './content.ts'
import { inspectAndKeep } from './keep-pages.ts'

/** A version arrives in the first of the stores; once it has passed it lies in all of them. */
export type Checking = {
  sql: Sql
  keyring: Keyring
  blobs: Blobs
  inspect: Intake['inspect']
  scan: Scanner['scan']
  policy: ScanPolicy
  newId: () => string
  clock: () => Date
  /** A version has been in quarantine for an hour: somebody should look (T4). */
  alarm: (version: string) => void
}

const BEAT_MS = 30_000

/** T3–T5 of one version in quarantine; false where none is due. */
export async function checkOne(place: Checking): Promise<boolean> {
  const { sql, clock } = place
  const claimed = await claimIntake(sql, clock())
  if (!claimed) return false
  const renew = () => void renewIntake(sql, claimed.version, clock()).catch(() => {})
  const beat = setInterval(renew, BEAT_MS)
  try {
    const outcome = await check(place, claimed)
    if (outcome?.kind === 'deferred' && isAlarming(outcome.version, clock()))
      place.alarm(claimed.version)
  } catch (problem) {
    await postponeIntake(sql, claimed, 'copy', clock())
    throw problem
  } finally {
    clearInterval(beat)
  }
  return true
}

async function check(place: Checking, claimed: ClaimedIntake): Promise<IntakeOutcome | undefined> {
  const { sql, keyring, clock, policy, blobs } = place
  const { version, maxPages } = claimed
  const content = (await listContent(sql, version)).find(({ store }) => store === blobs.first.name)
  const key = await keyring.openVersionKey(keyring.sql, version)
  if (!content || !key) {
    await dropIntake(sql, version)
    return undefined
  }
  const read = () => contentOf(blobs, content, { key, version })
  const scan = await place.scan(read())
  const file = { version, key, maxPages, source: read() }
  const { structure, copies } = await inspectAndKeep(place, file)
  const more = structure.kind === 'accepted' ? await copyContent(place, content) : []
  const seen = { scan, copies: [...copies, ...more], now: clock() }
  const finished = await finishIntake(sql, claimed, seen, (judged, hasTwin) =>
    judgeIntake(judged, { structure, scan, policy, hasTwin, now: seen.now }),
  )
  return finished.ok ? finished.value : undefined
}

async function copyContent(place: Checking, content: Copy): Promise<Copy[]> {
  const { first, others, copySealed } = place.blobs
  const copies: Copy[] = []
  for (const store of others) {
    const object = place.newId()
    await addLooseObjects(place.sql, [{ object, store: store.name }], place.clock())
    const put = await copySealed(first, store, content, object)
    copies.push({ ...content, ...put, store: store.name })
  }
  return copies
}
