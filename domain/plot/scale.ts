/** An axis of counts from nothing up: round numbers to `top`, which the greatest value reaches or not. */
export type Scale = { top: number; ticks: readonly number[] }

const WANTED = 4
const ROUND = [1, 2, 5, 10]

/** At most five ticks, whole and evenly apart; an axis of nothing still ends at one. */
export function scaleTo(greatest: number): Scale {
  const step = roundStep(Math.max(greatest, 1) / WANTED)
  const count = Math.ceil(Math.max(greatest, 1) / step)
  const ticks = Array.from({ length: count + 1 }, (_, at) => at * step)
  return { top: count * step, ticks }
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const round = ROUND.find((one) => one * power >= rough) ?? 10
  return Math.max(Math.round(round * power), 1)
}

/** How far up the axis, from 0 to 100. */
export function heightOf(value: number, { top }: Scale): number {
  return rounded((Math.min(Math.max(value, 0), top) / top) * 100)
}

/** Where columns of equal width begin and how wide they are, with a gap between; of 100. */
export function columnAt(at: number, count: number): { x: number; width: number } {
  const room = 100 / Math.max(count, 1)
  return { x: rounded(room * (at + 0.1)), width: rounded(room * 0.8) }
}

/** Points evenly from edge to edge; a single one stands in the middle. */
export function pointAt(at: number, count: number): number {
  return count > 1 ? rounded((at / (count - 1)) * 100) : 50
}

/** Which columns are named: no more than `wanted`, evenly, the first and the last among them. */
export function namedAmong(count: number, wanted: number): number[] {
  if (count <= wanted) return Array.from({ length: count }, (_, at) => at)
  const named = Array.from({ length: wanted }, (_, at) =>
    Math.round((at * (count - 1)) / (wanted - 1)),
  )
  return [...new Set(named)]
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
