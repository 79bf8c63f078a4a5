import type { Frame, Page } from '../../page.tsx'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import type { TypeNames } from '../record-name.ts'
import { HoldFacts, type ShownHold } from './hold-page.tsx'
import { FIELDS, holdTold, type ReviewProblem } from './hold-problem-words.ts'
import { LIFT, REVIEW } from './lift-words.ts'

type Props = {
  frame: Frame
  hold: ShownHold
  names: TypeNames
  typed: string
  problem: ReviewProblem | undefined
}

/** Somebody looked at it, and says when to look again. */
export function reviewHoldPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && holdTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(REVIEW.title, told), main: <Review {...props} told={told} />, frame }
}

function Review(props: Props & { told: Told | undefined }) {
  const { frame, hold, typed, told } = props
  const place = paths.holdReview(hold.id)
  return (
    <section id="peninjauan" class="card narrow">
      <h1>{REVIEW.title}</h1>
      <ProblemSummary told={told} />
      <p>{REVIEW.lead}</p>
      <HoldFacts {...props} />
      <Form action={place} csrf={frame.csrf} region="peninjauan">
        <Field
          name={FIELDS.reviewOn}
          label={REVIEW.until}
          hint={REVIEW.hint}
          type="date"
          value={typed}
          told={told}
        />
        <ProofField frame={frame} place={place} told={told} />
        <p class="actions">
          <button>{REVIEW.keep}</button>
          <a href={paths.hold(hold.id)}>{LIFT.back}</a>
        </p>
      </Form>
    </section>
  )
}
