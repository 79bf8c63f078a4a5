import type { DeskLimit } from '#domain/desk/limits.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { paths } from '../paths.ts'
import {
  EXPORT_RECORDED,
  EXPORT_TEXT,
  EXPORT_TITLE,
  type ExportOf,
  type ExportProblem,
  exportOfText,
  exportTold,
  limitReachedText,
} from './export-words.ts'

type Props = {
  frame: Frame
  of: ExportOf
  text: string
  /** What names the search or the list. */
  query: string
  problem: ExportProblem | undefined
}

/** Asks first: what leaves the house is said, and recorded. */
export function exportPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && exportTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(EXPORT_TITLE, told), main: <Export {...props} />, frame }
}

function Export({ frame, of, text, query, problem }: Props) {
  const told = problem && exportTold(problem, frame.clock.now, frame.clock.zone)
  return (
    <section id="unduhan" class="card narrow">
      <h1>{EXPORT_TITLE}</h1>
      <ProblemSummary told={told} />
      <p class="lead">{exportOfText(of, text)}</p>
      <p>{EXPORT_TEXT}</p>
      <p class="hint">{EXPORT_RECORDED}</p>
      <Form action={paths.deskExportOf(query)} csrf={frame.csrf}>
        <ProofField frame={frame} place={paths.deskExport} told={told} />
        <p class="actions">
          <button>Unduh</button>
          <a href={paths.desk}>Kembali ke Meja layanan</a>
        </p>
      </Form>
    </section>
  )
}

type LimitProps = { frame: Frame; limit: DeskLimit; until: Date }

/** R-AD-03: no more today. */
export function limitPage({ frame, limit, until }: LimitProps): Page {
  return {
    title: 'Batas harian tercapai',
    frame,
    main: (
      <section id="batas" class="card narrow">
        <h1>Batas harian tercapai</h1>
        <p>{limitReachedText(limit, until, frame.clock.zone)}</p>
        <p class="actions">
          <a href={paths.desk}>Kembali ke Meja layanan</a>
        </p>
      </section>
    ),
  }
}
