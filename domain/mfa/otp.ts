import { acceptedSteps, type DeviceId, isSpent, learnedDrift } from './device.ts'
import { type Diagnosis, diagnose, type Match } from './diagnosis.ts'
import { stepAt } from './step.ts'

/** A secret replaced or abandoned in the last seven days whose code was typed (R-OT-11). */
export type OldQr = { name: string | undefined; since: Date }

/** What the shell found out about a typed code: every step of every device that it fits. */
export type CodeFacts = { matches: readonly Match[]; oldQr: OldQr | undefined }

/** A step to be taken from its device; the database has the last word on whether it was free. */
export type Acceptance = { device: DeviceId; step: number; drift: number }

/** A matched step to remember: never accepted any more, and a witness for the next code (T-ORACLE). */
export type Burning = { device: DeviceId; step: number; atStep: number }

export type CodeRefused =
  | Diagnosis
  | { kind: 'used' }
  | { kind: 'oldQr'; oldQr: OldQr }
  | { kind: 'wrong' }

export type CodeVerdict =
  | { kind: 'accepted'; acceptance: Acceptance }
  | { kind: 'refused'; refused: CodeRefused; burned: readonly Burning[] }

/**
 * Judges a code that was counted beforehand (R-RL-06). It accepts around the server's clock and
 * around the learned drift (R-OT-04), each step once (R-OT-05), and says why not (R-OT-09).
 */
export function judgeCode({ matches, oldQr }: CodeFacts, now: Date): CodeVerdict {
  const near = matches.filter(({ device, step }) => acceptedSteps(device, now).includes(step))
  const free = near.find(({ device, step }) => !isSpent(device, step))
  if (free) return { kind: 'accepted', acceptance: accept(free, now) }
  if (near.length > 0) return { kind: 'refused', refused: { kind: 'used' }, burned: [] }
  const diagnosis = diagnose(matches, now)
  const burned = matches.map((match) => burn(match, now))
  if (diagnosis) return { kind: 'refused', refused: diagnosis, burned }
  return { kind: 'refused', refused: oldQr ? { kind: 'oldQr', oldQr } : { kind: 'wrong' }, burned }
}

function accept({ device, step }: Match, now: Date): Acceptance {
  return { device: device.id, step, drift: learnedDrift(device.drift, step, now) }
}

function burn({ device, step }: Match, now: Date): Burning {
  return { device: device.id, step, atStep: stepAt(now) }
}
