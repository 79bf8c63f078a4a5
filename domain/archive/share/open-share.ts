import { after, earliest } from '../../instant.ts'
import type { Readable } from '../access.ts'
import { isStaying } from './make-share.ts'
import { type OpenShare, type Share, type ShareStanding, standingOf } from './share.ts'

/** `pin`: how what was typed compares; `openUntil`: this browser has it open already. */
export type Opening = { pin: 'missing' | 'right' | 'wrong'; openUntil: Date | undefined }

export type ShareOutcome =
  | { kind: 'opened'; until: Date }
  | Exclude<ShareStanding, { kind: 'open' }>
  | { kind: 'pinMissing' }
  | { kind: 'pinWrong'; left: number }

export const PIN_TRIES = 5

const OPEN_SECONDS = 3600

/**
 * Whoever has the link opens it in a browser for an hour, which is one use of it; opening it again
 * meanwhile makes that no longer. A wrong PIN counts for as long as the link lives: six digits hold out
 * no longer. Its outcome is kept whatever it is.
 */
export function tryShare(
  share: Share,
  { pin, openUntil }: Opening,
  now: Date,
): { outcome: ShareOutcome; share: Share } {
  const standing = standingOf(share, now)
  const goesOn = standing.kind === 'usedUp' && openUntil
  if (share.state === 'ended' || (standing.kind !== 'open' && !goesOn))
    return { outcome: standing as ShareOutcome, share }
  if (share.wrongPins !== undefined && pin !== 'right') return refusePin(share, pin, now)
  const until = earliest(openUntil ?? after(now, OPEN_SECONDS), share.until)
  return { outcome: { kind: 'opened', until }, share: openUntil ? share : used(share) }
}

function used(share: OpenShare): OpenShare {
  return { ...share, uses: share.uses + 1 }
}

function refusePin(share: OpenShare, pin: 'missing' | 'wrong', now: Date) {
  if (pin === 'missing') return { outcome: { kind: 'pinMissing' } as const, share }
  const wrongPins = (share.wrongPins ?? 0) + 1
  const left = PIN_TRIES - wrongPins
  if (left > 0)
    return { outcome: { kind: 'pinWrong', left } as const, share: { ...share, wrongPins } }
  const because = 'wrongPins' as const
  return {
    outcome: { kind: 'ended', because, at: now } as const,
    share: { ...share, wrongPins, state: 'ended' as const, because, endedAt: now },
  }
}

/** Each is a line that its owner reads; what breaks off and goes on is none. */
const DOWNLOADS_AN_OPENING = 10

/** Nobody without an account makes the owner's log so long that the others who read are not seen in it. */
export function mayDownloadAgain(downloads: number): boolean {
  return downloads < DOWNLOADS_AN_OPENING
}

/**
 * Asked anew before every byte, whatever was opened before: a link that ended is shut at once, for
 * those too who are reading.
 */
export function mayReadShared(
  share: Share,
  { version, stage }: Pick<Readable, 'version' | 'stage'>,
  now: Date,
): boolean {
  const standing = standingOf(share, now)
  const isOpen = standing.kind === 'open' || standing.kind === 'usedUp'
  const wasVerified = version.status === 'verified' || version.status === 'superseded'
  return isOpen && wasVerified && version.scan !== 'scanFound' && isStaying(stage)
}
