import { type AccountHold, isHeld } from '../../account/hold.ts'
import { no, ok, type Result } from '../../result.ts'
import type { Stage } from '../record.ts'
import type { Version } from '../version.ts'
import type { OpenShare, ShareId, ShareTerms } from './share.ts'

/** `openShares`: how many links of this person can be opened now. */
export type Sharing = {
  id: ShareId
  terms: ShareTerms
  hasPin: boolean
  hold: AccountHold | undefined
  openShares: number
  now: Date
}

export type ShareRefused =
  | { kind: 'held'; hold: AccountHold }
  | { kind: 'notVerified' }
  | { kind: 'recordEnding' }
  | { kind: 'tooManyShares'; most: number }

/** More than anybody needs at a time, and few enough to look through. */
export const MOST_OPEN = 20

export const TOO_MANY_SHARES = { kind: 'tooManyShares', most: MOST_OPEN } as const

/** T30: what was verified and stays, by its own person, whose account was not just taken over (R-RS-07). */
export function makeShare(
  version: Version,
  stage: Stage,
  { id, terms, hasPin, hold, openShares, now }: Sharing,
): Result<OpenShare, ShareRefused> {
  if (isHeld(hold, now)) return no({ kind: 'held', hold })
  if (version.status !== 'verified' || version.scan === 'scanFound')
    return no({ kind: 'notVerified' })
  if (!isStaying(stage)) return no({ kind: 'recordEnding' })
  if (openShares >= MOST_OPEN) return no(TOO_MANY_SHARES)
  const { person, record, id: of } = version
  const wrongPins = hasPin ? 0 : undefined
  const begun = { madeAt: now, uses: 0, wrongPins, state: 'open' } as const
  return ok({ ...terms, ...begun, id, person, record, version: of })
}

/** T21 ends it: nobody is to read what is being destroyed. */
export function isStaying(stage: Stage): boolean {
  return stage !== 'destroying' && stage !== 'destroyed' && stage !== 'transferred'
}
