import type { Upload } from '#domain/import/upload.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { momentText } from '../parts/time-words.ts'
import type { ImportOrder } from '../path-names.ts'
import { paths } from '../paths.ts'
import { ImportReport, type ReportProps } from './import-report.tsx'
import {
  type ImportProblem,
  importTold,
  NOTHING_CHANGED,
  progressText,
  sizeText,
  sumText,
  takenText,
  unreadableText,
  uploadStateText,
} from './imports-words.ts'

export type ImportProps = {
  frame: Frame
  upload: Upload
  report: ReportProps | undefined
  problem: ImportProblem | undefined
}

export function importPage(props: ImportProps): Page {
  const { frame, upload, problem, report } = props
  const told = problem && importTold(problem, frame.clock.now, frame.clock.zone)
  const main = (
    <section id="impor" class="stack">
      <h1>Impor {upload.name}</h1>
      <ProblemSummary told={told} />
      <State {...props} told={told} />
      {report && <ImportReport {...report} upload={upload} />}
      <Facts frame={frame} upload={upload} />
      <p class="actions">
        <a href={paths.imports}>Kembali ke Impor nasional</a>
      </p>
    </section>
  )
  return { title: titleOf('Impor nasional', told), main, frame }
}

function State({ frame, upload, report, told }: ImportProps & { told: Told | undefined }) {
  const order = { frame, upload, told }
  switch (upload.state) {
    case 'waiting':
    case 'reading':
    case 'due':
    case 'applying':
      return <Underway {...order} />
    case 'unreadable':
      return <p class="problem">{unreadableText(upload.problem)}</p>
    case 'read':
      return (
        <div class="card">
          <p class="lead">{NOTHING_CHANGED}</p>
          {report && <p>Menerapkan berarti: {sumText(report.sum)}.</p>}
          <Choice {...order} />
        </div>
      )
    case 'applied':
      return <Notice text={takenText(upload.taken)} />
    case 'discarded':
      return <Notice text="Impor ini dibatalkan. Berkasnya dihapus." />
  }
}

function Underway(order: { frame: Frame; upload: Upload; told: Told | undefined }) {
  const { state } = order.upload
  const isApplying = state === 'due' || state === 'applying'
  return (
    <div class="card">
      <ImportProgress upload={order.upload} />
      <p class="hint">
        Halaman ini memperbarui dirinya. Tanpa JavaScript,{' '}
        <a href={paths.importOf(order.upload.id)}>muat ulang</a>. Anda boleh menutupnya; pekerjaan
        berjalan terus.
      </p>
      {isApplying ? (
        <Order {...order} to="penghentian" label="Hentikan" />
      ) : (
        <Order {...order} to="pembatalan" label="Batalkan impor" />
      )}
    </div>
  )
}

/** Asks every two seconds how far it is; that is no activity of the session (R-SE-03). */
export function ImportProgress({ upload }: { upload: Upload }) {
  const progress = 'progress' in upload ? upload.progress : { done: 0, total: 0 }
  const isCounted = upload.state === 'reading' || upload.state === 'applying'
  return (
    <div
      id="kemajuan"
      hx-get={paths.importProgress(upload.id)}
      hx-trigger="every 2s"
      hx-target="#kemajuan"
      hx-swap="outerHTML ignoreTitle:true"
    >
      <p class="lead">{uploadStateText(upload)}</p>
      <progress
        aria-label={uploadStateText(upload)}
        max={progress.total || 1}
        value={progress.done}
      />
      {isCounted && <p class="hint">{progressText(upload.state as 'reading', progress)}</p>}
    </div>
  )
}

type Orders = { frame: Frame; upload: Upload; told: Told | undefined }

/** One code serves both, so they are one form. */
function Choice({ frame, upload, told }: Orders) {
  const { id } = upload
  return (
    <Form action={paths.importOrder(id, 'penerapan')} csrf={frame.csrf}>
      <ProofField frame={frame} place={paths.importOf(id)} told={told} />
      <p class="actions">
        <button>Terapkan</button>
        <button class="quiet" formaction={paths.importOrder(id, 'pembatalan')}>
          Batalkan impor
        </button>
      </p>
    </Form>
  )
}

function Order({ frame, upload, told, to, label }: Orders & { to: ImportOrder; label: string }) {
  const { id } = upload
  return (
    <Form action={paths.importOrder(id, to)} csrf={frame.csrf}>
      <ProofField frame={frame} place={paths.importOf(id)} told={told} />
      <p class="actions">
        <button class="quiet">{label}</button>
      </p>
    </Form>
  )
}

function Facts({ frame, upload }: { frame: Frame; upload: Upload }) {
  const by = 'by' in upload ? upload.by : undefined
  return (
    <details>
      <summary>Tentang berkas ini</summary>
      <dl>
        <dt>Ukuran</dt>
        <dd>{sizeText(upload.bytes)}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{upload.sha256}</code>
        </dd>
        <dt>Dikirim</dt>
        <dd>
          {upload.from.name}, {momentText(upload.receivedAt, frame.clock.zone)}
        </dd>
        {by && (
          <>
            <dt>Diterapkan oleh</dt>
            <dd>{by.name}</dd>
          </>
        )}
      </dl>
    </details>
  )
}
