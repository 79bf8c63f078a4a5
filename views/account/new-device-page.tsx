import { STEPS, tooManyQrText, WHAT_OTP } from '../activation/activation-words.ts'
import { Connection, type Shown } from '../activation/connection.tsx'
import type { Frame, Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { CodeField } from '../sign-in/code-page.tsx'
import {
  ADD_DEVICE,
  NEW_NAME_HINT,
  type NewDeviceProblem,
  newDeviceTold,
  OLD_STAYS_UNTIL,
} from './devices-words.ts'

/** In place of which one the new device comes; undefined: beside those that are there. */
type Replaced = { id: string; name: string } | undefined

type Props = {
  frame: Frame
  replaced: Replaced
  secret: Omit<Shown, 'zone' | 'now' | 'problem'>
  deviceName: string
  problem?: NewDeviceProblem | undefined
}

export function newDevicePage(props: Props): Page {
  const { frame, replaced, problem } = props
  const told = problem && newDeviceTold(problem, frame.clock.now, frame.clock.zone)
  const main = <NewDevice props={props} told={told} />
  return { title: titleOf(headingOf(replaced), told), main, frame }
}

type WaitProps = { frame: Frame; replaced: Replaced; until: Date }

/** Instead of a sixth QR code within an hour. */
export function newDeviceWaitPage({ frame, replaced, until }: WaitProps): Page {
  const text = tooManyQrText(until, frame.clock.zone, frame.clock.now)
  return noDevicePage({ frame, replaced, told: { text, topic: 'aktivasi' } })
}

/** Instead of a QR code that could not be used. */
export function fiveDevicesPage({ frame }: { frame: Frame }): Page {
  const told = newDeviceTold({ kind: 'fiveDevices' }, frame.clock.now, frame.clock.zone)
  return noDevicePage({ frame, replaced: undefined, told })
}

function NewDevice({ props, told }: { props: Props; told: Told | undefined }) {
  const { frame, replaced, secret, deviceName, problem } = props
  const { now, zone } = frame.clock
  const shown = {
    ...secret,
    now,
    zone,
    problem: problem?.kind === 'fiveDevices' ? undefined : problem,
  }
  const action = replaced ? paths.deviceReplacement(replaced.id) : paths.newDevice
  return (
    <section id="perangkat-baru" class="card wide">
      <h1>{headingOf(replaced)}</h1>
      <ProblemSummary told={told} />
      <p>{replaced ? OLD_STAYS_UNTIL : ADD_DEVICE}</p>
      <ol class="steps">
        <li>
          <h2>{STEPS.connect}</h2>
          <Connection props={shown} />
        </li>
        <li>
          <h2>{STEPS.code}</h2>
          <p>{WHAT_OTP}</p>
          <Form action={action} csrf={frame.csrf} region="perangkat-baru">
            <Field
              name="device_name"
              label="Nama perangkat"
              hint={NEW_NAME_HINT}
              value={deviceName}
              autocomplete="off"
              told={told}
            />
            <CodeField told={told} />
            <button>{replaced ? 'Ganti perangkat' : 'Tambahkan'}</button>
          </Form>
        </li>
      </ol>
      <BackToDevices />
    </section>
  )
}

function noDevicePage({ frame, replaced, told }: { frame: Frame; replaced: Replaced; told: Told }) {
  const main = (
    <section id="perangkat-baru" class="card narrow">
      <h1>{headingOf(replaced)}</h1>
      <ProblemSummary told={told} />
      <BackToDevices />
    </section>
  )
  return { title: titleOf(headingOf(replaced), told), main, frame }
}

function BackToDevices() {
  return (
    <p>
      <a class="way" href={paths.devices}>
        Kembali ke Perangkat
      </a>
    </p>
  )
}

function headingOf(replaced: Replaced): string {
  return replaced ? `Ganti ${replaced.name}` : 'Tambah perangkat'
}
