import { ScureBase32Plugin } from 'otplib'

const alphabet = new ScureBase32Plugin()

/** RFC 4648 without padding, as authenticator apps want it. */
export function base32(bytes: Buffer): string {
  return alphabet.encode(bytes, { padding: false })
}
