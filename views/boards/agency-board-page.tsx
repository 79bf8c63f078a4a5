import { sumOf } from '#domain/boards/counts.ts'
import type { Period } from '#domain/boards/period.ts'
import type { Queue } from '#domain/boards/queue.ts'
import type { Bucket } from '#domain/boards/series.ts'
import { standingOf, type UnitStanding } from '#domain/boards/standing.ts'
import type { Frame, Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { KeyFigures, Periods } from './board-frame.tsx'
import { countedText } from './board-words.ts'
import { ByUnit } from './by-unit.tsx'
import { FailedCodes, Queues, Resets } from './failures.tsx'
import { OverTime } from './over-time.tsx'

type Props = {
  frame: Frame
  /** Of the agency, or of the unit that a hat reaches. */
  name: string
  period: Period
  countedAt: Date | undefined
  units: readonly UnitStanding[]
  series: readonly Bucket[]
  clockPeople: number | undefined
  queues: readonly Queue[]
  now: Date
  /** Whether by unit, all of them or the first; the nation reads an agency as a whole. */
  showUnits: 'none' | 'first' | 'all'
  pathOf: (period: Period) => string
}

export function agencyBoardPage(props: Props): Page {
  return { title: `Papan ${props.name}`, main: <AgencyBoard {...props} />, frame: props.frame }
}

function AgencyBoard(props: Props) {
  const { frame, name, countedAt, units, queues, now } = props
  return (
    <div class="stack">
      <section class="card">
        <h1>Papan {name}</h1>
        <p class="hint">{countedText(countedAt, frame.clock.zone)}</p>
        {countedAt && <KeyFigures standing={standingOf(units)} />}
        <Periods chosen={props.period} pathOf={props.pathOf} />
      </section>
      {countedAt && <Counted {...props} />}
      <Queues queues={queues} now={now} />
    </div>
  )
}

function Counted({ period, units, series, clockPeople, showUnits }: Props) {
  const counts = sumOf(series.map((bucket) => bucket.counts))
  const allPath = showUnits === 'first' ? paths.agencyBoardAllUnits(period) : undefined
  return (
    <>
      {showUnits !== 'none' && <ByUnit units={units} allPath={allPath} />}
      <OverTime period={period} series={series} standing={standingOf(units)} />
      <FailedCodes counts={counts} clockPeople={clockPeople} />
      <Resets counts={counts} />
    </>
  )
}
