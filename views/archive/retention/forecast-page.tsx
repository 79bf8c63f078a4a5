import { endedBefore, type Forecast } from '#domain/archive/retention/forecast.ts'
import type { RuleTerms } from '#domain/archive/retention/rule.ts'
import { dayOf } from '#domain/zone-day.ts'
import type { Frame, Page } from '../../page.tsx'
import { Form } from '../../parts/form.tsx'
import { countText } from '../../parts/number-words.ts'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import type { TypeNames } from '../record-name.ts'
import { ForecastPlot, ForecastTable } from './forecast-parts.tsx'
import {
  countedText,
  endedAtOnceText,
  FORECAST,
  movedText,
  type ProposeProblem,
  RETENTION_PAGE,
  retentionTold,
  unmovedText,
} from './retention-page-words.ts'
import { TermsFacts } from './terms-facts.tsx'

type Props = {
  frame: Frame
  id: string
  terms: RuleTerms
  forecast: Forecast
  isDone: boolean
  names: TypeNames
  problem: ProposeProblem | undefined
}

/** What a rule would do; proposed from here, once it is counted to its end. */
export function ruleForecastPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && retentionTold(problem, frame.clock.now, frame.clock.zone)
  return {
    title: titleOf(FORECAST.title, told),
    main: <RuleForecast {...props} told={told} />,
    frame,
  }
}

function RuleForecast(props: Props & { told: Told | undefined }) {
  const { frame, terms, names, forecast, isDone, told } = props
  return (
    <section id="perkiraan" class="card">
      <h1>{FORECAST.title}</h1>
      <ProblemSummary told={told} />
      <TermsFacts terms={terms} names={names} />
      {isDone ? <Foreseen forecast={forecast} now={frame.clock.now} /> : <Counting {...props} />}
      {isDone && <Propose {...props} />}
      <p class="actions">
        <a href={paths.retentionRules}>{RETENTION_PAGE.rules}</a>
      </p>
    </section>
  )
}

function Counting({ id, forecast }: Props) {
  return (
    <>
      <p role="status">
        {FORECAST.counting}. {countedText(countText(forecast.records))}
      </p>
      <p class="actions">
        <a class="button" href={paths.retentionForecast(id)}>
          {FORECAST.reload}
        </a>
      </p>
    </>
  )
}

/** `isAudited`: for whoever cannot look up a record. */
type ForeseenProps = { forecast: Forecast; now: Date; isAudited?: boolean }

/** Both sides in numbers, the changed one drawn. */
export function Foreseen({ forecast, now, isAudited }: ForeseenProps) {
  const { sooner, later, records } = forecast
  const forEver = withoutEnd(forecast)
  const moved = {
    sooner: countText(sooner),
    later: countText(later),
    records: countText(records),
  }
  const ended = endedBefore(forecast, dayOf(now, 'WIB').year)
  return (
    <>
      <p>{movedText(moved)}</p>
      {ended.changed > ended.asIs && (
        <p>{endedAtOnceText(countText(ended.changed), countText(ended.asIs))}</p>
      )}
      {sooner + later < records && (
        <p class="hint">
          {unmovedText(countText(forEver))}
          {forEver > 0 && !isAudited && ` ${FORECAST.reasons}`}
        </p>
      )}
      {sooner > 0 && <p class="aside">{FORECAST.notice}</p>}
      <ForecastPlot forecast={forecast} side="changed" />
      {forecast.rows.length > 0 && <ForecastTable forecast={forecast} compares />}
    </>
  )
}

/** Records that would be kept for ever, changed or not. */
function withoutEnd({ rows }: Forecast): number {
  return rows.reduce((sum, { year, changed }) => (year === undefined ? sum + changed : sum), 0)
}

function Propose({ frame, id, told }: Props & { told: Told | undefined }) {
  const place = paths.retentionForecast(id)
  return (
    <Form action={place} csrf={frame.csrf} region="perkiraan">
      <ProofField frame={frame} place={place} told={told} />
      <p>{FORECAST.twoPeople}</p>
      <p class="actions">
        <button>{FORECAST.propose}</button>
      </p>
    </Form>
  )
}
