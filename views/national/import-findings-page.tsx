import type { LeftOut, Refusal } from '#domain/import/finding.ts'
import type { UploadId } from '#domain/import/upload.ts'
import { leftOutText, refusalText } from '../import/finding-words.ts'
import { numberText } from '../import/progress-words.ts'
import type { Frame, Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { FINDINGS, NO_FINDINGS } from './imports-words.ts'

type ShownFinding = {
  fileName: string
  line: number
  nip: string | null
  agency: string | null
  refused: boolean
  reason: string
}

type Props = {
  frame: Frame
  upload: UploadId
  findings: readonly ShownFinding[]
  /** The place after which there are more. */
  next: string | undefined
}

export function importFindingsPage(props: Props): Page {
  return { title: 'Temuan impor', main: <Findings {...props} />, frame: props.frame }
}

function Findings({ upload, findings, next }: Props) {
  return (
    <section class="stack">
      <h1>Baris yang ditolak atau dilewati</h1>
      <p>{FINDINGS}</p>
      {findings.length === 0 ? <p class="none">{NO_FINDINGS}</p> : <Lines findings={findings} />}
      <p class="actions">
        {next !== undefined && (
          <a class="button quiet" href={paths.importFindingsAfter(upload, next)}>
            Berikutnya
          </a>
        )}
        <a href={paths.importOf(upload)}>Kembali ke laporan</a>
      </p>
    </section>
  )
}

function Lines({ findings }: Pick<Props, 'findings'>) {
  return (
    <table class="lines">
      <thead>
        <tr>
          <th scope="col">Baris</th>
          <th scope="col">NIP</th>
          <th scope="col">Instansi</th>
          <th scope="col">Sebab</th>
        </tr>
      </thead>
      <tbody>
        {findings.map(({ line, nip, agency, refused, reason }) => (
          <tr>
            <td>
              <span class="label">Baris </span>
              {numberText(line)}
            </td>
            <td>{nip ? <code>{nip}</code> : '-'}</td>
            <td>
              <span class="label">Instansi </span>
              {agency ?? '-'}
            </td>
            <td>
              {refused
                ? `Ditolak: ${refusalText(reason as Refusal)}`
                : `Dilewati: ${leftOutText(reason as LeftOut)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
