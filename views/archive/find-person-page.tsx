import { TOO_SHORT } from '../agency/desk-words.ts'
import type { Frame, Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { AskForm } from '../parts/form.tsx'
import { nipText } from '../parts/nip-words.ts'
import { Notice } from '../parts/problem.tsx'
import { FIND_PERSON } from './find-person-words.ts'

type Found = { id: string; name: string; nip: string; unitName: string | undefined }

type Props = {
  frame: Frame
  /** What the person is looked for: its page, what it says, and where it leads. */
  area: {
    title: string
    lead: string
    place: string
    pathOf: (person: string) => string
    back: { path: string; label: string }
  }
  text: string
  answer: { people: readonly Found[]; more: string | undefined } | 'nothingAsked' | 'tooShort'
}

/** Whose records an office of the archive is to deal with. */
export function findPersonPage(props: Props): Page {
  return { title: props.area.title, main: <Find {...props} />, frame: props.frame }
}

function Find({ area, text, answer }: Props) {
  return (
    <section id="pencarian" class="card">
      <h1>{area.title}</h1>
      <p>{area.lead}</p>
      <AskForm action={area.place} label={FIND_PERSON.search}>
        <div class="ask">
          <Field name="cari" label={FIND_PERSON.label} value={text} autocomplete="off" autofocus />
          <button>Cari</button>
        </div>
      </AskForm>
      {answer === 'tooShort' && <Notice text={TOO_SHORT} />}
      {typeof answer === 'object' && <Answer area={area} {...answer} />}
      <p class="actions">
        <a href={area.back.path}>{area.back.label}</a>
      </p>
    </section>
  )
}

function Answer({ area, people, more }: Pick<Props, 'area'> & Exclude<Props['answer'], string>) {
  if (people.length === 0) return <Notice text={FIND_PERSON.nobody} />
  return (
    <>
      <ul class="links">
        {people.map(({ id, name, nip, unitName }) => (
          <li>
            <a href={area.pathOf(id)}>{name}</a>
            <br />
            <code>{nipText(nip)}</code>
            {unitName && <span class="hint"> {unitName}</span>}
          </li>
        ))}
      </ul>
      {more && (
        <p class="walk">
          <a href={more}>{FIND_PERSON.more}</a>
        </p>
      )}
    </>
  )
}
