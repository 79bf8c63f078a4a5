import type { Allowance } from '../throttle/allowance.ts'

/** What anybody may ask, from one address and from its neighbourhood: guessing files must not pay. */
export type CheckKind = 'standing' | 'fingerprint' | 'upload'

export const CHECK_LIMITS: Record<CheckKind, { alone: Allowance; network: Allowance }> = {
  standing: { alone: { times: 120, seconds: 60 }, network: { times: 600, seconds: 60 } },
  fingerprint: { alone: { times: 30, seconds: 60 }, network: { times: 150, seconds: 60 } },
  upload: { alone: { times: 10, seconds: 600 }, network: { times: 50, seconds: 600 } },
}
