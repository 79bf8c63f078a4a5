import { failedCodes, type Measure } from '#domain/boards/counts.ts'
import type { Period } from '#domain/boards/period.ts'
import { activatedThen, type Bucket } from '#domain/boards/series.ts'
import type { Standing } from '#domain/boards/standing.ts'
import { countText } from '../parts/number-words.ts'
import { TimePlot } from '../parts/plot/time-plot.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { barsText, lineText, OVER_TIME_CAPTION, spanName, startText } from './board-words.ts'

type Props = { period: Period; series: readonly Bucket[]; standing: Standing }

const OPEN_UP_TO = 31

/** Activation over time: how many were activated then, how many came each day, and all numbers. */
export function OverTime({ period, series, standing }: Props) {
  const { total } = standing
  const then = activatedThen(series, standing.activated)
  const names = series.map(({ starts }) => startText(starts, period))
  return (
    <section class="card">
      <h2>Aktivasi dari waktu ke waktu</h2>
      <TimePlot
        id="aktif"
        kind="line"
        title="Akun aktif seluruhnya; garis putus-putus: semua akun"
        desc={lineText(then[0] ?? 0, then.at(-1) ?? 0, total)}
        values={then}
        names={names}
        goal={total}
      />
      <CountPlot
        id="aktivasi"
        title="Aktivasi pertama"
        measure="activations"
        {...{ period, series }}
      />
      <CountPlot
        id="kunci"
        title="Verifikasi yang terkunci"
        measure="lockOuts"
        {...{ period, series }}
      />
      <details open={series.length <= OPEN_UP_TO}>
        <summary>Angka per {spanName(period).toLowerCase()}</summary>
        <SeriesTable {...{ period, series, then }} />
      </details>
    </section>
  )
}

type CountPlotProps = Omit<Props, 'standing'> & { id: string; title: string; measure: Measure }

function CountPlot({ id, title, measure, period, series }: CountPlotProps) {
  const values = series.map(({ counts }) => counts[measure])
  const sum = values.reduce((one, other) => one + other, 0)
  return (
    <TimePlot
      id={id}
      kind="bars"
      title={`${title} per ${spanName(period).toLowerCase()}`}
      desc={barsText(sum, Math.max(...values, 0))}
      values={values}
      names={series.map(({ starts }) => startText(starts, period))}
    />
  )
}

type TableProps = Omit<Props, 'standing'> & { then: readonly number[] }

function SeriesTable({ period, series, then }: TableProps) {
  return (
    <Scroll label={OVER_TIME_CAPTION}>
      <table class="numbers by-time">
        <caption class="spoken">{OVER_TIME_CAPTION}</caption>
        <thead>
          <tr>
            <th scope="col">{spanName(period)}</th>
            <th scope="col">Aktivasi</th>
            <th scope="col">Aktif</th>
            <th scope="col">Kunci</th>
            <th scope="col">Gagal</th>
          </tr>
        </thead>
        <tbody>
          {series
            .map(({ starts, counts }, at) => (
              <tr>
                <th scope="row">{startText(starts, period)}</th>
                <td>{countText(counts.activations)}</td>
                <td>{countText(then[at] ?? 0)}</td>
                <td>{countText(counts.lockOuts)}</td>
                <td>{countText(failedCodes(counts))}</td>
              </tr>
            ))
            .reverse()}
        </tbody>
      </table>
    </Scroll>
  )
}
