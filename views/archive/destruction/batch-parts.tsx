import type { BatchAct } from '#domain/archive/destruction/acts.ts'
import { stateOfPaper } from '#domain/archive/destruction/add-paper.ts'
import { type Batch, standingSignature } from '#domain/archive/destruction/batch.ts'
import { hasOwnFile, type KeptPaper } from '#domain/archive/destruction/paper.ts'
import type { StandingStep } from '#domain/archive/destruction/procedure.ts'
import type { PersonId } from '#domain/person.ts'
import type { Frame } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import type { BatchSide } from './batch-side.ts'
import {
  ADD_PDF,
  BATCH,
  civilText,
  missingText,
  NO_PDF,
  PAPER_PDF,
  paperText,
  seatText,
  stepStateText,
  stepText,
} from './batch-words.ts'

type Named = { name: string; nip: string }

/** What everybody reads of a list who may read it. */
export type ShownBatch = {
  frame: Frame
  side: BatchSide
  batch: Batch
  number: string
  names: ReadonlyMap<PersonId, Named>
  papers: readonly KeptPaper[]
  counts: { open: number; destroyed: number }
  steps: readonly StandingStep[]
}

type PapersProps = Pick<ShownBatch, 'batch' | 'side' | 'papers'> & { acts: readonly BatchAct[] }
type FileProps = PapersProps & Pick<KeptPaper, 'kind' | 'sha256'>

/** The ten steps, and what each still waits for. */
export function Steps({ steps, frame }: Pick<ShownBatch, 'steps' | 'frame'>) {
  return (
    <table>
      <caption>{BATCH.steps}</caption>
      <thead>
        <tr>
          <th scope="col">Tahap</th>
          <th scope="col">Keadaan</th>
          <th scope="col">Yang belum ada</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ step, state, missing }, at) => (
          <tr>
            <th scope="row">
              {at + 1}. {stepText(step)}
            </th>
            <td>
              <span class="state">{stepStateText(state)}</span>
            </td>
            <td>
              {missing.map((one) => (
                <p class="hint">{missingText(one, frame.clock.zone)}</p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who sits where, and when they signed the list as it stands. */
export function Parties({ batch, names, frame }: Pick<ShownBatch, 'batch' | 'names' | 'frame'>) {
  return (
    <table>
      <caption>{BATCH.panel}</caption>
      <thead>
        <tr>
          <th scope="col">Kursi</th>
          <th scope="col">Nama</th>
          <th scope="col">Tanda tangan</th>
        </tr>
      </thead>
      <tbody>
        {batch.parties.map(({ person, seat }) => {
          const { name = '', nip = '' } = names.get(person) ?? {}
          const signed = standingSignature(batch, person)
          return (
            <tr>
              <th scope="row">{seatText(seat)}</th>
              <td>
                {name}
                <br />
                <span class="hint">{nipText(nip)}</span>
              </td>
              <td>{signed ? momentText(signed.at, frame.clock.zone) : BATCH.unsigned}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export function Papers(props: PapersProps) {
  const { papers } = props
  if (papers.length === 0) return <p class="none">{BATCH.noPapers}</p>
  return (
    <table>
      <caption>{BATCH.papers}</caption>
      <thead>
        <tr>
          <th scope="col">Surat</th>
          <th scope="col">Nomor</th>
          <th scope="col">Tanggal</th>
          <th scope="col">Penerbit</th>
          <th scope="col">Berkas</th>
        </tr>
      </thead>
      <tbody>
        {papers.map(({ kind, number, dated, issuer, sha256 }) => (
          <tr>
            <th scope="row">{paperText(kind)}</th>
            <td>
              <span class="label">Nomor </span>
              {number}
            </td>
            <td>{civilText(dated)}</td>
            <td>{issuer}</td>
            <td>{hasOwnFile(kind) && <PaperFile {...props} kind={kind} sha256={sha256} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** To be read by whoever may see the list, and brought by whoever may note papers now. */
function PaperFile({ batch, side, acts, kind, sha256 }: FileProps) {
  if (sha256)
    return (
      <a href={side.paper(batch.id, kind)} download="">
        {PAPER_PDF}
      </a>
    )
  const mayAdd = acts.includes('addPaper') && stateOfPaper(kind) === batch.state
  return mayAdd ? <a href={paths.batchPaperForm(batch.id, kind)}>{ADD_PDF}</a> : NO_PDF
}

/** What is signed. */
export function ManifestHash({ batch }: Pick<ShownBatch, 'batch'>) {
  return (
    <>
      <h2>{BATCH.hash}</h2>
      <p>
        <code>{batch.manifest.sha256}</code>
      </p>
      <p class="hint">{BATCH.hashHint}</p>
    </>
  )
}
