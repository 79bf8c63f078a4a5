import type { EndRefused } from '#domain/access/end-mandate.ts'
import type { Hat } from '#domain/access/hat.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import { hatText } from '../parts/role-words.ts'
import { lastDayText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { giveTold } from '../roles/give-words.ts'
import { END_REFUSED } from '../roles/role-words.ts'
import { LAY_DOWN } from './hats-words.ts'

export type LayDownProblem =
  | { kind: Exclude<EndRefused['kind'], 'notYourRole'> }
  | { kind: 'stale' }

type Props = { frame: Frame; hat: Hat; problem: LayDownProblem | undefined }

export function layDownPage(props: Props): Page {
  const title = titleOf(LAY_DOWN.title, toldOf(props))
  return { title, main: <LayDown {...props} />, frame: props.frame }
}

function toldOf({ problem, frame }: Props) {
  if (!problem) return undefined
  if (problem.kind === 'stale') return giveTold({ kind: 'stale' }, frame.clock.zone)
  return { text: END_REFUSED[problem.kind], topic: 'peran' } as const
}

function LayDown(props: Props) {
  const { frame, hat } = props
  return (
    <section id="peletakan" class="card narrow">
      <h1>{LAY_DOWN.title}</h1>
      <ProblemSummary told={toldOf(props)} />
      <p>{hatText(hat)}</p>
      <p class="hint">Berlaku sampai {lastDayText(hat.until, frame.clock.zone)}</p>
      <p>{LAY_DOWN.what}</p>
      <Form action={paths.hatLayDown(hat.id)} csrf={frame.csrf} region="peletakan">
        <p class="actions">
          <button>{LAY_DOWN.button}</button>
          <a href={paths.hats}>Batal</a>
        </p>
      </Form>
    </section>
  )
}
