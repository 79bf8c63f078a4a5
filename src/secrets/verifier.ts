import { acceptedSteps, type Device } from '#domain/mfa/device.ts'
import { diagnosedSteps } from '#domain/mfa/diagnosis.ts'
import type { CodeFacts, OldQr } from '#domain/mfa/otp.ts'
import { stepAt } from '#domain/mfa/step.ts'
import type { Keys } from './keys.ts'
import { matchSteps } from './otp.ts'
import { openSeed, type Sealed } from './seeds.ts'

/** A sealed secret and the device it was sealed for. */
export type SealedSeed = Sealed & { device: string }

export type SealedAuthenticators = {
  inUse: readonly { device: Device; seed: SealedSeed }[]
  old: readonly { oldQr: OldQr; seed: SealedSeed }[]
}

const OLD_REACH = 22

/**
 * Every step that a typed code fits; the only place where seeds are opened (R-OT-06). The search
 * for the reason of a wrong code begins once no device accepts it, which the answer tells anyway.
 */
export function codeFacts(
  keys: Keys,
  { inUse, old }: SealedAuthenticators,
  code: string,
  now: Date,
): CodeFacts {
  const near = inUse.flatMap(({ device, seed }) => {
    const steps = matchSteps(opened(keys, seed), code, acceptedSteps(device, now))
    return steps.map((step) => ({ device, step }))
  })
  if (near.length > 0) return { matches: near, oldQr: undefined }
  const far = diagnosedSteps(now)
  const matches = inUse.flatMap(({ device, seed }) =>
    matchSteps(opened(keys, seed), code, far).map((step) => ({ device, step })),
  )
  return { matches, oldQr: oldQrOf(keys, old, code, now) }
}

/** The steps that a typed code fits with a secret which is still on the screen. */
export function enrolmentSteps(keys: Keys, seed: SealedSeed, code: string, now: Date): number[] {
  return matchSteps(opened(keys, seed), code, diagnosedSteps(now))
}

/** The newest secret put aside whose code this is, at a clock at most eleven minutes off. */
export function oldQrOf(
  keys: Keys,
  old: SealedAuthenticators['old'],
  code: string,
  now: Date,
): OldQr | undefined {
  const here = stepAt(now)
  const steps = Array.from({ length: 2 * OLD_REACH + 1 }, (_, at) => here + at - OLD_REACH)
  const fits = old.map(({ seed }) => matchSteps(opened(keys, seed), code, steps).length > 0)
  return old.find((_, at) => fits[at])?.oldQr
}

function opened(keys: Keys, { device, ...sealed }: SealedSeed): Buffer {
  return openSeed(keys, device, sealed)
}
