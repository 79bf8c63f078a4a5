import type { Zone } from '#domain/agency.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { groupsOfFour, nipText } from '../parts/nip-words.ts'
import { ProblemSummary } from '../parts/problem.tsx'
import { dayText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { CodeField } from '../sign-in/code-page.tsx'
import { type CodeProblem, codeTold } from '../sign-in/code-words.ts'
import {
  fewLeftText,
  NEVER_SAVED,
  NEW_SET_VOIDS_OLD,
  PRINT_BY_MENU,
  savingText,
  WHAT_FOR,
} from './recovery-codes-words.ts'

type OfferProps = {
  frame: Frame
  csrf: string
  reason: 'unsaved' | 'few'
  left: number
  askCode: boolean
  now: Date
  problem?: CodeProblem
}

type Props = {
  frame: Frame
  csrf: string
  codes: readonly string[]
  device: string | undefined
  person: { name: string; nip: string }
  madeAt: Date
  zone: Zone
}

export function recoveryCodesPage(props: Props): Page {
  return { title: 'Kode cadangan', main: <NewCodes {...props} />, frame: props.frame }
}

/** Offered for a set that nobody ticked off, or that is nearly used up. */
export function newRecoveryCodesPage(props: OfferProps): Page {
  return { title: 'Kode cadangan', main: <NewSet {...props} />, frame: props.frame }
}

function NewCodes({ csrf, codes, device, person, madeAt, zone }: Props) {
  return (
    <section id="kode-cadangan" class="card narrow">
      <h1>Kode cadangan</h1>
      <p class="lead">{savingText(device)}</p>
      <p>{WHAT_FOR}</p>
      <p class="printed">
        {person.name}
        <br />
        NIP {nipText(person.nip)}
        <br />
        Dibuat {dayText(madeAt, zone)}
      </p>
      <Codes codes={codes} />
      <Keeping />
      <Form action={paths.recoveryCodes} csrf={csrf} region="kode-cadangan">
        <label class="tick">
          <input type="checkbox" name="saved" value="ya" /> Saya sudah menyimpan kode cadangan
        </label>
        <button>Lanjutkan</button>
      </Form>
    </section>
  )
}

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <ol class="codes">
      {codes.map((code) => (
        <li>
          <code>{groupsOfFour(code)}</code>
        </li>
      ))}
    </ol>
  )
}

function Keeping() {
  return (
    <>
      <p class="actions">
        <button type="button" class="quiet" data-print hidden>
          Cetak
        </button>
        <a class="button quiet" href={paths.recoveryCodesFile} download>
          Unduh
        </a>
      </p>
      <noscript>
        <p class="hint">{PRINT_BY_MENU}</p>
      </noscript>
    </>
  )
}

function NewSet({ csrf, reason, left, askCode, problem, now }: OfferProps) {
  const told = problem && codeTold(problem, now)
  return (
    <section id="kode-cadangan" class="card narrow">
      <h1>Kode cadangan</h1>
      <ProblemSummary told={told} />
      <p>{reason === 'unsaved' ? NEVER_SAVED : fewLeftText(left)}</p>
      <p>{NEW_SET_VOIDS_OLD}</p>
      <Form action={paths.recoveryCodes} csrf={csrf} region="kode-cadangan">
        {askCode && <CodeField told={told} />}
        <button name="make" value="ya">
          Buat kode cadangan baru
        </button>
      </Form>
      <p>
        <a href={paths.home}>Nanti saja</a>
      </p>
    </section>
  )
}
