import type { Zone } from '#domain/agency.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { groupsOfFour, nipText } from '../parts/nip-words.ts'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { dayText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { busyTold, slowedTold } from '../sign-in/sign-in-words.ts'
import {
  HOW_TO_USE,
  NEW_SET,
  newSetText,
  type OfferReason,
  PRINT_BY_MENU,
  reasonText,
  SHARED_COMPUTER,
  savingText,
  WHAT_FOR,
} from './recovery-codes-words.ts'

type ToldProps = { told: Told | undefined }

type OfferProps = {
  frame: Frame
  csrf: string
  reason: OfferReason
  left: number
  problem?: NewCodesProblem
}

export type NewCodesProblem =
  | { kind: 'busy'; seconds: number }
  | { kind: 'slowed'; until: Date; seconds: number }

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

/** Offered for a set that nobody ticked off, that is nearly used up, or that is lost. */
export function newRecoveryCodesPage(props: OfferProps): Page {
  const { problem, frame } = props
  const told = problem && newCodesTold(problem, frame.clock.zone)
  return { title: titleOf('Kode cadangan', told), main: <NewSet {...props} told={told} />, frame }
}

function newCodesTold(problem: NewCodesProblem, zone: Zone): Told {
  if (problem.kind === 'busy') return busyTold(problem.seconds)
  return slowedTold(problem.until, problem.seconds, zone)
}

function NewCodes({ csrf, codes, device, person, madeAt, zone }: Props) {
  return (
    <section id="kode-cadangan" class="card narrow">
      <h1>Kode cadangan</h1>
      {device === undefined && <p class="lead">{NEW_SET}</p>}
      <p class={device && 'lead'}>{savingText(device)}</p>
      <p>{WHAT_FOR}</p>
      <p>{HOW_TO_USE}</p>
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
      <p class="hint">{SHARED_COMPUTER}</p>
      <noscript>
        <p class="hint">{PRINT_BY_MENU}</p>
      </noscript>
    </>
  )
}

function NewSet({ csrf, reason, left, told }: OfferProps & ToldProps) {
  return (
    <section id="kode-cadangan" class="card narrow">
      <h1>Kode cadangan</h1>
      <ProblemSummary told={told} />
      <p>{reasonText(reason, left)}</p>
      {reason === 'unsaved' && <KeptAfterAll csrf={csrf} />}
      <p>{newSetText(reason)}</p>
      <Form action={paths.recoveryCodes} csrf={csrf} region="kode-cadangan">
        <button name="make" value="ya">
          Buat kode cadangan baru
        </button>
      </Form>
      <p>
        <a class="way" href={reason === 'wanted' ? paths.account : paths.home}>
          Nanti saja
        </a>
      </p>
    </section>
  )
}

/** Someone whose set is there, only not ticked off, may have kept it all the same. */
function KeptAfterAll({ csrf }: { csrf: string }) {
  return (
    <Form action={paths.recoveryCodes} csrf={csrf} region="kode-cadangan">
      <button name="saved" value="lama">
        Kode yang lama sudah saya simpan
      </button>
    </Form>
  )
}
