import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { CodeField } from '../sign-in/code-page.tsx'
import { type CodeProblem, codeTold } from '../sign-in/code-words.ts'
import { PRACTICE, PRACTICE_DONE } from './practice-words.ts'

type Props = { frame: Frame; csrf: string; problem?: CodeProblem | undefined; done: boolean }

export function practicePage({ frame, csrf, problem, done }: Props): Page {
  const told = problem && codeTold(problem, frame.clock.now, frame.clock.zone)
  const main = done ? <Practised /> : <Practice csrf={csrf} told={told} />
  return { title: titleOf('Latihan', told), main, frame }
}

function Practice({ csrf, told }: { csrf: string; told: Told | undefined }) {
  return (
    <section id="latihan" class="card narrow">
      <h1>Latihan</h1>
      <ProblemSummary told={told} />
      <p>{PRACTICE}</p>
      <Form action={paths.practice} csrf={csrf} region="latihan">
        <CodeField told={told} />
        <button>Coba</button>
      </Form>
      <p>
        <a class="way" href={paths.home}>
          Lewati
        </a>
      </p>
    </section>
  )
}

function Practised() {
  return (
    <section id="latihan" class="card narrow">
      <h1>Latihan</h1>
      <Notice text={PRACTICE_DONE} />
      <p>
        <a class="button" href={paths.home}>
          Buka Beranda
        </a>
      </p>
    </section>
  )
}
