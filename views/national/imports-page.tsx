import { UPLOAD_KINDS, type Upload } from '#domain/import/upload.ts'
import type { Frame, Page } from '../page.tsx'
import { FileField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import {
  COMMANDS,
  FILE_HINT,
  IMPORTS,
  type ImportProblem,
  importTold,
  NO_IMPORTS,
  NOT_HERE,
  ONE_AT_A_TIME,
  uploadStateText,
} from './imports-words.ts'

type Props = {
  frame: Frame
  uploads: readonly Upload[]
  /** False where files are imported from the command line alone. */
  isHere: boolean
  problem: ImportProblem | undefined
}

const LIVE: readonly Upload['state'][] = ['waiting', 'reading', 'read', 'due', 'applying']

export function importsPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && importTold(problem, frame.clock.now, frame.clock.zone)
  const main = (
    <section class="stack">
      <h1>Impor nasional</h1>
      <ProblemSummary told={told} />
      <p>{IMPORTS}</p>
      <Way {...props} told={told} />
      <h2>Berkas yang pernah dikirim</h2>
      <Uploads {...props} />
      <p class="actions">
        <a href={paths.nation}>Kembali ke Nasional</a>
      </p>
    </section>
  )
  return { title: titleOf('Impor nasional', told), main, frame }
}

function Way({
  frame,
  uploads,
  isHere,
  told,
}: Props & { told: ReturnType<typeof importTold> | undefined }) {
  const live = uploads.find(({ state }) => LIVE.includes(state))
  if (live)
    return (
      <div class="card">
        <p class="lead">{uploadStateText(live)}</p>
        <p>
          <a class="button" href={paths.importOf(live.id)}>
            Buka {live.name}
          </a>
        </p>
        <p class="hint">{ONE_AT_A_TIME}</p>
      </div>
    )
  if (!isHere)
    return (
      <div class="card">
        <p>{NOT_HERE}</p>
        <pre>{COMMANDS}</pre>
      </div>
    )
  return (
    <div class="card">
      <Form action={paths.imports} csrf={frame.csrf} hasFile>
        <ProofField frame={frame} place={paths.imports} told={told} />
        <FileField
          name="berkas"
          label="Berkas"
          hint={FILE_HINT}
          accept={UPLOAD_KINDS.join()}
          told={told}
        />
        <p class="actions">
          <button>Kirim dan baca</button>
        </p>
      </Form>
    </div>
  )
}

function Uploads({ frame, uploads }: Props) {
  if (uploads.length === 0) return <p class="none">{NO_IMPORTS}</p>
  return (
    <ul class="rows">
      {uploads.map((upload) => (
        <li>
          <p>
            <a href={paths.importOf(upload.id)}>{upload.name}</a>
          </p>
          <p class="hint">
            {uploadStateText(upload)}. Dikirim {upload.from.name},{' '}
            {momentText(upload.receivedAt, frame.clock.zone)}
          </p>
        </li>
      ))}
    </ul>
  )
}
