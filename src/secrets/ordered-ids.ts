import { randomFillSync } from 'node:crypto'

const RANDOM_BYTES = 8
const POOL_BYTES = 4096 * RANDOM_BYTES
/** RFC 9562 5.7: 48 bits of milliseconds, then 12 that count within one. */
const COUNTER_BITS = 12n

/**
 * Makes ids of which each is greater than the one before (UUID version 7): whole indexes of them
 * grow at their end, where a random one would open another page each time.
 */
export function makeOrderedIds(now: Date): () => string {
  const pool = Buffer.alloc(POOL_BYTES)
  let used = POOL_BYTES
  let count = BigInt(now.getTime()) << COUNTER_BITS
  return () => {
    if (used === POOL_BYTES) {
      randomFillSync(pool)
      used = 0
    }
    const random = pool.toString('hex', used, used + RANDOM_BYTES)
    used += RANDOM_BYTES
    count += 1n
    const time = count.toString(16).padStart(15, '0')
    const variant = ((Number.parseInt(random.charAt(0), 16) & 0x3) | 0x8).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${time.slice(12)}-${variant}${random.slice(1, 4)}-${random.slice(4)}`
  }
}
