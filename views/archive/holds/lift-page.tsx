import type { Frame, Page } from '../../page.tsx'
import { TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import type { TypeNames } from '../record-name.ts'
import { HoldFacts, type ShownHold } from './hold-page.tsx'
import { FIELDS, holdTold, type LiftProblem } from './hold-problem-words.ts'
import { LIFT } from './lift-words.ts'

type Props = {
  frame: Frame
  hold: ShownHold
  names: TypeNames
  /** Whether whoever looks is the one who asked. */
  isOwn: boolean
  typed: string
  problem: LiftProblem | undefined
}

/** Two steps of two people: one says why, another agrees. */
export function liftHoldPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && holdTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(LIFT.title, told), main: <Lift {...props} told={told} />, frame }
}

type ToldProps = Props & { told: Told | undefined }

function Lift(props: ToldProps) {
  const { hold, told } = props
  return (
    <section id="pencabutan" class="card narrow">
      <h1>{LIFT.title}</h1>
      <ProblemSummary told={told} />
      <HoldFacts {...props} />
      {hold.state === 'on' && <Ask {...props} />}
      {hold.state === 'liftAsked' && <Decide {...props} />}
      <p class="actions">
        <a href={paths.hold(hold.id)}>{LIFT.back}</a>
      </p>
    </section>
  )
}

function Ask({ frame, hold, typed, told }: ToldProps) {
  const place = paths.holdLift(hold.id)
  return (
    <Form action={place} csrf={frame.csrf} region="pencabutan">
      <TextField
        name={FIELDS.reason}
        label={LIFT.reason}
        hint={LIFT.reasonHint}
        value={typed}
        rows={3}
        told={told}
        autofocus={told === undefined}
      />
      <ProofField frame={frame} place={place} told={told} />
      <p>{LIFT.twoPeople}</p>
      <p class="actions">
        <button>{LIFT.ask}</button>
      </p>
    </Form>
  )
}

function Decide({ frame, hold, isOwn, told }: ToldProps) {
  const place = paths.holdLift(hold.id)
  return (
    <Form action={place} csrf={frame.csrf} region="pencabutan">
      <p>{isOwn ? LIFT.own : LIFT.others}</p>
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        {!isOwn && (
          <button name={FIELDS.decision} value="cabut">
            {LIFT.agree}
          </button>
        )}
        <button class="quiet" name={FIELDS.decision} value="tetap">
          {isOwn ? LIFT.withdraw : LIFT.keep}
        </button>
      </p>
    </Form>
  )
}
