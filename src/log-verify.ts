import { setTimeout } from 'node:timers/promises'
import type { Difference } from '#domain/tlog/difference.ts'
import { USAGE } from '#views/import/import-words.ts'
import {
  COPIES_HASTENED,
  copiesCheckedText,
  LOG_BUSY,
  lookedText,
} from '#views/nation/log-command-words.ts'
import { differenceText, foundText } from '#views/nation/log-words.ts'
import { makeBlobs } from './blobs/blobs.ts'
import { readWhole } from './care/look.ts'
import type { Config } from './config.ts'
import { openStore } from './own-archive.ts'
import { openSigning } from './own-tlog.ts'
import type { Sql } from './store/database.ts'
import { startRefusal } from './store/start-refusal.ts'
import { hastenCopy, listAllCopies } from './store/tlog/all-copies.ts'
import { findNewestOver } from './store/tlog/log-board.ts'
import { listDifferences } from './store/tlog/looks.ts'
import { type LookOutcome, lookThrough } from './tlog/reconcile.ts'

type Tool = { sql: Sql; config: Config; clock: () => Date; say: (text: string) => void }

const TRIES = 60
const PAUSE_MS = 1000

/**
 * `log verify [--full] [--files]`: what came since the last look, or all; with the files of the archive
 * themselves. True where nothing differs.
 */
export async function runLogVerify(args: string[], tool: Tool): Promise<boolean> {
  const asked = new Set(args)
  const isFull = asked.delete('--full')
  const isOfFiles = asked.delete('--files')
  if (asked.size > 0) throw startRefusal(USAGE)
  const found = await lookNow(tool, isFull)
  const bad = isOfFiles ? await checkCopies(tool) : 0
  return found + bad === 0
}

async function lookNow({ sql, config, clock, say }: Tool, isFull: boolean): Promise<number> {
  const { files, second, signer } = await openSigning(config)
  const place = { sql, files, second, key: signer.key, clock }
  let outcome: LookOutcome = 'busy'
  for (let tries = 0; tries < TRIES && outcome === 'busy'; tries += 1) {
    outcome = await lookThrough(place, isFull)
    if (outcome === 'busy') await setTimeout(PAUSE_MS)
  }
  const look = outcome === 'over' ? await findNewestOver(sql, isFull) : undefined
  if (!look) throw startRefusal(LOG_BUSY)
  say(lookedText(look))
  for (const one of await listDifferences(sql, look.id)) say(differenceText(one))
  say(foundText(look.found))
  return look.found
}

/** By the code that cares for copies, to which whatever is bad is left: it looks at that next. */
async function checkCopies({ sql, config, clock, say }: Tool): Promise<number> {
  const stores = config.archive.stores.map((place) => openStore(place, clock))
  const [first, ...others] = stores
  if (!first) return 0
  const blobs = makeBlobs([first, ...others], config.archive.minCopies)
  const report = () => {}
  const place = { sql, stores, blobs, newId: () => crypto.randomUUID(), clock, report }
  const counts = { whole: 0, damaged: 0, missing: 0, notChecked: 0 }
  for await (const copy of listAllCopies(sql)) {
    const look = await readWhole(place, copy)
    counts[look] += 1
    if (look !== 'damaged' && look !== 'missing') continue
    say(differenceText(differing(copy, look)))
    await hastenCopy(sql, copy, clock())
  }
  say(copiesCheckedText(counts))
  if (counts.damaged + counts.missing > 0) say(COPIES_HASTENED)
  return counts.damaged + counts.missing + counts.notChecked
}

function differing(
  { object: row, store }: { object: string; store: string },
  found: 'damaged' | 'missing',
): Difference {
  return { what: 'copyDiffers', row, store, found }
}
