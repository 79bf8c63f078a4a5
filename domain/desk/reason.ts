import type { Brand } from '../brand.ts'
import { no, ok, type Result } from '../result.ts'

/** Why somebody acts for another; the person concerned reads it (R-AU-02). */
export type Reason = Brand<string, 'Reason'>

export type ReasonProblem = { kind: 'reasonTooShort'; length: number } | { kind: 'reasonTooLong' }

export const REASON_LEAST = 20
export const REASON_MOST = 1000

/** 20 to 1,000 characters on one line, as people count them; spaces do not make a reason. */
export function parseReason(text: string): Result<Reason, ReasonProblem> {
  const reason = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const length = [...reason].length
  if (length < REASON_LEAST) return no({ kind: 'reasonTooShort', length })
  if (length > REASON_MOST) return no({ kind: 'reasonTooLong' })
  return ok(reason as Reason)
}
