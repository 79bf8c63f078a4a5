import { hkdfSync } from 'node:crypto'

const KEY = 32

/**
 * The key of a bag, made of those of all versions in it, in the order of their ids, and kept nowhere: it
 * is gone as soon as one of them is, from every copy of the bag (archive.md 5.3).
 */
export function bagKeyOf(keys: readonly Buffer[], bag: string): Buffer {
  if (keys.length === 0) throw new Error('a bag of nothing has no key')
  return Buffer.from(hkdfSync('sha512', Buffer.concat(keys), '', `archive/v1/bag ${bag}`, KEY))
}
