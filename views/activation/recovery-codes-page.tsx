import type { Zone } from '#domain/agency.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { groupsOfFour, nipText } from '../parts/nip-words.ts'
import { dayText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import {
  NEVER_SAVED,
  NEW_SET_VOIDS_OLD,
  PRINT_BY_MENU,
  savingText,
  WHAT_FOR,
} from './recovery-codes-words.ts'

type Props = {
  frame: Frame
  csrf: string
  /** Undefined when they were made in another session and cannot be shown any more. */
  codes: readonly string[] | undefined
  device: string | undefined
  person: { name: string; nip: string }
  madeAt: Date
  zone: Zone
}

export function recoveryCodesPage(props: Props): Page {
  const { frame, csrf, codes } = props
  const main = codes ? <NewCodes {...props} codes={codes} /> : <LostCodes csrf={csrf} />
  return { title: 'Kode cadangan', main, frame }
}

function NewCodes({
  csrf,
  codes,
  device,
  person,
  madeAt,
  zone,
}: Props & { codes: readonly string[] }) {
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

function LostCodes({ csrf }: { csrf: string }) {
  return (
    <section id="kode-cadangan" class="card narrow">
      <h1>Kode cadangan</h1>
      <p>{NEVER_SAVED}</p>
      <p>{NEW_SET_VOIDS_OLD}</p>
      <Form action={paths.recoveryCodes} csrf={csrf} region="kode-cadangan">
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
