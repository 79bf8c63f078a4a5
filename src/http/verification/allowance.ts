import { addressFactor } from '#domain/throttle/network.ts'
import { CHECK_LIMITS, type CheckKind } from '#domain/verification/limits.ts'
import type { Deps, Visit } from '../../deps.ts'
import { spendAllowance } from '../../store/allowances.ts'

export type Slowed = { kind: 'slowed'; until: Date }

/** Undefined where this address, and its neighbourhood, may ask once more. */
export async function checkedTooOften(
  { sql, vault, site, clock }: Deps,
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
  return undefined
}
