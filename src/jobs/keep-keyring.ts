import { aloneWithKeyring, findRoot } from '../store/archive/rotation.ts'
import { newestDumpAt, writeDump } from './keyring-dumps.ts'
import { type KeyringPlaces, rotateKeys } from './rotate-keys.ts'

const DAY_MS = 24 * 60 * 60_000
const MONTH_MS = 30 * DAY_MS

/** Rotates where a rotation was broken off or the last one is a month ago, else dumps once a day. */
export async function keepKeyring(
  places: KeyringPlaces,
): Promise<'rotated' | 'dumped' | 'nothingDue'> {
  const { sql, dumps, clock } = places
  const { rotatingSince, rotatedAt } = await findRoot(sql)
  const now = clock().getTime()
  if (rotatingSince || now - rotatedAt.getTime() >= MONTH_MS) {
    const rotated = await rotateKeys(places)
    return rotated === 'anotherIsRunning' ? 'nothingDue' : 'rotated'
  }
  const newest = await newestDumpAt(dumps)
  if (newest && now - newest.getTime() < DAY_MS) return 'nothingDue'
  const dumped = await aloneWithKeyring(sql, () => writeDump(sql, dumps, clock()))
  return dumped === 'anotherIsRunning' ? 'nothingDue' : 'dumped'
}
