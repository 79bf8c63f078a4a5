import type { HelpTopic } from '../help-topics.ts'
import type { HelpLine, HelpList, HelpText, Symptom } from './help-text.ts'
import { HELP_PAGE } from './help-words.ts'
import { SYMPTOMS } from './symptoms-words.ts'

/** As many as leave the cause in sight. */
const FEW = 3
const ALL_SYMPTOMS = Object.values(SYMPTOMS).flat()

/** How the headings within a paragraph stand, and how its links leave the page it is on. */
export type Place = {
  heading: 'h2' | 'h3'
  addressOf: (topic: HelpTopic) => string
  base: string
  target: '_blank' | undefined
}

const ON_PAGE: Place = {
  heading: 'h3',
  addressOf: (topic) => `#${topic}`,
  base: '',
  target: undefined,
}

type Props = { topic: HelpTopic; text: HelpText; back: { label: string; path: string } }

export function Paragraph({ topic, text, back }: Props) {
  return (
    <section id={topic} class="card">
      <h2>{text.heading}</h2>
      <Advice topic={topic} text={text} place={ON_PAGE} />
      <p>
        <a class="way" href={back.path}>
          {back.label}
        </a>
      </p>
    </section>
  )
}

type AdviceProps = { topic: HelpTopic; text: HelpText; place: Place }

/** What one sees, why that is, and what to do. */
export function Advice({ topic, text, place }: AdviceProps) {
  const seen = ALL_SYMPTOMS.filter((symptom) => symptom.topic === topic)
  const Heading = place.heading
  return (
    <>
      <Seen lines={[...new Set(seen.map(symptomText))]} place={place} />
      <Heading>{HELP_PAGE.cause}</Heading>
      <p>{text.why}</p>
      <List heading={HELP_PAGE.now} lines={text.steps} numbered place={place} />
      {text.lists.map((list) => (
        <List {...list} place={place} />
      ))}
      <Heading>{HELP_PAGE.office}</Heading>
      <p>{text.office}</p>
    </>
  )
}

/** A long list would push cause and steps off a phone's screen, so it stands folded. */
function Seen({ lines, place }: { lines: readonly string[]; place: Place }) {
  if (lines.length <= FEW) return <List heading={HELP_PAGE.seen} lines={lines} place={place} />
  return (
    <details>
      <summary>
        {HELP_PAGE.seen} ({lines.length})
      </summary>
      <Lines lines={lines} place={place} />
    </details>
  )
}

type ListProps = Omit<HelpList, 'numbered'> & { numbered?: boolean; place: Place }

function List({ heading, lines, numbered = false, place }: ListProps) {
  const Heading = place.heading
  return (
    <>
      <Heading>{heading}</Heading>
      <Lines lines={lines} numbered={numbered} place={place} />
    </>
  )
}

function Lines({ lines, numbered = false, place }: Omit<ListProps, 'heading'>) {
  const items = lines.map((line) => (
    <li>
      <Line line={line} place={place} />
    </li>
  ))
  return numbered ? <ol>{items}</ol> : <ul>{items}</ul>
}

function Line({ line, place }: { line: HelpLine; place: Place }) {
  if (typeof line === 'string') return <>{line}</>
  const href = 'topic' in line ? place.addressOf(line.topic) : place.base + line.href
  const { target } = place
  return (
    <>
      {line.text}{' '}
      <a href={href} target={target} rel={target && 'noopener'}>
        {line.link}
      </a>
    </>
  )
}

/** The words of the screen stand in quotation marks, so that they are known again. */
export function symptomText(symptom: Symptom): string {
  return 'screen' in symptom ? `“${symptom.screen}”` : symptom.situation
}
