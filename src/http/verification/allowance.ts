import { addressFactor } from '#domain/throttle/network.ts'
import {
  ALL_FINGERPRINTS,
  CHECK_LIMITS,
  type CheckKind,
  FINGERPRINTS_A_SHARE,
} from '#domain/verification/limits.ts'
import type { Deps, Visit } from '../../deps.ts'
import { type SpendShared, spendAllowance, spendInShares } from '../../store/allowances.ts'

export function fingerprintsOf({ sql, vault }: Pick<Deps, 'sql' | 'vault'>): SpendShared {
  const key = vault.throttleKey('check fingerprint', 'everybody')
  return spendInShares(sql, key, ALL_FINGERPRINTS, FINGERPRINTS_A_SHARE)
}

export type Slowed = { kind: 'slowed'; until: Date }

/** Undefined where this address, its neighbourhood and everybody together may ask once more. */
export async function checkedTooOften(
  { sql, vault, site, clock, spendFingerprint }: Deps,
  { address, alone, network }: Visit,
  kind: CheckKind,
): Promise<Slowed | undefined> {
  const factor = addressFactor(site.isOffice(address))
  const limits = CHECK_LIMITS[kind]
  const places = [
    { key: vault.throttleKey(`check ${kind} alone`, alone), limit: limits.alone },
    { key: vault.throttleKey(`check ${kind} network`, network), limit: limits.network },
  ]
  for (const { key, limit } of places) {
    const allowance = { ...limit, times: limit.times * factor }
    const spent = await spendAllowance(sql, key, allowance, clock())
    if (!spent.ok) return spent.problem
  }
  const whole = kind === 'fingerprint' ? await spendFingerprint(clock()) : undefined
  return whole && !whole.ok ? whole.problem : undefined
}
