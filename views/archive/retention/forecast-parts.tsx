import { type Forecast, sortedRows } from '#domain/archive/retention/forecast.ts'
import { countText } from '../../parts/number-words.ts'
import { PLOT } from '../../parts/plot/plot-words.ts'
import { TimePlot } from '../../parts/plot/time-plot.tsx'
import { RETENTION_PAGE } from './retention-page-words.ts'
import { dispositionText } from './rule-words.ts'

type Props = { forecast: Forecast; side: 'asIs' | 'changed' }

/** How many records end in each year, drawn; what follows stands in the table beneath. */
export function ForecastPlot({ forecast, side }: Props) {
  const years = yearsOf(forecast)
  if (years.length === 0) return null
  const values = years.map((year) =>
    forecast.rows.reduce((sum, row) => sum + (row.year === year ? row[side] : 0), 0),
  )
  return (
    <TimePlot
      id={`perkiraan-${side}`}
      kind="bars"
      title={side === 'asIs' ? RETENTION_PAGE.perYear : RETENTION_PAGE.perYearChanged}
      desc={PLOT.desc}
      values={values}
      names={years.map(String)}
    />
  )
}

/** Every year from the first to the last, also those in which nothing ends. */
function yearsOf({ rows }: Forecast): number[] {
  const years = rows.flatMap(({ year }) => year ?? [])
  if (years.length === 0) return []
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at)
}

/** `compares`: what a change would do stands beside how things are. */
export function ForecastTable({ forecast, compares }: { forecast: Forecast; compares: boolean }) {
  const rows = sortedRows(forecast.rows).filter(({ asIs }) => compares || asIs > 0)
  return (
    <table>
      <caption>Jumlah arsip menurut tahun dan nasib akhir</caption>
      <thead>
        <tr>
          <th scope="col">Tahun</th>
          <th scope="col">Nasib akhir</th>
          <th scope="col">{compares ? 'Sekarang' : 'Arsip'}</th>
          {compares && <th scope="col">Bila diubah</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ year, disposition, asIs, changed }) => (
          <tr>
            <th scope="row">{year ?? 'Tanpa batas waktu'}</th>
            <td>{dispositionText(disposition)}</td>
            <td>
              <span class="label">{compares ? 'Sekarang ' : 'Arsip '}</span>
              {countText(asIs)}
            </td>
            {compares && (
              <td>
                <span class="label">Bila diubah </span>
                {countText(changed)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
