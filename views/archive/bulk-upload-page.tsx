import type { BulkProblem } from '#domain/archive/bulk-plan.ts'
import type { StartRefused } from '#domain/archive/start-upload.ts'
import type { ReceiveRefusal } from '#domain/archive/upload.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import { sizeText } from '../national/imports-words.ts'
import type { Frame, Page } from '../page.tsx'
import { FileField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { BULK, bulkProblemText, bulkRefusedText, bulkSumText, NOT_SENT } from './bulk-words.ts'
import { Sending } from './sending.tsx'
import { receiveRefusalText, statusText } from './upload-words.ts'

/** A file of the folder, and how far it is. */
export type BulkLine = { n: number; name: string; bytes: number } & (
  | { problem: BulkProblem }
  | { person: string; document: string; state: BulkState }
)

export type BulkState =
  | { kind: 'notSent' }
  | { kind: 'notBegun'; why: StartRefused['kind'] }
  | { kind: 'notReceived'; why: ReceiveRefusal }
  | { kind: 'sent'; upload: string; status: VersionStatus | 'uploading' }

type Props = { frame: Frame; batch: string; lines: readonly BulkLine[]; script: string }

export function bulkUploadPage(props: Props): Page {
  const { frame, batch, lines, script } = props
  const wrong = lines.filter((line) => 'problem' in line).length
  const ready = lines.filter(isDue).length
  const main = (
    <section class="stack" id="massal">
      <h1>{BULK.title}</h1>
      <p class="lead">{bulkSumText({ ready, wrong, sent: lines.length - wrong - ready })}</p>
      {ready > 0 ? (
        <Send frame={frame} batch={batch} />
      ) : (
        <Notice text={wrong < lines.length ? BULK.done : undefined} />
      )}
      <Lines lines={lines} />
      <p class="actions">
        <a href={paths.bulkUploads}>Daftar lain</a>
        <a href={paths.deskUploads}>Unggahan saya</a>
      </p>
      <script src={script} defer></script>
    </section>
  )
  return { title: BULK.title, main, frame }
}

/** What is still to be sent, or to be sent again. */
export function isDue(line: BulkLine): boolean {
  if ('problem' in line) return false
  return line.state.kind !== 'sent' || line.state.status === 'uploading'
}

function Send({ frame, batch }: { frame: Frame; batch: string }) {
  return (
    <div class="card" data-bulk={paths.bulkUpload(batch)}>
      <Form action={paths.bulkUpload(batch)} csrf={frame.csrf} hasFile>
        <FileField
          name="berkas"
          label={BULK.files}
          hint={BULK.filesHint}
          accept="application/pdf,.pdf"
          multiple
          told={undefined}
        />
        <Sending />
        <p class="actions">
          <button>{BULK.send}</button>
        </p>
      </Form>
    </div>
  )
}

function Lines({ lines }: { lines: readonly BulkLine[] }) {
  return (
    <table>
      <caption class="spoken">Berkas dalam daftar ini</caption>
      <thead>
        <tr>
          <th scope="col">Berkas</th>
          <th scope="col">Pegawai dan dokumen</th>
          <th scope="col">Keadaan</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line line={line} />
        ))}
      </tbody>
    </table>
  )
}

/** A name that was typed comes without a size, for which one byte stands. */
function Line({ line }: { line: BulkLine }) {
  const isReady = isDue(line)
  return (
    <tr data-file={isReady ? line.name : undefined} data-n={isReady ? line.n : undefined}>
      <th scope="row">
        {line.name} {line.bytes > 1 && <span class="hint">{sizeText(line.bytes)}</span>}
      </th>
      <td>{'problem' in line ? '' : `${line.person}, ${line.document}`}</td>
      <td>
        <State line={line} />
      </td>
    </tr>
  )
}

function State({ line }: { line: BulkLine }) {
  if ('problem' in line) return <>{bulkProblemText(line.problem)}</>
  const { state } = line
  switch (state.kind) {
    case 'notSent':
      return <>{NOT_SENT}</>
    case 'notBegun':
      return <>{bulkRefusedText(state.why)}</>
    case 'notReceived':
      return <>{receiveRefusalText(state.why)}</>
    case 'sent':
      return <a href={paths.deskUpload(state.upload)}>{statusText(state.status)}</a>
  }
}
