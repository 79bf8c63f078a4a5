import { type CivilDate, isBefore } from '../../civil-date.ts'
import type { Following } from './follows.ts'
import type { Retention } from './retention.ts'

/** How many records end in a year, and what follows: now, and if a rule were changed. */
export type ForecastRow = {
  /** None for those whose end cannot be told. */
  year: number | undefined
  disposition: Following['disposition']
  asIs: number
  changed: number
}

/** `sooner`, `later`: records whose end the change would move. */
export type Forecast = {
  records: number
  sooner: number
  later: number
  rows: readonly ForecastRow[]
}

export const NO_FORECAST: Forecast = { records: 0, sooner: 0, later: 0, rows: [] }

type Cell = Pick<ForecastRow, 'year' | 'disposition'>

/** One record more; without a change both are the same. */
export function addToForecast(forecast: Forecast, asIs: Retention, changed: Retention): Forecast {
  const moved = compareEnds(asIs.end, changed.end)
  const counted = addTo(addTo(forecast.rows, cellOf(asIs), 'asIs'), cellOf(changed), 'changed')
  return {
    records: forecast.records + 1,
    sooner: forecast.sooner + (moved === 'sooner' ? 1 : 0),
    later: forecast.later + (moved === 'later' ? 1 : 0),
    rows: counted,
  }
}

/** How many records ended before that year and do not stay for ever: those that could go at once. */
export function endedBefore({ rows }: Forecast, of: number): Pick<ForecastRow, 'asIs' | 'changed'> {
  const ended = rows.filter(
    ({ year, disposition }) => year !== undefined && year < of && disposition !== 'permanent',
  )
  return {
    asIs: ended.reduce((sum, { asIs }) => sum + asIs, 0),
    changed: ended.reduce((sum, { changed }) => sum + changed, 0),
  }
}

/** In one order and one form, so that who approves signs the hash of exactly these numbers. */
export function forecastText({ records, sooner, later, rows }: Forecast): string {
  const lines = sortedRows(rows).map((row) => {
    const { year, disposition, asIs, changed } = row
    return `${year ?? '-'} ${disposition} ${asIs} ${changed}`
  })
  const heads = [
    'retention-forecast/v1',
    `records ${records}`,
    `sooner ${sooner}`,
    `later ${later}`,
  ]
  return [...heads, ...lines, ''].join('\n')
}

/** By year, those without one at the end. */
export function sortedRows(rows: readonly ForecastRow[]): ForecastRow[] {
  return [...rows].sort(byCell)
}

function cellOf({ end, follows }: Retention): Cell {
  return { year: end?.year, disposition: follows.disposition }
}

function addTo(rows: readonly ForecastRow[], cell: Cell, side: 'asIs' | 'changed'): ForecastRow[] {
  const at = rows.findIndex((row) => byCell(row, cell) === 0)
  const known = rows[at] ?? { ...cell, asIs: 0, changed: 0 }
  const more = { ...known, [side]: known[side] + 1 }
  return at < 0 ? [...rows, more] : rows.with(at, more)
}

function byCell(one: Cell, other: Cell): number {
  const years = (one.year ?? Infinity) - (other.year ?? Infinity)
  if (years) return years
  return one.disposition < other.disposition ? -1 : Number(one.disposition > other.disposition)
}

/** No end is later than any day. */
function compareEnds(asIs: CivilDate | undefined, changed: CivilDate | undefined) {
  if (!asIs) return changed ? 'sooner' : 'same'
  if (!changed || isBefore(asIs, changed)) return 'later'
  return isBefore(changed, asIs) ? 'sooner' : 'same'
}
