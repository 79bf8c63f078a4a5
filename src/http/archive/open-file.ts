import { sealContext } from '#domain/archive/seal-context.ts'
import { after } from '#domain/instant.ts'
import type { Deps } from '../../deps.ts'
import {
  type CopyKey,
  type FoundCopy,
  findCopies,
  hastenLook,
} from '../../store/archive/found-copies.ts'
import { isLost } from '../../store/archive/losses.ts'
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
  if (!key || (await isStillLost(deps, file))) return undefined
  const bad: FoundCopy[] = []
  const onBad = async (copy: FoundCopy) => {
    bad.push(copy)
    await hastenLook(deps.sql, copy, deps.clock())
  }
  const context = sealContext(file.kind, file.version, file.page)
  const openAny = async () =>
    openSealed(deps, { copies: await findCopies(deps.sql, file), key, context, onBad })
  const opened = await openAny()
  if (opened || !bad.some(isLookDue(deps))) return opened
  await deps.care(file.version)
  return openAny()
}

/** One whose end opens may be bad in its middle everywhere: nobody is given the half of it. */
async function isStillLost(deps: FileOpening, file: CopyKey): Promise<boolean> {
  if (!(await isLost(deps.sql, file))) return false
  const copies = await findCopies(deps.sql, file)
  // Of all of them at once: a store that is away stays due, and whoever asks again would have all read again.
  if (!copies.every(isLookDue(deps))) return true
  await deps.care(file.version)
  return isLost(deps.sql, file)
}

function isLookDue({ clock }: FileOpening) {
  const since = after(clock(), -LOOKED_SECONDS)
  return ({ checkedAt }: FoundCopy) => !checkedAt || checkedAt < since
}
