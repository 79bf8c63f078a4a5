import type { Zone } from '#domain/agency.ts'
import type { Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { groupsOfFour, nipText } from '../parts/nip-words.ts'
import { ProblemSummary, type Told } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { CodeField } from '../sign-in/code-page.tsx'
import {
  ACTIVATION_INTRO,
  type ActivationProblem,
  activationTold,
  CODE_STEP,
  expiryText,
  KEY_STEP,
  OLD_DEVICE_TITLE,
  OLD_DEVICE_WHY,
  SAME_PHONE_STEP,
  SCAN_STEP,
  tooManyQrText,
} from './activation-words.ts'
import { QrCode } from './qr-code.tsx'

type Props = {
  csrf: string
  qr: readonly (readonly boolean[])[]
  /** Base32, 32 characters. */
  key: string
  uri: string
  nip: string
  deviceName: string
  expiresAt: Date
  zone: Zone
  reactivation: boolean
  problem?: ActivationProblem | undefined
  now?: Date | undefined
}

export function activationPage(props: Props): Page {
  return { title: 'Aktivasi MFA', main: <Activation props={props} /> }
}

/** Instead of a sixth QR code within an hour. */
export function activationWaitPage(props: {
  until: Date
  zone: Zone
  now?: Date | undefined
}): Page {
  return { title: 'Aktivasi MFA', main: <ActivationWait {...props} /> }
}

/** `key` would not arrive as a prop of its own: JSX keeps that name for itself. */
function Activation({ props }: { props: Props }) {
  const told = props.problem && activationTold(props.problem, props.now)
  return (
    <section id="aktivasi" class="card wide">
      <h1>Aktivasi MFA</h1>
      <ProblemSummary told={told} />
      {props.reactivation && <OldDevice csrf={props.csrf} told={told} />}
      <p>{ACTIVATION_INTRO}</p>
      <ol class="steps">
        <li>
          <Scan props={props} />
        </li>
        <li>
          <p>{CODE_STEP}</p>
          <NewDevice csrf={props.csrf} deviceName={props.deviceName} told={told} />
        </li>
      </ol>
      <p>
        <a href={paths.helpOn('aktivasi')}>Panduan aktivasi</a>
      </p>
    </section>
  )
}

function Scan({ props: { qr, key, uri, nip, expiresAt, zone } }: { props: Props }) {
  return (
    <>
      <p>{SCAN_STEP}</p>
      <QrCode squares={qr} label={`Kode QR untuk akun ASN Digital ${nipText(nip)}`} />
      <p class="hint">{expiryText(expiresAt, zone)}</p>
      <p>{KEY_STEP}</p>
      <p>
        <code id="kunci" class="key">
          {groupsOfFour(key)}
        </code>
      </p>
      <p class="copy">
        <button type="button" class="quiet" data-copy="kunci" hidden>
          Salin kunci
        </button>
        <span role="status">
          <b hidden>Kunci tersalin.</b>
        </span>
      </p>
      <p>
        {SAME_PHONE_STEP} <a href={uri}>Buka di aplikasi autentikator</a>
      </p>
    </>
  )
}

type DeviceProps = { csrf: string; told: Told | undefined }

function NewDevice({ csrf, deviceName, told }: DeviceProps & { deviceName: string }) {
  return (
    <Form action={paths.activation} csrf={csrf} region="aktivasi">
      <Field
        name="device_name"
        label="Nama perangkat"
        hint="Misalnya HP Samsung."
        value={deviceName}
        autocomplete="off"
        told={told}
      />
      <CodeField told={told} />
      <button>Aktifkan</button>
    </Form>
  )
}

function OldDevice({ csrf, told }: DeviceProps) {
  return (
    <div class="aside">
      <h2>{OLD_DEVICE_TITLE}</h2>
      <p>{OLD_DEVICE_WHY}</p>
      <Form action={paths.activation} csrf={csrf} region="aktivasi">
        <Field
          name="old_code"
          label="Kode perangkat lama"
          inputmode="numeric"
          autocomplete="one-time-code"
          told={told}
        />
        <button>Pakai perangkat lama</button>
      </Form>
    </div>
  )
}

function ActivationWait({ until, zone, now }: { until: Date; zone: Zone; now?: Date | undefined }) {
  const told: Told = { text: tooManyQrText(until, zone, now), topic: 'aktivasi' }
  return (
    <section id="aktivasi" class="card wide">
      <h1>Aktivasi MFA</h1>
      <ProblemSummary told={told} />
      <p class="actions">
        <a class="button" href={paths.activation}>
          Coba lagi
        </a>
        <a href={paths.signIn}>Kembali ke Masuk</a>
      </p>
    </section>
  )
}
