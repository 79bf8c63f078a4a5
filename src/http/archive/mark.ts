import { groupedVerificationCode, type VerificationCode } from '#domain/verification/code.ts'
import type { ShownMark } from '#views/verification/mark.tsx'
import { linkOf } from '#views/verification/verification-link.ts'
import type { Deps } from '../../deps.ts'

/** To be scanned by whoever holds the page; nothing of it is sent when they open it. */
export function markOf({ vault, site }: Deps, code: VerificationCode): ShownMark {
  const squares = vault.qrSquares(linkOf(site.origin, code))
  return { squares, code: groupedVerificationCode(code) }
}
