import type { RecordType } from '#domain/archive/record-type.ts'
import { Whom } from '../agency/whom.tsx'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { ROW_REMOVAL, type RowRemovalProblem, rowRemovalTold } from './row-removal-words.ts'
import type { UploadSide } from './upload-side.ts'

type Props = {
  frame: Frame
  side: UploadSide
  type: Pick<RecordType, 'code' | 'name'>
  row: { key: string; label: string }
  problem: RowRemovalProblem | undefined
}

/** Asks once more before an event of a career is taken back that was added by mistake. */
export function rowRemovalPage({ frame, side, type, row, problem }: Props): Page {
  const told = problem && rowRemovalTold(problem, frame.clock.now, frame.clock.zone)
  const place = side.rowRemoval(type.code, row.key)
  const main = (
    <section id="riwayat" class="card narrow">
      <h1>{ROW_REMOVAL.title}</h1>
      <ProblemSummary told={told} />
      {side.sentFor && <Whom person={side.sentFor} />}
      <p>
        <b>{row.label}</b>
        <br />
        {type.name}
      </p>
      <p>
        {ROW_REMOVAL.what} {ROW_REMOVAL.stays}
      </p>
      <Form action={place} csrf={frame.csrf} region="riwayat">
        <ProofField frame={frame} place={place} told={told} />
        <p class="actions">
          <button>{ROW_REMOVAL.remove}</button>
          <a href={side.back.path}>Batal</a>
        </p>
      </Form>
    </section>
  )
  return { title: titleOf(ROW_REMOVAL.title, told), main, frame }
}
