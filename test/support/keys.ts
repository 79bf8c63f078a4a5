import type { KeyRing, Keys } from '#src/secrets/keys.ts'

/** Keys that are the same in every run; a test names only what it is about. */
export function someKeys(keys: Partial<Keys> = {}): Keys {
  return { pepper: ring('p1', 1), seeds: ring('s1', 2), tokens: someKey(3), ...keys }
}

/** As after a rotation: the keys of `before` are kept, the new one is used. */
export function rotated(before: KeyRing, id: string, fill: number): KeyRing {
  return { current: id, keys: { ...before.keys, [id]: someKey(fill) } }
}

function ring(id: string, fill: number): KeyRing {
  return { current: id, keys: { [id]: someKey(fill) } }
}

function someKey(fill: number): Buffer {
  return Buffer.alloc(32, fill)
}
