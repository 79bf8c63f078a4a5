import type { HelpTopic } from '../help-topics.ts'
import { paths } from '../paths.ts'
import { REFUSED_TITLE } from './frame-words.ts'

/**
 * Why not: the sentence, the paragraph of help that goes on from there, the field to correct.
 * `either` is a second field where nobody may be told which of the two is wrong (R-EN-01); `also`:
 * what is wrong besides, each with its field.
 */
export type Told = {
  text: string
  topic: HelpTopic
  field?: string
  either?: string
  also?: readonly { text: string; field: string }[]
}

/** Names the sentence for the field that it is about. */
export const REASON = 'alasan'

/** Names what is wrong besides with that field. */
export function reasonOf(field: string): string {
  return `${REASON}-${field}`
}

/** In the tab and first thing read: a page that came back refused is told from a fresh one. */
export function titleOf(title: string, told: Told | undefined): string {
  return told ? `${REFUSED_TITLE}: ${title}` : title
}

/** The summary above a form: announced, focused where scripts run, linked to field and help. */
export function ProblemSummary({ told }: { told: Told | undefined }) {
  if (!told) return null
  return (
    <div class="problem" role="alert" tabindex={-1}>
      <p id={REASON}>{told.field ? <a href={`#${told.field}`}>{told.text}</a> : told.text}</p>
      {told.also?.map(({ text, field }) => (
        <p id={reasonOf(field)}>
          <a href={`#${field}`}>{text}</a>
        </p>
      ))}
      <p>
        <a class="way" href={paths.helpOn(told.topic)}>
          Bantuan untuk masalah ini
        </a>
      </p>
    </div>
  )
}

/** What went as it should, or has to be known, without being anybody's mistake. */
export function Notice({ text }: { text: string | undefined }) {
  return text ? (
    <p class="notice" role="status">
      {text}
    </p>
  ) : null
}
