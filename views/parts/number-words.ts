const COUNT = new Intl.NumberFormat('id-ID')
const PERCENT = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 })

/** 1.234 */
export function countText(count: number): string {
  return COUNT.format(count)
}

/** 54,3 % */
export function percentText(percent: number): string {
  return `${PERCENT.format(percent)} %`
}
