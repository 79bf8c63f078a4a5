import { groupedVerificationCode, type VerificationCode } from '#domain/verification/code.ts'
import { qrSquares } from '#src/secrets/qr.ts'
import type { ShownMark } from '#views/verification/mark.tsx'
import { linkOf } from '#views/verification/verification-link.ts'

const ORIGIN = 'https://asn.example.go.id'
const HEX = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

/** As they are on paper; no log has them. */
export const someCode = { kind: 'document', index: 123_456_789, salt: HEX } as const

export const someListCode = { ...someCode, kind: 'list', manifest: HEX } as const

export const SOME_CHECKPOINT = `asn.example.go.id/log
123456800
n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=

— asn.example.go.id/log Nv+A/Jz3Uj1pzV0mbbOHEJUbMKqGoSRLkGxqUJWrSI8tY2sCgu1mjWYpIbV7kHBBnLXR7a9lNGs0V3mDkzMPvJbuxw0=
`

export function someMark(code: VerificationCode): ShownMark {
  return { squares: qrSquares(linkOf(ORIGIN, code)), code: groupedVerificationCode(code) }
}
