import { after } from '../../instant.ts'
import { oneLine } from '../../one-line.ts'
import { no, ok, type Result } from '../../result.ts'
import type { ShareTerms } from './share.ts'

/** As typed; `days` from now. */
export type TypedTerms = { recipient: string; purpose: string; days: string; uses: string }

export type TermsProblem =
  | { kind: 'recipientMissing' }
  | { kind: 'purposeMissing' }
  | { kind: 'badDays' }
  | { kind: 'badUses' }

export const RECIPIENT_MOST = 100
export const PURPOSE_MOST = 200
export const DAYS_MOST = 30
export const USES_MOST = 50

const RECIPIENT_LEAST = 3
const PURPOSE_LEAST = 5
const DAY = 24 * 3600

/** A link without a name and a purpose would be one to everybody for everything. */
export function readTerms(typed: TypedTerms, now: Date): Result<ShareTerms, TermsProblem> {
  const recipient = oneLine(typed.recipient, RECIPIENT_MOST)
  if ([...recipient].length < RECIPIENT_LEAST) return no({ kind: 'recipientMissing' })
  const purpose = oneLine(typed.purpose, PURPOSE_MOST)
  if ([...purpose].length < PURPOSE_LEAST) return no({ kind: 'purposeMissing' })
  const limits = readLimits(typed, now)
  return limits.ok ? ok({ recipient, purpose, ...limits.value }) : limits
}

/** What may be changed later. */
export function readLimits(
  { days, uses }: Pick<TypedTerms, 'days' | 'uses'>,
  now: Date,
): Result<Pick<ShareTerms, 'until' | 'usesAllowed'>, TermsProblem> {
  const long = wholeFrom1(days, DAYS_MOST)
  if (long === undefined) return no({ kind: 'badDays' })
  const usesAllowed = wholeFrom1(uses, USES_MOST)
  if (usesAllowed === undefined) return no({ kind: 'badUses' })
  return ok({ until: after(now, long * DAY), usesAllowed })
}

/** No link is older than that, however often it was changed. */
export function longestUntil(madeAt: Date): Date {
  return after(madeAt, DAYS_MOST * DAY)
}

function wholeFrom1(text: string, most: number): number | undefined {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return number >= 1 && number <= most ? number : undefined
}
