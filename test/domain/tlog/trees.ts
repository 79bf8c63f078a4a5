import { createHash } from 'node:crypto'
import { rootOf } from '#domain/tlog/tree.ts'
import { utf8Bytes } from '#domain/tlog/utf8.ts'

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

export function filled<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('nothing there')
  return value
}

/** The same that the Go programs wrote for their vectors. */
export function entry(index: number): Uint8Array {
  return utf8Bytes(`entry ${index}`)
}

export function entries(size: number): Uint8Array[] {
  return Array.from({ length: size }, (_, index) => entry(index))
}

/** By the definition of RFC 6962 alone, for comparing. */
export function naiveRoot(size: number): Uint8Array {
  return rootOf(sha256, entries(size))
}
