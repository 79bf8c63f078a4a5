import { createHash } from 'node:crypto'

/** RFC 6962: a leaf never hashes like an inner node. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves
  if (!first) return createHash('sha256').digest()
  if (leaves.length === 1) return hash(0, first)
  const half = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1)
  return hash(1, merkleRoot(leaves.slice(0, half)), merkleRoot(leaves.slice(half)))
}

function hash(prefix: 0 | 1, ...parts: Buffer[]): Buffer {
  const one = createHash('sha256').update(Buffer.from([prefix]))
  for (const part of parts) one.update(part)
  return one.digest()
}
