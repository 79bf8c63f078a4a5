/**
 * The same bytes in blocks of `size`; the last one is shorter, perhaps empty. Each lies where the one before
 * lay, so it is to be used up before the next is asked for: memory that is let go by the megabyte makes
 * the collector go through all the rest.
 */
export async function* blocksOf(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Buffer> {
  const block = Buffer.allocUnsafe(size)
  let filled = 0
  for await (const chunk of source)
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + size - filled)
      block.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < size) continue
      yield block
      filled = 0
    }
  yield block.subarray(0, filled)
}

/** Of few bytes only. */
export async function wholeOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}
