import { after } from '../instant.ts'

/** `wasPutAside`: by an activation after a reset, not removed by its owner. */
export type DeviceHistory = {
  verifiedAt: Date
  retiredAt: Date | undefined
  wasPutAside: boolean
}

/** As long as a link *Bukan saya* serves, so long ago may what it reports have happened. */
const REPORTED_SECONDS = 48 * 3600
const PUT_ASIDE_SECONDS = 7 * 24 * 3600

/**
 * Whether a device may open a frozen account (2.8): it is older than anything that the report may
 * have been about, whichever of several notices its owner opened; one that a reactivation put aside
 * since then counts for seven days.
 */
export function opensFrozen(
  { verifiedAt, retiredAt, wasPutAside }: DeviceHistory,
  frozenAt: Date,
  now: Date,
): boolean {
  const reported = after(frozenAt, -REPORTED_SECONDS)
  if (verifiedAt >= reported) return false
  if (retiredAt === undefined) return true
  return wasPutAside && retiredAt >= reported && now < after(retiredAt, PUT_ASIDE_SECONDS)
}
