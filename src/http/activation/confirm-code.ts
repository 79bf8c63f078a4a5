import { confirmEnrolment } from '#domain/mfa/enrolment.ts'
import type { Deps } from '../../deps.ts'
import type { Authenticators } from '../../store/devices.ts'
import type { KeptEnrolment } from '../../store/enrolments.ts'

/** Whether the code is one of the secret on the screen. */
export function confirmCode(
  { vault, clock }: Deps,
  { enrolment, seed }: KeptEnrolment,
  { old }: Authenticators,
  code: string,
) {
  const now = clock()
  // Of secrets once in use nothing is told here, where codes are not counted (R-OT-09).
  const earlier = old.filter(
    ({ oldQr, seed: { device } }) => oldQr.name === undefined && device !== seed.device,
  )
  const facts = {
    steps: vault.enrolmentSteps(seed, code, now),
    oldQr: vault.oldQrOf(earlier, code, now),
  }
  return confirmEnrolment(enrolment, facts, now)
}
