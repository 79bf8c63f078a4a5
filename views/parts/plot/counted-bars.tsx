import { countText, percentText } from '../number-words.ts'
import { PLOT } from './plot-words.ts'
import { ShareBar } from './share-bar.tsx'
import { TimePlot } from './time-plot.tsx'

/** `short`: what is written below the bar, where there is little room. */
type CountedBar = { name: string; short: string; count: number }

type Props = {
  id: string
  title: string
  /** What the bars are kinds of, and what is counted. */
  headings: { kind: string; count: string }
  bars: readonly CountedBar[]
}

/** How many there are of each of a few kinds: drawn, and in a table beneath. */
export function CountedBars({ id, title, headings, bars }: Props) {
  const sum = bars.reduce((total, { count }) => total + count, 0)
  return (
    <>
      {sum > 0 && (
        <TimePlot
          id={id}
          kind="bars"
          title={title}
          desc={PLOT.desc}
          values={bars.map(({ count }) => count)}
          names={bars.map(({ short }) => short)}
          named={bars.length}
        />
      )}
      <table class="numbers">
        <caption class="spoken">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{headings.kind}</th>
            <th scope="col">{headings.count}</th>
            <th scope="col">{PLOT.percent}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ name, count }) => (
            <Row name={name} count={count} percent={sum === 0 ? 0 : (100 * count) / sum} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Row({ name, count, percent }: { name: string; count: number; percent: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{countText(count)}</td>
      <td>
        {percentText(percent)}
        <ShareBar percent={percent} />
      </td>
    </tr>
  )
}
