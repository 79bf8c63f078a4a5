import { EXPORT_RECORDED, type ExportProblem, exportTold } from '../../agency/export-words.ts'
import type { Frame, Page } from '../../page.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import { type GapsWalk, gapsQuery } from './gaps-query.ts'
import { GAPS } from './gaps-words.ts'

type Props = {
  frame: Frame
  walk: GapsWalk
  unitName: string | undefined
  problem: ExportProblem | undefined
}

/** Asks first: what leaves the house is said, and recorded. */
export function gapsFilePage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && exportTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(GAPS.fileTitle, told), main: <GapsFile {...props} />, frame }
}

function GapsFile({ frame, walk, unitName, problem }: Props) {
  const told = problem && exportTold(problem, frame.clock.now, frame.clock.zone)
  return (
    <section id="unduhan" class="card narrow">
      <h1>{GAPS.fileTitle}</h1>
      <ProblemSummary told={told} />
      <p class="lead">{unitName ?? GAPS.allUnits}</p>
      <p>{GAPS.fileText}</p>
      <p class="hint">{EXPORT_RECORDED}</p>
      <Form action={paths.gapsFileOf(gapsQuery(walk))} csrf={frame.csrf}>
        <ProofField frame={frame} place={paths.gapsFile} told={told} />
        <p class="actions">
          <button>Unduh</button>
          <a href={paths.gapsOf(gapsQuery(walk))}>{GAPS.title}</a>
        </p>
      </Form>
    </section>
  )
}
