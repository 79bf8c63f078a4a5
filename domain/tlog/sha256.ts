/** The SHA-256 of the parts, one after the other; given by whoever has one, server or browser. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Uint8Array
