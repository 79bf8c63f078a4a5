import { type Day, daysAfter, monthOf, nextMonth } from './day.ts'

/** How far back a board looks; `all` by months, the others by days. */
export type Period = 'week' | 'month' | 'quarter' | 'all'

export const PERIODS = ['week', 'month', 'quarter', 'all'] as const

const DAYS: Record<Exclude<Period, 'all'>, number> = { week: 7, month: 30, quarter: 90 }
const MONTHS_KEPT = 60

export function spanOf(period: Period): 'day' | 'month' {
  return period === 'all' ? 'month' : 'day'
}

/** The day that a period begins with; today is its last. */
export function firstDay(period: Period, today: Day): Day {
  if (period !== 'all') return daysAfter(today, 1 - DAYS[period])
  return monthOf(daysAfter(today, -MONTHS_KEPT * 30))
}

/** Every day of the period, or every month since the first that has anything. */
export function startsOf(period: Period, today: Day, counted: readonly Day[]): Day[] {
  if (period !== 'all')
    return Array.from({ length: DAYS[period] }, (_, at) => daysAfter(firstDay(period, today), at))
  const last = monthOf(today)
  const months = [counted.reduce((one, other) => (one < other ? one : other), last)]
  for (let month = nextMonth(months[0] ?? last); month <= last; month = nextMonth(month))
    months.push(month)
  return months
}
