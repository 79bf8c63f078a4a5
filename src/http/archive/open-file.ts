import { sealContext } from '#domain/archive/seal-context.ts'
import { after } from '#domain/instant.ts'
import type { Deps } from '../../deps.ts'
import {
  type CopyKey,
  type FoundCopy,
  findCopies,
  hastenLook,
} from '../../store/archive/found-copies.ts'
import { type OpenedFile, type Opening, openSealed } from './open-sealed.ts'

/** All that it needs, for the jobs too. */
type FileOpening = Opening & Pick<Deps, 'sql' | 'keyring' | 'care' | 'clock'>

/** So long nobody asks again what a look has just found. */
const LOOKED_SECONDS = 60

/**
 * Whoever asks for it was admitted before (`admitReader`). Where no copy opens all are read, which
 * mends what can be mended and tells people of the rest; undefined then, or where the key is gone.
 */
export async function openFile(deps: FileOpening, file: CopyKey): Promise<OpenedFile | undefined> {
  const key = await deps.keyring.openVersionKey(deps.keyring.sql, file.version)
  if (!key) return undefined
  const bad: FoundCopy[] = []
  const onBad = async (copy: FoundCopy) => {
    bad.push(copy)
    await hastenLook(deps.sql, copy, deps.clock())
  }
  const context = sealContext(file.kind, file.version, file.page)
  const openAny = async () =>
    openSealed(deps, { copies: await findCopies(deps.sql, file), key, context, onBad })
  const opened = await openAny()
  const since = after(deps.clock(), -LOOKED_SECONDS)
  if (opened || !bad.some(({ checkedAt }) => !checkedAt || checkedAt < since)) return opened
  await deps.care(file.version)
  return openAny()
}
