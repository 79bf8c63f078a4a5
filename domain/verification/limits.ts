import type { Allowance } from '../throttle/allowance.ts'

/** What anybody may ask, from one address and from its neighbourhood: guessing files must not pay. */
export type CheckKind = 'standing' | 'fingerprint' | 'upload'

/**
 * Of all files that are asked for by their hash, wherever from: whoever has many neighbourhoods, as IPv6 gives
 * them away, is held up by this alone. A hundred a second are no work for a database, and more than all counters of
 * all banks ask.
 */
export const ALL_FINGERPRINTS: Allowance = { times: 360_000, seconds: 3600 }
export const FINGERPRINTS_A_SHARE = 100

export const CHECK_LIMITS: Record<CheckKind, { alone: Allowance; network: Allowance }> = {
  standing: { alone: { times: 120, seconds: 60 }, network: { times: 600, seconds: 60 } },
  fingerprint: { alone: { times: 30, seconds: 60 }, network: { times: 150, seconds: 60 } },
  upload: { alone: { times: 10, seconds: 600 }, network: { times: 50, seconds: 600 } },
}
