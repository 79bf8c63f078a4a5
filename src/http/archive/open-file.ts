import { sealContext } from '#domain/archive/seal-context.ts'
import type { Deps, Report } from '../../deps.ts'
import { type CopyKey, type FoundCopy, findCopies } from '../../store/archive/found-copies.ts'

/** `read`: bytes `from` up to and without `to`, none of them before it was found right. */
export type OpenedFile = {
  bytes: number
  read: (from: number, to: number) => Promise<AsyncIterable<Uint8Array>>
}

/** All that it needs, for the jobs too. */
type Opening = Pick<Deps, 'sql' | 'keyring' | 'blobs'> & { report: Pick<Report, 'problem'> }

/**
 * Whoever asks for it was admitted before (`admitReader`). From whichever copy opens; undefined where
 * none does, or the key is gone.
 */
export async function openFile(deps: Opening, file: CopyKey): Promise<OpenedFile | undefined> {
  const key = await deps.keyring.openVersionKey(deps.keyring.sql, file.version)
  if (!key) return undefined
  const context = sealContext(file.kind, file.version, file.page)
  for (const copy of await findCopies(deps.sql, file)) {
    const opened = await tryCopy(deps, copy, { key, context })
    if (opened) return opened
  }
  return undefined
}

type Sealed = { key: Buffer; context: string }

/** A copy whose last chunk does not open is none, and its store may be away: the next one is tried. */
async function tryCopy(
  { blobs, report }: Opening,
  { store: name, object }: FoundCopy,
  { key, context }: Sealed,
): Promise<OpenedFile | undefined> {
  const store = blobs.named(name)
  if (!store) return undefined
  const open = (from: number, to: number) =>
    blobs.openFrom(store, { object, key, context }, { from, to })
  try {
    const whole = await blobs.openFrom(store, { object, key, context })
    if (!whole) return undefined
    const proof = await open(0, Math.min(1, whole.bytes))
    if (!proof) return undefined
    for await (const _ of proof.content);
    return {
      bytes: whole.bytes,
      read: async (from, to) => (await open(from, to))?.content ?? gone(),
    }
  } catch (problem) {
    report.problem(problem, 'archive')
    return undefined
  }
}

function gone(): never {
  throw new Error('the object has gone meanwhile')
}
