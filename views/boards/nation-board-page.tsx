import { clockCodes, failedCodes, sumOf } from '#domain/boards/counts.ts'
import type { Period } from '#domain/boards/period.ts'
import { type AgencyRow, ORDERS, type Order } from '#domain/boards/ranking.ts'
import type { Bucket } from '#domain/boards/series.ts'
import { percentOf, type Standing } from '#domain/boards/standing.ts'
import type { Frame, Page } from '../page.tsx'
import { countText, percentText } from '../parts/number-words.ts'
import { Scroll } from '../parts/scroll.tsx'
import { paths } from '../paths.ts'
import { KeyFigures, Periods } from './board-frame.tsx'
import { countedText, NO_AGENCIES, orderText } from './board-words.ts'
import { FailedCodes, Resets } from './failures.tsx'
import { OverTime } from './over-time.tsx'

type Props = {
  frame: Frame
  period: Period
  order: Order
  countedAt: Date | undefined
  standing: Standing
  series: readonly Bucket[]
  agencies: readonly AgencyRow[]
  /** The last agency shown, where others follow. */
  next: string | undefined
  isFirst: boolean
}

export function nationBoardPage(props: Props): Page {
  return { title: 'Papan nasional', main: <NationBoard {...props} />, frame: props.frame }
}

function NationBoard(props: Props) {
  const { frame, period, order, countedAt, standing, series } = props
  const counts = sumOf(series.map((bucket) => bucket.counts))
  return (
    <div class="stack">
      <section class="card">
        <h1>Papan nasional</h1>
        <p class="hint">{countedText(countedAt, frame.clock.zone)}</p>
        <KeyFigures standing={standing} />
        <Periods chosen={period} pathOf={(one) => paths.nationBoard(one, order)} />
      </section>
      <Agencies {...props} />
      {props.isFirst && (
        <>
          <OverTime period={period} series={series} standing={standing} />
          <FailedCodes counts={counts} clockPeople={undefined} />
          <Resets counts={counts} />
        </>
      )}
    </div>
  )
}

function Agencies({ period, order, agencies, next, isFirst }: Props) {
  return (
    <section class="card">
      <h2>Per instansi</h2>
      <nav aria-label="Urutan">
        <ul class="ways">
          {ORDERS.map((one) => (
            <li>
              <a
                href={paths.nationBoard(period, one)}
                aria-current={one === order ? 'page' : undefined}
              >
                {orderText(one)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {agencies.length === 0 ? (
        <p class="none">{NO_AGENCIES}</p>
      ) : (
        <AgencyTable period={period} agencies={agencies} />
      )}
      <p class="actions">
        {next && (
          <a class="button quiet" href={paths.nationBoardAfter(period, order, next)}>
            Instansi berikutnya
          </a>
        )}
        {!isFirst && <a href={paths.nationBoard(period, order)}>Kembali ke awal</a>}
      </p>
    </section>
  )
}

function AgencyTable({ period, agencies }: Pick<Props, 'period' | 'agencies'>) {
  return (
    <Scroll label="Tabel per instansi">
      <table class="numbers by-agency">
        <thead>
          <tr>
            <th scope="col">Instansi</th>
            <th scope="col">Akun</th>
            <th scope="col">Aktif</th>
            <th scope="col">Aktivasi</th>
            <th scope="col">Terkunci</th>
            <th scope="col">Kode gagal</th>
            <th scope="col">Karena jam</th>
          </tr>
        </thead>
        <tbody>
          {agencies.map(({ id, name, total, activated, counts }) => (
            <tr>
              <th scope="row">
                <a href={paths.agencyOfNation(id, period)}>{name}</a>
              </th>
              <td>{countText(total)}</td>
              <td>{percentText(percentOf(activated, total))}</td>
              <td>{countText(counts.activations)}</td>
              <td>{countText(counts.lockOuts)}</td>
              <td>{countText(failedCodes(counts))}</td>
              <td>{percentText(percentOf(clockCodes(counts), failedCodes(counts)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
