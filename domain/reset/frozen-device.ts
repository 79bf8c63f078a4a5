import { after } from '../instant.ts'
import { isNotMeLive } from '../notice/not-me.ts'
import type { MfaResetWay } from './mfa-reset.ts'

/** `wasPutAside`: by an activation after a reset, not removed by its owner. */
export type DeviceHistory = {
  verifiedAt: Date
  retiredAt: Date | undefined
  wasPutAside: boolean
}

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
  const mayBeReported = (moment: Date) => isNotMeLive(moment, frozenAt)
  if (mayBeReported(verifiedAt)) return false
  if (retiredAt === undefined) return true
  return wasPutAside && mayBeReported(retiredAt) && now < after(retiredAt, PUT_ASIDE_SECONDS)
}

/**
 * Whether the devices that go may still open a frozen account (2.8). Not where a recovery code has
 * sent them away: that is a second factor, like the code by which an owner removes a stolen phone.
 */
export function putsAside(by: MfaResetWay | undefined): boolean {
  return by !== 'recoveryCode'
}
