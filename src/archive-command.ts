import { parseNip } from '#domain/nip.ts'
import {
  NOTHING_ERASED,
  noSuchStoreText,
  RESTORE_REVIEW,
  reopenedText,
  reopenRefusedText,
  storeAwayText,
  storeDifferenceText,
  unmatchedText,
} from '#views/archive/care-command-words.ts'
import { USAGE } from '#views/import/import-words.ts'
import type { BlobStore } from './blobs/blob-store.ts'
import { objectSteps } from './blobs/folder-store.ts'
import { listAway } from './blobs/list-away.ts'
import { compareStore } from './care/compare.ts'
import type { Config } from './config.ts'
import { recoverFor } from './log-recover.ts'
import { openStore, refuseOldKeyring } from './own-archive.ts'
import { listLostObjects } from './store/archive/known-objects.ts'
import { findOperators } from './store/archive/restore/operators.ts'
import { reopen } from './store/archive/restore/reopen.ts'
import { countUnmatched } from './store/archive/unmatched-keys.ts'
import type { Sql } from './store/database.ts'
import { startRefusal } from './store/start-refusal.ts'

type Tool = { sql: Sql; config: Config; clock: () => Date; say: (text: string) => void }

/** `archive check`, `archive lost STORE`, `archive reopen NIP NIP`, as the owner of the tables. */
export async function runArchive(args: string[], tool: Tool): Promise<void> {
  const [command, ...nips] = args
  if (command === 'check' && nips.length === 0) return await check(tool)
  if (command === 'lost' && nips.length === 1) return await sayLost(nips[0] ?? '', tool)
  if (command === 'reopen' && nips.length === 2) return await reopenFor(nips, tool)
  throw startRefusal(USAGE)
}

async function check({ sql, config, clock, say }: Tool): Promise<void> {
  for (const place of config.archive.stores) say(await comparedText(sql, openStore(place, clock)))
  say(unmatchedText(await countUnmatched(sql)))
  say(NOTHING_ERASED)
}

/** A line for each, as a backup of the store has it. */
async function sayLost(store: string, { sql, config, say }: Tool): Promise<void> {
  const place = config.archive.stores.find(({ name }) => name === store)
  if (!place) throw startRefusal(noSuchStoreText(config.archive.stores.map(({ name }) => name)))
  for await (const object of listLostObjects(sql, store))
    say(place.kind === 'folder' ? objectSteps(object).join('/') : object)
}

async function comparedText(sql: Sql, store: BlobStore): Promise<string> {
  const away = await listAway([store])
  return away.length > 0
    ? storeAwayText(store.name)
    : storeDifferenceText(await compareStore(sql, store))
}

async function reopenFor(nips: string[], tool: Tool): Promise<void> {
  const { sql, config, clock, say } = tool
  const [one, other] = nips.map(parseNip)
  if (!one?.ok || !other?.ok) throw startRefusal(USAGE)
  await refuseOldKeyring(config, sql)
  const now = clock()
  const operators = await findOperators(sql, [one.value, other.value], now)
  if (!operators.ok) throw startRefusal(reopenRefusedText(operators.problem))
  const restoring = { operators: operators.value, basis: RESTORE_REVIEW, now }
  const reopened = await reopen(sql, restoring)
  if (!reopened.ok) throw startRefusal(reopenRefusedText(reopened.problem))
  if (config.tlog.signing) await recoverFor(operators.value, tool, { mayBeWhole: true })
  say(reopenedText(reopened.value))
}
