import { ScureBase32Plugin } from 'otplib'

const alphabet = new ScureBase32Plugin()

/** RFC 4648 without padding, as authenticator apps want it. */
export function base32(bytes: Buffer): string {
  return alphabet.encode(bytes, { padding: false })
}

/** Undefined where the text is not base32; padding, case and spaces do not count. */
export function bytesOfBase32(text: string): Buffer | undefined {
  try {
    return Buffer.from(alphabet.decode(text.replace(/[\s=]/g, '').toUpperCase()))
  } catch {
    return undefined
  }
}
