import { PERIODS, type Period } from '#domain/boards/period.ts'
import type { Standing } from '#domain/boards/standing.ts'
import { percentOf } from '#domain/boards/standing.ts'
import { countText, percentText } from '../parts/number-words.ts'
import { ABOUT_TOTAL, periodText } from './board-words.ts'

type PeriodsProps = { chosen: Period; pathOf: (period: Period) => string }

/** Links, so that a board of any period can be kept as a bookmark. */
export function Periods({ chosen, pathOf }: PeriodsProps) {
  return (
    <nav aria-label="Kurun waktu">
      <ul class="ways">
        {PERIODS.map((period) => (
          <li>
            <a
              class="button quiet"
              href={pathOf(period)}
              aria-current={period === chosen ? 'page' : undefined}
            >
              {periodText(period)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function KeyFigures({ standing }: { standing: Standing }) {
  const { total, activated, frozen, disabled, bounced } = standing
  return (
    <>
      <dl class="figures">
        <Figure name="Akun" value={countText(total)} />
        <Figure
          name="Sudah aktif"
          value={`${countText(activated)} (${percentText(percentOf(activated, total))})`}
        />
        <Figure name="Belum aktif" value={countText(total - activated)} />
        <Figure name="Ditahan" value={countText(frozen)} />
        <Figure name="Dinonaktifkan" value={countText(disabled)} />
        <Figure name="Email terpental" value={countText(bounced)} />
      </dl>
      <p class="hint">{ABOUT_TOTAL}</p>
    </>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
