import type { Device } from './device.ts'
import { clockOffset, STEP_SECONDS, stepAt } from './step.ts'

/** A step of a device whose code is the one typed. */
export type Match = { device: Device; step: number }

/** Why a right code of a phone was not accepted; seconds and hours are positive for a fast phone. */
export type Diagnosis =
  | { kind: 'late'; seconds: number }
  | { kind: 'clockOff'; seconds: number }
  | { kind: 'zone'; hours: number }

const HOUR = 3600
const AT_ONCE = 22
const AROUND = 6
const FARTHEST_HALF_HOURS = 28
const DAY_STEPS = (24 * HOUR) / STEP_SECONDS
const HALF_HOUR_STEPS = HOUR / 2 / STEP_SECONDS
const LATE_SECONDS = 120
const ZONE_SLACK = 90

/**
 * R-OT-09: where a wrong code is looked for, in steps: ±22, and ±6 around each half hour to ±14 h
 * and around ±24 h.
 */
export function diagnosedSteps(now: Date): number[] {
  const here = stepAt(now)
  const halfHours = range(1, FARTHEST_HALF_HOURS).map((times) => times * HALF_HOUR_STEPS)
  const far = [...halfHours, DAY_STEPS].flatMap((centre) =>
    range(-AROUND, AROUND).flatMap((near) => [centre + near, -centre + near]),
  )
  return [...new Set([...range(-AT_ONCE, AT_ONCE), ...far])].map((offset) => here + offset)
}

/**
 * What may be said about a code that fits none of the accepted steps. A small offset at once; a
 * large one only when two different codes agree within one step, for among some 800 candidates a
 * random code fits one in a thousand times (T-ORACLE).
 */
export function diagnose(matches: readonly Match[], now: Date): Diagnosis | undefined {
  const here = stepAt(now)
  const near = nearest(
    matches.map(({ step }) => step).filter((step) => isNear(step, here)),
    here,
  )
  const told = near ?? matches.find((match) => isSecondWitness(match, here))?.step
  return told === undefined ? undefined : describeOffset(told, now)
}

/** What a clock is like that shows the code of `step` now. */
export function describeOffset(step: number, now: Date): Diagnosis {
  const seconds = clockOffset(step, now)
  if (seconds < 0 && -seconds <= LATE_SECONDS) return { kind: 'late', seconds: -seconds }
  const hours = Math.round(seconds / HOUR)
  const isWholeHour = hours !== 0 && Math.abs(seconds - hours * HOUR) <= ZONE_SLACK
  return isWholeHour ? { kind: 'zone', hours } : { kind: 'clockOff', seconds }
}

/** The step closest to `here`, if there is one. */
export function nearest(steps: readonly number[], here: number): number | undefined {
  return steps.toSorted((one, other) => Math.abs(one - here) - Math.abs(other - here))[0]
}

function isNear(step: number, here: number): boolean {
  return Math.abs(step - here) <= AT_ONCE
}

/** An earlier, different code of the same device was off by as much, within one step. */
function isSecondWitness({ device, step }: Match, here: number): boolean {
  return device.told.some(
    (earlier) =>
      earlier.step !== step && Math.abs(earlier.step - earlier.atStep - (step - here)) <= 1,
  )
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
