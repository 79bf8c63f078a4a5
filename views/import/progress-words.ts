/** How far something long is; `seconds` since this start, which found `before` done already. */
export type Progress = { done: number; before: number; total: number; seconds: number }

const WIDTH = 24

/** One line for a terminal: bar, share, rate and what remains. */
export function progressText(what: string, unit: 'baris' | 'MB', progress: Progress): string {
  const { done, total } = progress
  const share = total === 0 ? 1 : Math.min(done / total, 1)
  const filled = Math.round(share * WIDTH)
  const bar = '#'.repeat(filled) + '.'.repeat(WIDTH - filled)
  const rate = rateOf(progress)
  const speed = `${numberText(inUnit(rate, unit))} ${unit}/dtk`
  const remaining = rate > 0 && share < 1 ? `, sisa ${durationText((total - done) / rate)}` : ''
  return `${what} [${bar}] ${Math.floor(share * 100)} % ${speed}${remaining}`
}

export function numberText(count: number): string {
  return Math.round(count).toLocaleString('id-ID')
}

export function durationText(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} dtk`
  return whole < 3600
    ? `${Math.floor(whole / 60)} mnt ${whole % 60} dtk`
    : `${Math.floor(whole / 3600)} jam ${Math.floor((whole % 3600) / 60)} mnt`
}

function rateOf({ done, before, seconds }: Progress): number {
  return seconds > 0 ? (done - before) / seconds : 0
}

function inUnit(rate: number, unit: 'baris' | 'MB'): number {
  return unit === 'MB' ? rate / 1e6 : rate
}
