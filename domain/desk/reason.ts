import type { Brand } from '../brand.ts'
import { no, ok, type Result } from '../result.ts'

/** Why somebody acts for another; the person concerned reads it (R-AU-02). */
export type Reason = Brand<string, 'Reason'>

export type ReasonProblem = { kind: 'reasonTooShort'; length: number } | { kind: 'reasonTooLong' }

export const REASON_LEAST = 20
export const REASON_MOST = 1000

/**
 * 20 to 1,000 characters on one line, as people count them; neither spaces nor what nobody sees make a
 * reason, and nothing turns around the text that follows it on a page.
 */
export function parseReason(text: string): Result<Reason, ReasonProblem> {
  const reason = text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ')
    .trim()
  const { length } = [...reason.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')]
  if (length < REASON_LEAST) return no({ kind: 'reasonTooShort', length })
  if ([...reason].length > REASON_MOST) return no({ kind: 'reasonTooLong' })
  return ok(reason as Reason)
}
