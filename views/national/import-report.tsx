import type { LeftOut, Refusal } from '#domain/import/finding.ts'
import type { Upload, UploadCounts } from '#domain/import/upload.ts'
import { leftOutText, refusalText } from '../import/finding-words.ts'
import { numberText } from '../import/progress-words.ts'
import { paths } from '../paths.ts'
import { PERSONAL, SOURCES } from './imports-words.ts'

/** `agencies`: some of them, in order of their code; `next`: after which one there are more. */
export type ReportProps = {
  source: keyof typeof SOURCES
  records: number
  sum: UploadCounts
  agencies: readonly (UploadCounts & { agency: string; name: string | undefined })[]
  next: string | undefined
  refusals: Partial<Record<Refusal, number>>
  leftOut: Partial<Record<LeftOut, number>>
}

const COUNTED = ['new', 'changed', 'unchanged', 'refused'] as const

export function ImportReport(props: ReportProps & { upload: Upload }) {
  const { upload, source, records, sum, agencies, next } = props
  return (
    <section class="card">
      <h2>Laporan</h2>
      <p>
        {numberText(records)} baris dibaca, tentang {SOURCES[source]}.
      </p>
      <table class="counts">
        <caption>Menurut instansi</caption>
        <thead>
          <tr>
            <th scope="col">Instansi</th>
            <th scope="col">Baru</th>
            <th scope="col">Berubah</th>
            <th scope="col">Tetap</th>
            <th scope="col">Ditolak</th>
          </tr>
        </thead>
        <tbody>
          <Counts name="Seluruhnya" counts={sum} />
          {agencies.map((line) => (
            <Counts name={`${line.agency || '-'} ${line.name ?? ''}`.trim()} counts={line} />
          ))}
        </tbody>
      </table>
      {next !== undefined && (
        <p>
          <a href={paths.importAgencies(upload.id, next)}>Instansi berikutnya</a>
        </p>
      )}
      <Reasons
        title="Ditolak"
        counts={props.refusals}
        textOf={(one) => refusalText(one as Refusal)}
      />
      <Reasons
        title="Dilewati"
        counts={props.leftOut}
        textOf={(one) => leftOutText(one as LeftOut)}
      />
      <p class="actions">
        <a href={paths.importFindings(upload.id)}>Baris yang ditolak atau dilewati</a>
        <a href={paths.importReport(upload.id)} download>
          Unduh laporan (NDJSON)
        </a>
      </p>
      <p class="hint">{PERSONAL}</p>
    </section>
  )
}

function Counts({ name, counts }: { name: string; counts: UploadCounts }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {COUNTED.map((one) => (
        <td>{numberText(counts[one])}</td>
      ))}
    </tr>
  )
}

type ReasonsProps = {
  title: string
  counts: Partial<Record<string, number>>
  textOf: (reason: string) => string
}

function Reasons({ title, counts, textOf }: ReasonsProps) {
  const lines = Object.entries(counts)
  if (lines.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map(([reason, count]) => (
          <li>
            {numberText(count ?? 0)}: {textOf(reason)}
          </li>
        ))}
      </ul>
    </>
  )
}
