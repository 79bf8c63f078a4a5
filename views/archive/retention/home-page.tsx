import type { Forecast } from '#domain/archive/retention/forecast.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { Frame, Page } from '../../page.tsx'
import { civilDayText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { CARE_TITLE, lostText } from '../care/care-words.ts'
import { BATCHES } from '../destruction/batch-words.ts'
import { ForecastPlot, ForecastTable } from './forecast-parts.tsx'
import { RETENTION_PAGE } from './retention-page-words.ts'

type Props = {
  frame: Frame
  standing: { forecast: Forecast; onDay: CivilDate } | undefined
  /** Offers of other agencies that wait, and people whose records should go. */
  custody: { received: number; due: number }
  /** Files of which no copy is whole. */
  incidents: number
}

export function retentionPage(props: Props): Page {
  return { title: RETENTION_PAGE.title, main: <Retention {...props} />, frame: props.frame }
}

function Retention({ standing, custody, incidents }: Props) {
  return (
    <div id="penyusutan" class="stack">
      <h1>{RETENTION_PAGE.title}</h1>
      <p class="lead">{RETENTION_PAGE.lead}</p>
      <Areas custody={custody} incidents={incidents} />
      <section class="card">
        <h2>{RETENTION_PAGE.forecast}</h2>
        <Standing standing={standing} />
      </section>
    </div>
  )
}

function Areas({ custody: { received, due }, incidents }: Pick<Props, 'custody' | 'incidents'>) {
  const waiting = received + due
  return (
    <nav class="card" aria-label={RETENTION_PAGE.title}>
      <ul class="links">
        <li>
          <a href={paths.retentionEnded}>{RETENTION_PAGE.ended}</a>
        </li>
        <li>
          <a href={paths.retentionRules}>{RETENTION_PAGE.rules}</a>
        </li>
        <li>
          <a href={paths.ruleRequests}>{RETENTION_PAGE.requests}</a>
        </li>
        <li>
          <a href={paths.retentionSearch}>{RETENTION_PAGE.search}</a>
        </li>
        <li>
          <a href={paths.custody}>
            {RETENTION_PAGE.custody}
            {waiting > 0 && ` (${waiting} menunggu Anda)`}
          </a>
        </li>
        <li>
          <a href={paths.batches}>{BATCHES.title}</a>
        </li>
        <li>
          <a href={paths.agencyCare}>
            {CARE_TITLE}
            {incidents > 0 && ` (${lostText(incidents)})`}
          </a>
        </li>
        <li>
          <a href={paths.agencyBoard('month')}>Papan instansi</a>
        </li>
      </ul>
    </nav>
  )
}

function Standing({ standing }: Pick<Props, 'standing'>) {
  if (!standing) return <p class="none">{RETENTION_PAGE.noForecast}</p>
  const { forecast, onDay } = standing
  if (forecast.records === 0) return <p class="none">{RETENTION_PAGE.noRecords}</p>
  return (
    <>
      <ForecastPlot forecast={forecast} side="asIs" />
      <ForecastTable forecast={forecast} compares={false} />
      <p class="hint">Dihitung pada {civilDayText(onDay)}.</p>
    </>
  )
}
