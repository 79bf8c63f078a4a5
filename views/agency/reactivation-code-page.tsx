import { formatReactivationCode } from '#domain/reset/reactivation-code.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/problem.tsx'
import { dayText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { HANDED, untilText } from './reset-mfa-words.ts'
import { Whom } from './whom.tsx'

type Props = {
  frame: Frame
  person: { id: string; name: string; nip: string }
  code: string
  madeAt: Date
  until: Date
}

/** Until it is handed over, so that an answer lost on the way is no lost code; to be printed too. */
export function reactivationCodePage(props: Props): Page {
  return { title: HANDED.title, main: <Handed {...props} />, frame: props.frame }
}

function Handed({ frame, person, code, madeAt, until }: Props) {
  const { zone } = frame.clock
  return (
    <section id="kode-aktivasi-ulang" class="card narrow">
      <h1>{HANDED.title}</h1>
      <Whom person={person} />
      <p class="lead handed">
        {HANDED.before} <code>{formatReactivationCode(code)}</code>
        {HANDED.after}
      </p>
      <p>{untilText(until, zone)}</p>
      <p class="onscreen">{HANDED.how}</p>
      <Slip made={dayText(madeAt, zone)} />
      <p class="actions">
        <button type="button" class="quiet" data-print hidden>
          Cetak
        </button>
      </p>
      <noscript>
        <p class="hint">{HANDED.print}</p>
      </noscript>
      <Form action={paths.employeeCode(person.id)} csrf={frame.csrf}>
        <button>{HANDED.done}</button>
      </Form>
    </section>
  )
}

/** On paper it is the employee who reads. */
function Slip({ made }: { made: string }) {
  return (
    <div class="printed">
      <h2>{HANDED.slip}</h2>
      <ol>
        {HANDED.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>ASN Digital, dibuat {made}</p>
    </div>
  )
}

/** Handed over, used or over; or another session's. */
export function noReactivationCodePage({ frame, id }: { frame: Frame; id: string }): Page {
  const main = (
    <section id="kode-aktivasi-ulang" class="card narrow">
      <h1>{HANDED.title}</h1>
      <Notice text={HANDED.gone} />
      <p class="actions">
        <a class="button" href={paths.employeeMfaReset(id)}>
          Buat kode baru
        </a>
        <a href={paths.employee(id)}>Kembali ke pegawai</a>
      </p>
    </section>
  )
  return { title: HANDED.title, main, frame }
}
