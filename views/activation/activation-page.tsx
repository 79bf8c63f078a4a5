import type { Zone } from '#domain/agency.ts'
import type { Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { CodeField, FromTheStart } from '../sign-in/code-page.tsx'
import {
  ACTIVATION_INTRO,
  AGAIN,
  activationTold,
  isSignInOver,
  NEW_DEVICE_TITLE,
  NO_APP,
  OLD_DEVICE_TITLE,
  OLD_DEVICE_WHY,
  REPLACES,
  STEPS,
  tooManyQrText,
  WHAT_OTP,
} from './activation-words.ts'
import { Connection, type Shown } from './connection.tsx'

type Props = Shown & {
  csrf: string
  deviceName: string
  reactivation: boolean
  /** Let in by Reset MFA, while the old devices still serve. */
  replaces: boolean
}

export function activationPage(props: Props): Page {
  const told = props.problem && activationTold(props.problem, props.now, props.zone)
  return { title: titleOf('Aktivasi MFA', told), main: <Activation props={props} told={told} /> }
}

/** Instead of a sixth QR code within an hour. */
export function activationWaitPage(props: {
  until: Date
  zone: Zone
  now?: Date | undefined
}): Page {
  const told: Told = { text: tooManyQrText(props.until, props.zone, props.now), topic: 'aktivasi' }
  return { title: titleOf('Aktivasi MFA', told), main: <ActivationWait told={told} /> }
}

type ToldProps = { props: Props; told: Told | undefined }

/** `key` would not arrive as a prop of its own: JSX keeps that name for itself. */
function Activation({ props, told }: ToldProps) {
  const { csrf, reactivation, replaces, problem } = props
  return (
    <section id="aktivasi" class="card wide">
      <h1>Aktivasi MFA</h1>
      {reactivation && !told && <p>{AGAIN}</p>}
      <Notice text={replaces && !told ? REPLACES : undefined} />
      <ProblemSummary told={told} />
      {isSignInOver(problem) ? (
        <FromTheStart />
      ) : (
        <>
          {reactivation && <OldDevice csrf={csrf} told={told} />}
          {reactivation && <h2>{NEW_DEVICE_TITLE}</h2>}
          <Steps props={props} told={told} />
        </>
      )}
    </section>
  )
}

function Steps({ props, told }: ToldProps) {
  return (
    <>
      <Intro isAgain={told !== undefined} />
      <ol class="steps">
        <li>
          <h2>{STEPS.connect}</h2>
          <Connection props={props} />
        </li>
        <li>
          <h2>{STEPS.code}</h2>
          <p>{WHAT_OTP}</p>
          <NewDevice csrf={props.csrf} deviceName={props.deviceName} told={told} />
        </li>
      </ol>
      <p>
        <a class="way" href={paths.helpOn('aktivasi')}>
          Panduan aktivasi
        </a>
      </p>
    </>
  )
}

/** Said once: after a refusal the field has to be near what was refused. */
function Intro({ isAgain }: { isAgain: boolean }) {
  if (isAgain) return null
  return (
    <>
      <p>{ACTIVATION_INTRO}</p>
      <p>
        {NO_APP} <a href={paths.helpOn('persiapan')}>Yang perlu disiapkan</a>
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

function ActivationWait({ told }: { told: Told }) {
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
