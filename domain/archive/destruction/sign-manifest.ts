import { no, ok, type Result } from '../../result.ts'
import {
  type Acting,
  type Batch,
  holderOf,
  isOnPanel,
  isProven,
  standingSignature,
  wearsHatOfSeat,
  withSignature,
} from './batch.ts'
import { lackingPapers, PAPERS_OF_PANEL, type PapersLacking } from './paper.ts'
import { PANEL, PANEL_NEEDED } from './seat.ts'

export type SigningRefused =
  | { kind: 'notItsTime' }
  | { kind: 'notOnPanel' }
  | { kind: 'otherHat' }
  | { kind: 'alreadySigned'; at: Date }
  | { kind: 'listChanged' }
  | { kind: 'nothingLeft' }
  | { kind: 'unappraised'; count: number }
  | PapersLacking
  | { kind: 'proofDue' }

/** `seen`: the SHA-256 of the list that was on the page; open items, and those nobody appraised. */
export type Signing = {
  by: Acting
  seen: string
  open: number
  unappraised: number
  now: Date
}

/** T18: each member signs this very list; with the last of at least three it is recommended. */
export function signManifest(
  batch: Batch,
  { by, seen, open, unappraised, now }: Signing,
): Result<Batch, SigningRefused> {
  if (!isOnPanel(batch, by.person)) return no({ kind: 'notOnPanel' })
  if (!wearsHatOfSeat(batch, by)) return no({ kind: 'otherHat' })
  if (batch.state !== 'appraising') return no({ kind: 'notItsTime' })
  const signed = standingSignature(batch, by.person)
  if (signed) return no({ kind: 'alreadySigned', at: signed.at })
  if (seen !== batch.manifest.sha256) return no({ kind: 'listChanged' })
  if (open === 0) return no({ kind: 'nothingLeft' })
  if (unappraised > 0) return no({ kind: 'unappraised', count: unappraised })
  const lacking = lackingPapers(PAPERS_OF_PANEL, batch)
  if (lacking) return no(lacking)
  if (!isProven(by, now)) return no({ kind: 'proofDue' })
  const next = withSignature(batch, by, now)
  return ok(isRecommended(next) ? { ...next, state: 'proposed', since: now } : next)
}

/** Chair, originating unit and archivist sit there, and everybody on the panel signed. */
export function isRecommended(batch: Batch): boolean {
  const panel = batch.parties.filter(({ seat }) => PANEL.includes(seat))
  return (
    PANEL_NEEDED.every((seat) => holderOf(batch, seat)) &&
    panel.every(({ person }) => standingSignature(batch, person))
  )
}
