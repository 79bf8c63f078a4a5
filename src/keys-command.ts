import {
  checkedText,
  dumpedText,
  KEYRING_BUSY,
  KEYRING_NOT_EMPTY,
  loadedText,
  ROTATION_PENDING,
  rotatedText,
  rotationText,
} from '#views/archive/keyring-words.ts'
import { USAGE } from '#views/import/import-words.ts'
import type { Config } from './config.ts'
import { writeDump } from './jobs/keyring-dumps.ts'
import { type KeyringPlaces, rotateKeys } from './jobs/rotate-keys.ts'
import { keyringPlaces, rootsOf } from './own-archive.ts'
import { openSamples } from './store/archive/key-samples.ts'
import { emptyKeyring, loadDump } from './store/archive/keyring-dump.ts'
import { aloneWithKeyring, findRoot } from './store/archive/rotation.ts'
import { countUnmatched } from './store/archive/unmatched-keys.ts'
import { inTransaction, type Sql } from './store/database.ts'
import { startRefusal } from './store/start-refusal.ts'

type Tool = { sql: Sql; config: Config; clock: () => Date; say: (text: string) => void }

/** `keys rotate`, `keys dump`, `keys check`, `keys load FILE`, as the owner of the tables. */
export async function runKeys(args: string[], { sql, config, clock, say }: Tool): Promise<void> {
  const places = keyringPlaces(config, { sql, clock, roots: await rootsOf(config) })
  const [command, path] = args
  if (command === 'rotate') return await rotate(places, say)
  if (command === 'dump') return say(dumpedText(await dump(places)))
  if (command === 'check') {
    const opened = await openSamples(sql, places.secrets, 'keyring')
    return say(checkedText(opened, await countUnmatched(sql)))
  }
  if (command === 'load' && path) return say(loadedText(await load(places, path)))
  throw startRefusal(USAGE)
}

async function rotate(places: KeyringPlaces, say: Tool['say']): Promise<void> {
  const rotated = await rotateKeys(places, (step) => say(rotationText(step)))
  if (rotated === 'anotherIsRunning') throw startRefusal(KEYRING_BUSY)
  say(rotatedText(rotated.epoch))
}

/** In the midst of a rotation a dump would need two root keys, of which one is about to go. */
async function dump({ sql, dumps, clock }: KeyringPlaces): Promise<string> {
  if ((await findRoot(sql)).rotatingSince) throw startRefusal(ROTATION_PENDING)
  const name = await aloneWithKeyring(sql, () => writeDump(sql, dumps, clock()))
  if (name === 'anotherIsRunning') throw startRefusal(KEYRING_BUSY)
  return name
}

/** Kept only if it opens by the root key that is there. */
function load({ sql, secrets }: KeyringPlaces, path: string) {
  return inTransaction(sql, async (tx) => {
    if ((await emptyKeyring(tx)) === 'hasKeys') throw startRefusal(KEYRING_NOT_EMPTY)
    await loadDump(tx, path, 'keyring')
    return await openSamples(tx, secrets, 'keyring')
  })
}
