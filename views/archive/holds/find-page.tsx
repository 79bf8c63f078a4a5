import { TOO_SHORT } from '../../agency/desk-words.ts'
import type { Frame, Page } from '../../page.tsx'
import { Field } from '../../parts/field.tsx'
import { AskForm } from '../../parts/form.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { Notice } from '../../parts/problem.tsx'
import { paths } from '../../paths.ts'
import { HOLDS } from './hold-words.ts'

type Found = { id: string; name: string; nip: string; unitName: string | undefined }

type Props = {
  frame: Frame
  text: string
  answer: { people: readonly Found[]; more: string | undefined } | 'nothingAsked' | 'tooShort'
}

/** The first step: whose records. */
export function findForHoldPage(props: Props): Page {
  return { title: HOLDS.place, main: <Find {...props} />, frame: props.frame }
}

function Find({ text, answer }: Props) {
  return (
    <section id="pencarian" class="card">
      <h1>{HOLDS.place}</h1>
      <p>{HOLDS.findText}</p>
      <AskForm action={paths.newHold} label={HOLDS.find}>
        <div class="ask">
          <Field
            name="cari"
            label="NIP atau nama pegawai"
            value={text}
            autocomplete="off"
            autofocus
          />
          <button>Cari</button>
        </div>
      </AskForm>
      {answer === 'tooShort' && <Notice text={TOO_SHORT} />}
      {typeof answer === 'object' && <Answer {...answer} />}
      <p class="actions">
        <a href={paths.holds}>{HOLDS.all}</a>
      </p>
    </section>
  )
}

function Answer({ people, more }: Exclude<Props['answer'], string>) {
  if (people.length === 0) return <Notice text={HOLDS.nobody} />
  return (
    <>
      <ul class="links">
        {people.map(({ id, name, nip, unitName }) => (
          <li>
            <a href={paths.newHoldOn(id)}>{name}</a>
            <br />
            <code>{nipText(nip)}</code>
            {unitName && <span class="hint"> {unitName}</span>}
          </li>
        ))}
      </ul>
      {more && (
        <p class="walk">
          <a href={more}>{HOLDS.more}</a>
        </p>
      )}
    </>
  )
}
