import type { Writable } from 'node:stream'
import type { Child } from './killable.ts'

/** What comes while the child's time stands still: it is not to blame for a slow store. */
export async function* unhurried<Part>(
  child: Child,
  source: AsyncIterable<Part>,
): AsyncGenerator<Part> {
  const parts = source[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await child.pausing(() => parts.next())
      if (next.done) return
      yield next.value
    }
  } finally {
    await parts.return?.()
  }
}

/** Resolves once the child has taken the bytes; no, when it takes none any more. */
export function give(input: Writable, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => input.write(bytes, (problem) => resolve(!problem)))
}
