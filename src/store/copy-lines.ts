import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { TransactionSql } from './database.ts'

/**
 * Takes lines of COPY as they are made, and no faster than the server takes them. The driver never ends
 * a COPY that is refused after its last line, so nobody waits for that end: the next statement of the
 * transaction comes after it, and fails where it failed.
 */
export async function copyLines(
  tx: TransactionSql,
  copy: Writable,
  lines: AsyncIterable<string>,
): Promise<void> {
  copy.on('error', () => {})
  const source = Readable.from(lines, { objectMode: true, highWaterMark: 1 })
  await pipeline(source, copy, { end: false }).catch((problem) => {
    copy.destroy(problem)
    throw problem
  })
  await new Promise((written) => copy.write('', written))
  copy.end()
  await setImmediate()
  await tx`select`
}
