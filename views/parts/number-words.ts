const COUNT = new Intl.NumberFormat('id-ID')
const SHORT = new Intl.NumberFormat('id-ID', { notation: 'compact', maximumFractionDigits: 1 })
const PERCENT = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 })

/** 1.234 */
export function countText(count: number): string {
  return COUNT.format(count)
}

/** 54,3 %, in one piece */
export function percentText(percent: number): string {
  return `${PERCENT.format(percent)}\u00a0%`
}

/** 1.234, but 50 rb and 6 jt where there is little room. */
export function shortText(count: number): string {
  return count < 10_000 ? countText(count) : SHORT.format(count)
}
