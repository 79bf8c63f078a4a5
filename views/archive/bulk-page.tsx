import type { Frame, Page } from '../page.tsx'
import { TextField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { paths } from '../paths.ts'
import { BULK, type BulkFormProblem, bulkTold, EXAMPLES, LIST_FIELD } from './bulk-words.ts'

type Props = {
  frame: Frame
  typed: string
  problem: BulkFormProblem | undefined
  script: string
}

/** The names first: what they mean is told before a byte is sent. */
export function bulkPage({ frame, typed, problem, script }: Props): Page {
  const told = problem && bulkTold(problem, frame.clock.now, frame.clock.zone)
  const main = (
    <section class="card narrow">
      <h1>{BULK.title}</h1>
      <ProblemSummary told={told} />
      <p>{BULK.intro}</p>
      <p>{BULK.names}</p>
      <ul>
        {EXAMPLES.map((name) => (
          <li>
            <code>{name}</code>
          </li>
        ))}
      </ul>
      <div data-folder={LIST_FIELD} class="field" hidden>
        <label for="folder">{BULK.folder}</label>
        <p class="hint" id="folder-petunjuk">
          {BULK.folderHint}
        </p>
        <input
          type="file"
          id="folder"
          multiple
          webkitdirectory
          aria-describedby="folder-petunjuk"
        />
      </div>
      <Form action={paths.bulkUploads} csrf={frame.csrf}>
        <TextField
          name={LIST_FIELD}
          label={BULK.list}
          hint={BULK.listHint}
          value={typed}
          rows={8}
          told={told}
        />
        <ProofField frame={frame} place={paths.bulkUploads} told={told} />
        <p class="actions">
          <button>{BULK.check}</button>
          <a href={paths.deskUploads}>Unggahan saya</a>
        </p>
      </Form>
      <script src={script} defer></script>
    </section>
  )
  return { title: titleOf(BULK.title, told), main, frame }
}
