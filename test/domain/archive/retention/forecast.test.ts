import { describe, expect, test } from 'vitest'
import {
  addToForecast,
  endedBefore,
  type Forecast,
  forecastText,
  NO_FORECAST,
} from '#domain/archive/retention/forecast.ts'
import type { Retention } from '#domain/archive/retention/retention.ts'
import { retention, rule } from '#test/support/retention.ts'

const nine = retention()
const four = retention([rule({ inactive: { years: 4, trigger: 'activeEnded' } })])
const never = retention([])

function forecast(...moves: (readonly [Retention, Retention])[]): Forecast {
  return moves.reduce((so, [asIs, changed]) => addToForecast(so, asIs, changed), NO_FORECAST)
}

describe('a forecast', () => {
  test('counts by year and what follows, as it is and if it were changed', () => {
    expect(forecast([nine, nine], [nine, four], [never, four], [four, never])).toEqual({
      records: 4,
      sooner: 2,
      later: 1,
      rows: [
        { year: 2041, disposition: 'destroy', asIs: 2, changed: 1 },
        { year: 2036, disposition: 'destroy', asIs: 1, changed: 2 },
        { year: undefined, disposition: 'undecided', asIs: 1, changed: 1 },
      ],
    })
  })

  test('has one text, whatever order its records come in', () => {
    const text = forecastText(forecast([nine, four], [never, never], [four, four]))
    expect(forecastText(forecast([never, never], [four, four], [nine, four]))).toBe(text)
    expect(text).toBe(
      'retention-forecast/v1\nrecords 3\nsooner 1\nlater 0\n2036 destroy 1 2\n2041 destroy 1 0\n- undecided 1 1\n',
    )
  })
})

test('what ended before a year is told for either side, without what stays for ever', () => {
  const rows = [
    { year: 2024, disposition: 'destroy' as const, asIs: 1, changed: 4 },
    { year: 2025, disposition: 'permanent' as const, asIs: 8, changed: 8 },
    { year: 2026, disposition: 'destroy' as const, asIs: 16, changed: 16 },
    { year: undefined, disposition: 'undecided' as const, asIs: 32, changed: 32 },
  ]
  expect(endedBefore({ ...NO_FORECAST, rows }, 2026)).toEqual({ asIs: 1, changed: 4 })
})
