const KEYWORD = 'obj'
/** How far back a number and a generation are looked for, with comments between. */
const REACH = 1024
const BEFORE = /(?<!\d)\d+(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])+\d+(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])+$/

/**
 * Whether something in the file looks like an object where a reading from front to back saw none:
 * inside a stream, a string or a comment. A table of the file may point there, and then a reader
 * opens what no check has seen.
 */
export function hasHiddenObject(bytes: Buffer, starts: ReadonlySet<number>): boolean {
  for (let at = bytes.indexOf(KEYWORD); at >= 0; at = bytes.indexOf(KEYWORD, at + 1)) {
    const from = Math.max(0, at - REACH)
    const header = BEFORE.exec(bytes.toString('latin1', from, at))
    if (header && !starts.has(from + header.index)) return true
  }
  return false
}
