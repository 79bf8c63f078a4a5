import type { Brand } from '../brand.ts'

export type CaptchaId = Brand<string, 'CaptchaId'>

/** One security check of one source, passed once or never (R-CA-01). */
export type Captcha = OpenCaptcha | WaitingCaptcha

export type OpenCaptcha = Asked & { state: 'open' }
export type WaitingCaptcha = Asked & { state: 'waiting'; until: Date }

/** `wrong` counts the answers that did not match. */
type Asked = { id: CaptchaId; wrong: number; expiresAt: Date }

/** Hashes that a browser must find: `parts` of them, each with `bits` leading zeros. */
export const PROOF = { parts: 8, bits: 13 } as const

export const LIFETIME_MS = 10 * 60_000
export const WAIT_MS = 60_000
export const MAX_WRONG = 3

/** A version 4 UUID, as PostgreSQL makes and prints it. */
export function parseCaptchaId(text: string): CaptchaId | undefined {
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  return shape.test(text) ? (text as CaptchaId) : undefined
}
