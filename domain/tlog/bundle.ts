import { no, ok, type Result } from '../result.ts'
import { joinBytes } from './bytes.ts'
import { TILE_WIDTH } from './tile.ts'

export type BundleProblem = 'truncated' | 'tooMany'

const LONGEST = 0xffff

/** Each entry after its length in two bytes, the higher first. */
export function writeBundle(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  if (entries.length > TILE_WIDTH || entries.some(({ length }) => length > LONGEST))
    throw new RangeError('too much for one bundle')
  return joinBytes(
    entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]),
  )
}

export function readBundle(bytes: Uint8Array): Result<Uint8Array[], BundleProblem> {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const [high, low] = bytes.subarray(at, at + 2)
    if (high === undefined || low === undefined) return no('truncated')
    const end = at + 2 + high * 256 + low
    if (end > bytes.length) return no('truncated')
    entries.push(bytes.slice(at + 2, end))
    at = end
  }
  return entries.length > TILE_WIDTH ? no('tooMany') : ok(entries)
}
