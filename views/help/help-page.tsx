import { type HelpTopic, helpPageOf } from '../help-topics.ts'
import type { Page } from '../page.tsx'
import { paths } from '../paths.ts'
import type { HelpText, Symptom, SymptomGroup } from './help-text.ts'
import { ARCHIVE_HELP, HELP, HELP_PAGE, OFFICE, OFFICE_HELP } from './help-words.ts'
import { Paragraph, symptomText } from './paragraph.tsx'
import { GROUPS, SYMPTOMS } from './symptoms-words.ts'

const QUESTION = 'yang-anda-lihat'
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

const OWN_BACK = { label: HELP_PAGE.back, path: `#${QUESTION}` }

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
