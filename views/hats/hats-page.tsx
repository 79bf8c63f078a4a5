import type { Hat } from '#domain/access/hat.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { hatText } from '../parts/role-words.ts'
import { dayText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { HATS, NO_HATS, OWN, OWN_TEXT, WORN } from './hats-words.ts'

type Props = {
  frame: Frame
  hats: readonly Hat[]
  worn: Hat | undefined
  /** Where the person was going when a hat was missing. */
  place: string | undefined
}

export function hatsPage(props: Props): Page {
  return { title: 'Peran', main: <Hats {...props} />, frame: props.frame }
}

function Hats({ frame, hats, worn, place }: Props) {
  const action = place ? paths.hatsFor(place) : paths.hats
  return (
    <section id="peran" class="card">
      <h1>Peran</h1>
      <p>{hats.length === 0 ? NO_HATS : HATS}</p>
      <ul class="rows">
        {hats.map((hat) => (
          <li>
            <h2>{hatText(hat)}</h2>
            <p class="hint">Berlaku sampai {dayText(hat.until, frame.clock.zone)}</p>
            {hat.id === worn?.id ? (
              <p class="lead">{WORN}</p>
            ) : (
              <HatForm action={action} csrf={frame.csrf} hat={hat.id} label="Pakai peran ini" />
            )}
          </li>
        ))}
        {worn && (
          <li>
            <h2>{OWN}</h2>
            <p class="hint">{OWN_TEXT}</p>
            <HatForm action={paths.hats} csrf={frame.csrf} hat="" label="Lepas peran" />
          </li>
        )}
      </ul>
    </section>
  )
}

type HatFormProps = { action: string; csrf: string; hat: string; label: string }

function HatForm({ action, csrf, hat, label }: HatFormProps) {
  return (
    <Form action={action} csrf={csrf}>
      <input type="hidden" name="hat" value={hat} />
      <button>{label}</button>
    </Form>
  )
}
