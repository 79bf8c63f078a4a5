import type { HelpTopic } from '../help-topics.ts'
import type { Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { FORGOTTEN } from '../reset/start-words.ts'
import { NEXT, placeText, QUESTION } from './not-me-words.ts'

/** Where things stand for a link: it asks, it was pressed, there is nothing to freeze, it is over. */
export type NotMePlace = 'asked' | 'frozen' | 'disabled' | 'late'

type Props = { csrf: string; token: string; told?: Told | undefined }

/** Asks, and changes nothing: scanners of mail open every link. */
export function notMePage(props: Props): Page {
  return { title: titleOf(QUESTION.title, props.told), main: <Question {...props} /> }
}

/** How it ended; likewise whatever a late or unknown link belonged to. */
export function notMeOverPage(place: Exclude<NotMePlace, 'asked'>): Page {
  return { title: QUESTION.title, main: <Over place={place} /> }
}

function Question({ csrf, token, told }: Props) {
  return (
    <section id="bukan-saya" class="card narrow">
      <h1>{QUESTION.title}</h1>
      <ProblemSummary told={told} />
      <p class="lead">{QUESTION.lead}</p>
      <p>{QUESTION.outcome}</p>
      <ul>
        {QUESTION.consequences.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <Form action={paths.notMe(token)} csrf={csrf} region="bukan-saya">
        <button>{QUESTION.button}</button>
      </Form>
      <p class="hint">{QUESTION.otherwise}</p>
    </section>
  )
}

const TOPICS: Record<Exclude<NotMePlace, 'asked'>, HelpTopic> = {
  frozen: 'akun-ditahan',
  disabled: 'akun-nonaktif',
  late: 'bukan-saya',
}

function Over({ place }: { place: Exclude<NotMePlace, 'asked'> }) {
  return (
    <section id="bukan-saya" class="card narrow">
      <h1>{QUESTION.title}</h1>
      <p class="lead" role="status">
        {placeText(place)}
      </p>
      {place === 'frozen' && <p>{NEXT}</p>}
      <ul class="links">
        {place === 'frozen' && (
          <li>
            <a href={paths.resetStart}>{FORGOTTEN}</a>
          </li>
        )}
        <li>
          <a href={paths.helpOn(TOPICS[place])}>Bantuan</a>
        </li>
      </ul>
    </section>
  )
}
