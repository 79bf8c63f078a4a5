import { columnAt, heightOf, namedAmong, pointAt, type Scale, scaleTo } from '#domain/plot/scale.ts'
import { shortText } from '../number-words.ts'

/** `goal`: what a line goes towards; the plot reaches that far. */
type Props = {
  id: string
  kind: 'line' | 'bars'
  title: string
  desc: string
  values: readonly number[]
  /** What each value is called below the axis; so many of them are shown. */
  names: readonly string[]
  named?: number
  goal?: number
}

const TOP = 20
const HEIGHT = 160
const NAMED = 4

/**
 * A plot over time, drawn on the server. Across it is measured in percent and upwards in pixels, so
 * that it fills any width and its letters keep their size; its numbers stand in the table beneath.
 */
export function TimePlot({ id, kind, title, desc, values, names, goal, named }: Props) {
  const scale = scaleTo(Math.max(goal ?? 0, ...values))
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <svg width="100%" height={TOP + HEIGHT + 24} role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{desc}</desc>
        <Grid scale={scale} />
        <svg
          y={TOP}
          width="100%"
          height={HEIGHT}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {kind === 'line' ? (
            <Line values={values} scale={scale} />
          ) : (
            <Bars values={values} scale={scale} />
          )}
        </svg>
        {goal !== undefined && <Level className="goal" at={pixelOf(goal, scale)} />}
        <Names kind={kind} names={names} named={named} />
      </svg>
    </figure>
  )
}

type Shapes = { values: readonly number[]; scale: Scale }

/** A single value is a level line: a point alone would not be seen. */
function Line({ values, scale }: Shapes) {
  const points = values.map((value, at) => `${pointAt(at, values.length)},${downTo(value, scale)}`)
  const level = values.length === 1 ? downTo(values[0] ?? 0, scale) : undefined
  return <polyline points={level === undefined ? points.join(' ') : `0,${level} 100,${level}`} />
}

function Bars({ values, scale }: Shapes) {
  return (
    <>
      {values.map((value, at) => {
        const height = heightOf(value, scale)
        if (height === 0) return null
        return <rect {...columnAt(at, values.length)} y={100 - height} height={height} />
      })}
    </>
  )
}

/** The numbers stand left of the plot, where the style sheet keeps room for them. */
function Grid({ scale }: { scale: Scale }) {
  return (
    <>
      {scale.ticks.map((tick) => (
        <>
          <Level className="grid" at={pixelOf(tick, scale)} />
          <text class="last" x={-8} y={pixelOf(tick, scale) + 4}>
            {shortText(tick)}
          </text>
        </>
      ))}
    </>
  )
}

function Level({ className, at }: { className: string; at: number }) {
  return <line class={className} x1="0" x2="100%" y1={at} y2={at} />
}

type NamesProps = Pick<Props, 'kind' | 'names'> & { named: number | undefined }

function Names({ kind, names, named = NAMED }: NamesProps) {
  return (
    <>
      {namedAmong(names.length, named).map((at) => {
        const { x, width } = columnAt(at, names.length)
        const middle = kind === 'line' ? pointAt(at, names.length) : x + width / 2
        return (
          <text class={sideOf(middle)} x={`${middle}%`} y={TOP + HEIGHT + 18}>
            {names[at]}
          </text>
        )
      })}
    </>
  )
}

/** What is named at an edge stays inside it. */
function sideOf(middle: number): 'first' | 'middle' | 'last' {
  if (middle < 10) return 'first'
  return middle > 90 ? 'last' : 'middle'
}

function downTo(value: number, scale: Scale): number {
  return 100 - heightOf(value, scale)
}

function pixelOf(value: number, scale: Scale): number {
  return TOP + HEIGHT - (HEIGHT * heightOf(value, scale)) / 100
}
