import type { VersionId } from '#domain/archive/version.ts'
import type { Deps } from '../../deps.ts'
import { openFile } from './open-file.ts'

/** More than the checks of a file keep of a page. */
const MOST_BYTES = 512 * 1024

/**
 * What stands on a page. Undefined where no copy of it opens to its end, which whoever opens it has told
 * of by then.
 */
export async function readPageText(
  deps: Deps,
  version: VersionId,
  page: number,
): Promise<string | undefined> {
  const file = await openFile(deps, { version, kind: 'text', page })
  if (!file || file.bytes > MOST_BYTES) return undefined
  const parts: Uint8Array[] = []
  try {
    for await (const part of await file.read(0, file.bytes)) parts.push(part)
  } catch {
    return undefined
  }
  return Buffer.concat(parts).toString('utf8')
}
