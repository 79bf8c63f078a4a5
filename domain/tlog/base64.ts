const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Standard Base 64 with its padding, RFC 4648 section 4. */
export function base64Text(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]
    const filled = Math.min(3, bytes.length - at) + 1
    text += four.map((six, place) => (place < filled ? LETTERS[six] : '=')).join('')
  }
  return text
}

/** Only the one text that `base64Text` writes for these bytes: no blanks, no stray last bits. */
export function parseBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
    return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3)
  for (let at = 0; at < text.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = Array.from(text.slice(at, at + 4), sixOf)
    bytes.set([(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d], (at / 4) * 3)
  }
  const read = bytes.slice(0, bytes.length - padding)
  return base64Text(read) === text ? read : undefined
}

function sixOf(letter: string): number {
  return letter === '=' ? 0 : LETTERS.indexOf(letter)
}
