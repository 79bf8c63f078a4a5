import type { Page } from '../../page.tsx'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { paths } from '../../paths.ts'
import { NO_MORE, SHARED, SHARED_FIELDS, type SharedProblem, sharedTold } from './shared-words.ts'

/** `script`: fills the link in. */
type Shown = { csrf: string; token: string; script: string }
type Props = Shown & { problem?: SharedProblem | undefined }

/**
 * Where every link leads. The secret end of it stands behind a #, which no browser sends: a script of
 * ours fills it in, and where none runs it is pasted. Opening the page alone changes nothing.
 */
export function openSharePage({ problem, ...props }: Props): Page {
  const told = problem && sharedTold(problem)
  return {
    title: titleOf(SHARED.title, told),
    main: <OpenShare {...props} told={told} />,
  }
}

function OpenShare({ csrf, token, script, told }: Shown & { told: Told | undefined }) {
  return (
    <section id="berbagi" class="card narrow">
      <h1>{SHARED.title}</h1>
      <ProblemSummary told={told} />
      <p>{SHARED.lead}</p>
      <Form action={paths.shared} csrf={csrf} region="berbagi">
        <Field
          name={SHARED_FIELDS.token}
          label={SHARED.token}
          hint={SHARED.tokenHint}
          value={token}
          autocomplete="off"
          fromFragment
          told={told}
        />
        <Field
          name={SHARED_FIELDS.pin}
          label={SHARED.pin}
          hint={SHARED.pinHint}
          inputmode="numeric"
          autocomplete="off"
          told={told}
        />
        <button>{SHARED.button}</button>
      </Form>
      <p class="hint">{SHARED.logged}</p>
      <script src={script} defer></script>
    </section>
  )
}

/** What was open for an hour, or ended meanwhile; or was taken as often as one needs. */
export function sharedOverPage(why: keyof typeof NO_MORE): Page {
  return {
    title: SHARED.noMore,
    main: (
      <section id="berbagi" class="card narrow">
        <h1>{SHARED.noMore}</h1>
        <p>{NO_MORE[why]}</p>
        <p class="actions">
          <a class="button" href={paths.shared}>
            {SHARED.openAgain}
          </a>
        </p>
      </section>
    ),
  }
}
