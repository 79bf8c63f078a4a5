/** Of well-formed text alone: half of a pair has no UTF-8 and is thrown out. */
export function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  const escaped = encodeURIComponent(text)
  const bytes = new Uint8Array(escaped.length)
  let count = 0
  for (let at = 0; at < escaped.length; at += 1) {
    const isEscape = escaped[at] === '%'
    bytes[count] = isEscape
      ? Number.parseInt(escaped.slice(at + 1, at + 3), 16)
      : escaped.charCodeAt(at)
    if (isEscape) at += 2
    count += 1
  }
  return bytes.slice(0, count)
}

/** Undefined where the bytes are no valid UTF-8. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`)
  try {
    return decodeURIComponent(escaped.join(''))
  } catch {
    return undefined
  }
}
