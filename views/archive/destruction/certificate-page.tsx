import type { Certificate, CertifiedRecord } from '#domain/archive/destruction/certificate.ts'
import type { Frame, Page } from '../../page.tsx'
import { Scroll } from '../../parts/scroll.tsx'
import { Mark, type ShownMark } from '../../verification/mark.tsx'
import type { TypeNames } from '../record-name.ts'
import type { BatchSide } from './batch-side.ts'
import {
  CERTIFICATE,
  certificateSections,
  LIST_COLUMNS,
  listRow,
  PDF_LATER,
} from './certificate-words.ts'

type Props = {
  frame: Frame
  side: BatchSide
  batch: string
  certificate: Certificate
  /** The first of what was destroyed; the file has them all. */
  records: readonly CertifiedRecord[]
  hasMore: boolean
  hasFile: boolean
  names: TypeNames
  mark: ShownMark | undefined
}

/** To be read, printed, and taken along as a file. */
export function certificatePage(props: Props): Page {
  return { title: CERTIFICATE.title, main: <CertificateSheet {...props} />, frame: props.frame }
}

function CertificateSheet(props: Props) {
  const { batch, side, certificate, hasMore, hasFile, mark } = props
  return (
    <section id="berita-acara" class="card">
      <h1>{CERTIFICATE.title}</h1>
      {certificateSections(certificate).map(({ heading, rows }) => (
        <>
          <h2>{heading}</h2>
          <dl class="facts">
            {rows.map(([label, text]) => (
              <>
                <dt>{label}</dt>
                <dd class={text.includes('\n') ? 'verbatim' : undefined}>{text}</dd>
              </>
            ))}
          </dl>
        </>
      ))}
      {mark && <Mark mark={mark} />}
      <p class="hint">{CERTIFICATE.copies}</p>
      <h2>{CERTIFICATE.list}</h2>
      <Scroll label={CERTIFICATE.list}>
        <List {...props} />
      </Scroll>
      {hasMore && <p class="hint">{CERTIFICATE.more}</p>}
      <p class="actions onscreen">
        {hasFile ? (
          <a class="button" href={side.certificatePdf(batch)} download="">
            {CERTIFICATE.pdf}
          </a>
        ) : (
          <span class="hint">{PDF_LATER}</span>
        )}
        <a href={side.batch(batch)}>{CERTIFICATE.back}</a>
      </p>
    </section>
  )
}

function List({ records, names, certificate }: Props) {
  return (
    <table class="by-record">
      <thead>
        <tr>
          {LIST_COLUMNS.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record, at) => {
          const [n, ...cells] = listRow(record, { n: at + 1, names, zone: certificate.zone })
          return (
            <tr>
              <th scope="row">{n}</th>
              {cells.map((cell, column) => (
                <td>
                  <span class="label">{LIST_COLUMNS[column + 1]}: </span>
                  {cell}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
