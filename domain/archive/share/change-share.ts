import { type AccountHold, isHeld } from '../../account/hold.ts'
import { earliest } from '../../instant.ts'
import { no, ok, type Result } from '../../result.ts'
import { MOST_OPEN, TOO_MANY_SHARES } from './make-share.ts'
import {
  type EndedShare,
  type OpenShare,
  type Share,
  type ShareEnding,
  type ShareTerms,
  standingOf,
} from './share.ts'
import { longestUntil } from './terms.ts'

export type ShareChangeRefused =
  | { kind: 'held'; hold: AccountHold }
  | { kind: 'alreadyEnded'; because: ShareEnding }
  | { kind: 'tooOld' }
  | { kind: 'fewerThanUsed'; uses: number }
  | { kind: 'tooManyShares'; most: number }

/** `openShares`: as when one is made. */
export type ShareChange = {
  limits: Pick<ShareTerms, 'until' | 'usesAllowed'>
  hold: AccountHold | undefined
  openShares: number
  now: Date
}

/** One that expired or was used up opens again so; never later than a month after it was made. */
export function changeShare(
  share: Share,
  { limits, hold, openShares, now }: ShareChange,
): Result<OpenShare, ShareChangeRefused> {
  if (isHeld(hold, now)) return no({ kind: 'held', hold })
  if (share.state === 'ended') return no({ kind: 'alreadyEnded', because: share.because })
  const longest = longestUntil(share.madeAt)
  if (now >= longest) return no({ kind: 'tooOld' })
  if (limits.usesAllowed < share.uses) return no({ kind: 'fewerThanUsed', uses: share.uses })
  const isOpen = standingOf(share, now).kind === 'open'
  if (!isOpen && openShares >= MOST_OPEN) return no(TOO_MANY_SHARES)
  return ok({ ...share, ...limits, until: earliest(limits.until, longest) })
}

/** By its person at any time, also under a hold of the account: it takes away and gives nothing. */
export function endShare(
  share: Share,
  now: Date,
): Result<EndedShare, Extract<ShareChangeRefused, { kind: 'alreadyEnded' }>> {
  if (share.state === 'ended') return no({ kind: 'alreadyEnded', because: share.because })
  return ok({ ...share, state: 'ended', because: 'person', endedAt: now })
}
