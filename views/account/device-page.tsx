import type { NamedDevice } from '#domain/mfa/device.ts'
import type { Frame, Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import {
  NEW_NAME_HINT,
  REMOVAL,
  type RemovalProblem,
  type RenameProblem,
  removalTold,
  renameTold,
} from './devices-words.ts'

type RenameProps = {
  frame: Frame
  device: NamedDevice
  /** What was typed so far. */
  typed: string
  problem?: RenameProblem | undefined
}

export function deviceNamePage(props: RenameProps): Page {
  const { frame, problem } = props
  const told = problem && renameTold(problem, frame.clock.now, frame.clock.zone)
  const main = <Rename {...props} told={told} />
  return { title: titleOf('Ubah nama perangkat', told), main, frame }
}

type RemovalProps = { frame: Frame; device: NamedDevice; problem?: RemovalProblem | undefined }

export function deviceRemovalPage(props: RemovalProps): Page {
  const told = props.problem && removalTold(props.problem)
  const main = <Removal {...props} told={told} />
  return { title: titleOf('Hapus perangkat', told), main, frame: props.frame }
}

function Rename({ frame, device, typed, told }: RenameProps & { told: Told | undefined }) {
  return (
    <section id="nama-perangkat" class="card narrow">
      <h1>Ubah nama perangkat</h1>
      <ProblemSummary told={told} />
      <Form action={paths.deviceName(device.id)} csrf={frame.csrf} region="nama-perangkat">
        <Field
          name="device_name"
          label={`Nama baru untuk ${device.name}`}
          hint={NEW_NAME_HINT}
          value={typed}
          autocomplete="off"
          told={told}
        />
        <button>Simpan nama</button>
      </Form>
      <Back />
    </section>
  )
}

/** Where it is the last one, the way to its successor stands in place of the button. */
function Removal({ frame, device, problem, told }: RemovalProps & { told: Told | undefined }) {
  const isLast = problem?.kind === 'lastDevice'
  return (
    <section id="hapus-perangkat" class="card narrow">
      <h1>Hapus {device.name}?</h1>
      <ProblemSummary told={told} />
      {isLast ? (
        <p>
          <a class="button" href={paths.deviceReplacement(device.id)}>
            Ganti perangkat ini
          </a>
        </p>
      ) : (
        <>
          <p>{REMOVAL}</p>
          <Form action={paths.deviceRemoval(device.id)} csrf={frame.csrf} region="hapus-perangkat">
            <button>Hapus perangkat</button>
          </Form>
        </>
      )}
      <Back />
    </section>
  )
}

function Back() {
  return (
    <p>
      <a class="way" href={paths.devices}>
        Kembali ke Perangkat
      </a>
    </p>
  )
}
