import type { Page } from '../page.tsx'
import { type HelpTopic, helpPageOf, paths } from '../paths.ts'
import type { HelpLine, HelpList, HelpText, Symptom, SymptomGroup } from './help-text.ts'
import { ARCHIVE_HELP, HELP, HELP_PAGE, OFFICE, OFFICE_HELP } from './help-words.ts'
import { GROUPS, SYMPTOMS } from './symptoms-words.ts'

const QUESTION = 'yang-anda-lihat'
/** As many as leave the cause in sight. */
const FEW = 3
const ALL_SYMPTOMS = Object.values(SYMPTOMS).flat()
const PARAGRAPHS = Object.entries(HELP) as [HelpTopic, HelpText][]

/** /bantuan: asks what people see and leads to the paragraph that tells cause and next step. */
export function helpPage(): Page {
  return { title: HELP_PAGE.title, main: <Help />, isBare: true }
}

/** /bantuan/petugas: for those who act for others. */
export function officeHelpPage(): Page {
  const main = <OtherHelp page="office" words={OFFICE_HELP} />
  return { title: OFFICE_HELP.title, main, isBare: true }
}

/** /bantuan/arsip: about one's own documents. */
export function archiveHelpPage(): Page {
  const main = <OtherHelp page="archive" words={ARCHIVE_HELP} />
  return { title: ARCHIVE_HELP.title, main, isBare: true }
}

type OtherProps = { page: 'office' | 'archive'; words: typeof OFFICE_HELP | typeof ARCHIVE_HELP }

function OtherHelp({ page, words }: OtherProps) {
  const paragraphs = PARAGRAPHS.filter(([topic]) => helpPageOf(topic) === page)
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {paragraphs.map(([topic, text]) => (
        <Paragraph topic={topic} text={text} back={words.back} />
      ))}
    </>
  )
}

function Help() {
  const groups = Object.entries(SYMPTOMS) as [SymptomGroup, readonly Symptom[]][]
  const paragraphs = PARAGRAPHS.filter(([topic]) => helpPageOf(topic) === 'own')
  return (
    <>
      <h1>{HELP_PAGE.title}</h1>
      <p class="lead">{HELP_PAGE.lead}</p>
      <nav id={QUESTION} class="card" aria-labelledby="pertanyaan">
        <h2 id="pertanyaan">{HELP_PAGE.question}</h2>
        <p>{HELP_PAGE.examples}</p>
        {groups.map(([group, symptoms]) => (
          <SymptomLinks {...GROUPS[group]} symptoms={symptoms} />
        ))}
      </nav>
      {paragraphs.map(([topic, text]) => (
        <Paragraph topic={topic} text={text} back={OWN_BACK} />
      ))}
      <Office />
    </>
  )
}

type GroupProps = { id: string; heading: string; symptoms: readonly Symptom[] }

function SymptomLinks({ id, heading, symptoms }: GroupProps) {
  const situations = symptoms.filter((symptom) => 'situation' in symptom)
  const screens = symptoms.filter((symptom) => 'screen' in symptom)
  return (
    <details id={id} open={id === GROUPS.often.id}>
      <summary>
        <h3>{heading}</h3>
      </summary>
      {situations.length > 0 && <Links symptoms={situations} />}
      {situations.length === 0 && <Links symptoms={screens} />}
      {situations.length > 0 && screens.length > 0 && <Screens symptoms={screens} />}
    </details>
  )
}

/** Sentences to compare with the screen: many, so they stand folded below what people would say. */
function Screens({ symptoms }: { symptoms: readonly Symptom[] }) {
  return (
    <details>
      <summary>
        {HELP_PAGE.screens} ({symptoms.length})
      </summary>
      <Links symptoms={symptoms} />
    </details>
  )
}

function Links({ symptoms }: { symptoms: readonly Symptom[] }) {
  return (
    <ul class="links">
      {symptoms.map((symptom) => (
        <li>
          <a href={hrefOf(symptom.topic)}>{symptomText(symptom)}</a>
        </li>
      ))}
    </ul>
  )
}

/** Within the page, for all but what stands on another one. */
function hrefOf(topic: HelpTopic): string {
  return helpPageOf(topic) === 'own' ? `#${topic}` : paths.helpOn(topic)
}

type Back = { label: string; path: string }
const OWN_BACK: Back = { label: HELP_PAGE.back, path: `#${QUESTION}` }

function Paragraph({ topic, text, back }: { topic: HelpTopic; text: HelpText; back: Back }) {
  const seen = ALL_SYMPTOMS.filter((symptom) => symptom.topic === topic)
  return (
    <section id={topic} class="card">
      <h2>{text.heading}</h2>
      <Seen lines={[...new Set(seen.map(symptomText))]} />
      <h3>{HELP_PAGE.cause}</h3>
      <p>{text.why}</p>
      <List heading={HELP_PAGE.now} lines={text.steps} numbered />
      {text.lists.map((list) => (
        <List {...list} />
      ))}
      <h3>{HELP_PAGE.office}</h3>
      <p>{text.office}</p>
      <p>
        <a class="way" href={back.path}>
          {back.label}
        </a>
      </p>
    </section>
  )
}

/** A long list would push cause and steps off a phone's screen, so it stands folded. */
function Seen({ lines }: { lines: readonly string[] }) {
  if (lines.length <= FEW) return <List heading={HELP_PAGE.seen} lines={lines} />
  return (
    <details>
      <summary>
        {HELP_PAGE.seen} ({lines.length})
      </summary>
      <Lines lines={lines} />
    </details>
  )
}

type ListProps = Omit<HelpList, 'numbered'> & { numbered?: boolean }

function List({ heading, lines, numbered = false }: ListProps) {
  return (
    <>
      <h3>{heading}</h3>
      <Lines lines={lines} numbered={numbered} />
    </>
  )
}

function Lines({ lines, numbered = false }: Omit<ListProps, 'heading'>) {
  const items = lines.map((line) => (
    <li>
      <Line line={line} />
    </li>
  ))
  return numbered ? <ol>{items}</ol> : <ul>{items}</ul>
}

function Line({ line }: { line: HelpLine }) {
  if (typeof line === 'string') return <>{line}</>
  const href = 'topic' in line ? `#${line.topic}` : line.href
  return (
    <>
      {line.text} <a href={href}>{line.link}</a>
    </>
  )
}

function Office() {
  return (
    <section id="bkpsdm" class="card">
      <h2>{OFFICE.heading}</h2>
      <p>{OFFICE.intro}</p>
      <ul>
        {OFFICE.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/** The words of the screen stand in quotation marks, so that they are known again. */
function symptomText(symptom: Symptom): string {
  return 'screen' in symptom ? `“${symptom.screen}”` : symptom.situation
}
