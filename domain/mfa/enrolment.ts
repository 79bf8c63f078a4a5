import { after } from '../instant.ts'
import { no, ok, type Result } from '../result.ts'
import type { DeviceId } from './device.ts'
import { type Diagnosis, describeOffset, nearest } from './diagnosis.ts'
import type { OldQr } from './otp.ts'
import { stepAt } from './step.ts'

/** A secret shown as QR code, not yet verified; `id` becomes the device's. */
export type Enrolment = { id: DeviceId; startedAt: Date; expiresAt: Date }

export type EnrolmentRefused =
  | Diagnosis
  | { kind: 'expired' }
  | { kind: 'oldQr'; oldQr: OldQr }
  | { kind: 'wrong' }

/** The code that verified a device counts as used (R-OT-02), and starts what is learned of its clock. */
export type VerifiedDevice = { id: DeviceId; lastStep: number; drift: number; verifiedAt: Date }

const PENDING_SECONDS = 15 * 60
const QR_CODES_AN_HOUR = 5
const HOUR = 3600

/** Five new QR codes an hour (table 4.2); `started` are those of this person. */
export function startEnrolment(
  id: DeviceId,
  started: readonly Date[],
  now: Date,
): Result<Enrolment, { kind: 'tooManyQrCodes'; until: Date }> {
  const recent = started.filter((moment) => after(moment, HOUR) > now)
  const oldest = recent.toSorted((one, other) => one.getTime() - other.getTime())[
    recent.length - QR_CODES_AN_HOUR
  ]
  if (oldest) return no({ kind: 'tooManyQrCodes', until: after(oldest, HOUR) })
  return ok({ id, startedAt: now, expiresAt: after(now, PENDING_SECONDS) })
}

/**
 * A phone with a wrong clock is told so at once, however wrong, instead of being enrolled: whoever
 * types has the secret on the screen, so nothing can be guessed and nothing needs to be counted.
 */
export function confirmEnrolment(
  enrolment: Enrolment,
  { steps, oldQr }: { steps: readonly number[]; oldQr: OldQr | undefined },
  now: Date,
): Result<VerifiedDevice, EnrolmentRefused> {
  if (now >= enrolment.expiresAt) return no({ kind: 'expired' })
  const shown = nearest(steps, stepAt(now))
  if (shown === undefined) return no(oldQr ? { kind: 'oldQr', oldQr } : { kind: 'wrong' })
  const drift = shown - stepAt(now)
  if (Math.abs(drift) > 1) return no(describeOffset(shown, now))
  return ok({ id: enrolment.id, lastStep: shown, drift, verifiedAt: now })
}
