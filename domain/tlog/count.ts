/** A size or an index: whole, not negative, and exact as a number of JavaScript. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

/** In decimal digits without a leading zero. */
export function parseCount(text: string): number | undefined {
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text)) return undefined
  const count = Number(text)
  return isCount(count) ? count : undefined
}
