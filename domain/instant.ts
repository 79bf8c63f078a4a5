/** Moments are `Date`s; durations are seconds. */
export function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000)
}

export function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000
}

export function latest(one: Date, other: Date): Date {
  return one > other ? one : other
}

export function earliest(one: Date, other: Date): Date {
  return one < other ? one : other
}
