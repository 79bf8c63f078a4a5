import type { Hat } from '#domain/access/hat.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/problem.tsx'
import { hatText } from '../parts/role-words.ts'
import { lastDayText } from '../parts/time-words.ts'
import type { HatDone } from '../path-names.ts'
import { paths } from '../paths.ts'
import { HATS, LAY_DOWN, NO_HATS, OWN, OWN_TEXT, PUT_ON, WORN } from './hats-words.ts'

type Props = {
  frame: Frame
  hats: readonly Hat[]
  worn: Hat | undefined
  /** Where the person was going when a hat was missing. */
  place: string | undefined
  done: HatDone | undefined
}

export function hatsPage(props: Props): Page {
  return { title: 'Peran', main: <Hats {...props} />, frame: props.frame }
}

function Hats({ frame, hats, worn, place, done }: Props) {
  const action = place ? paths.hatsFor(place) : paths.hats
  return (
    <section id="peran" class="card">
      <h1>Peran</h1>
      <Notice text={done && LAY_DOWN.done} />
      <p>{hats.length === 0 ? NO_HATS : HATS}</p>
      <ul class="rows">
        {hats.map((hat) => (
          <li class="card">
            <h2>{hatText(hat)}</h2>
            <p class="hint">Berlaku sampai {lastDayText(hat.until, frame.clock.zone)}</p>
            {hat.id === worn?.id ? (
              <p>
                <b>{WORN}</b>
              </p>
            ) : (
              <HatForm action={action} csrf={frame.csrf} hat={hat.id} label={PUT_ON} of={hat} />
            )}
            <p>
              <a class="way" href={paths.hatLayDown(hat.id)}>
                {LAY_DOWN.link}
                <span class="spoken">: {hatText(hat)}</span>
              </a>
            </p>
          </li>
        ))}
        {worn && (
          <li class="card">
            <h2>{OWN}</h2>
            <p class="hint">{OWN_TEXT}</p>
            <HatForm action={paths.hats} csrf={frame.csrf} hat="" label="Lepas peran" />
          </li>
        )}
      </ul>
    </section>
  )
}

type HatFormProps = { action: string; csrf: string; hat: string; label: string; of?: Hat }

/** Read aloud, each button says which hat it is about. */
export function HatForm({ action, csrf, hat, label, of }: HatFormProps) {
  return (
    <Form action={action} csrf={csrf}>
      <input type="hidden" name="hat" value={hat} />
      <p>
        <button>
          {label}
          {of && <span class="spoken">: {hatText(of)}</span>}
        </button>
      </p>
    </Form>
  )
}
