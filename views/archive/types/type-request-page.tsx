import type { TypeTerms } from '#domain/archive/type-terms.ts'
import type { Frame, Page } from '../../page.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { TypeChanges } from './type-changes.tsx'
import {
  DECISION_WORDS,
  type DecideTypeProblem,
  TYPE_REQUEST,
  TYPES,
  typeTold,
} from './type-words.ts'

type ShownTypeRequest = {
  id: string
  typeName: string
  before: TypeTerms
  terms: TypeTerms
  askerName: string
  askedAt: Date
}

type Props = {
  frame: Frame
  request: ShownTypeRequest
  isAsker: boolean
  problem: DecideTypeProblem | undefined
}

/** What would change, and what would not: only that is shown. */
export function typeRequestPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && typeTold(problem, frame.clock.now, frame.clock.zone)
  const title = titleOf(TYPE_REQUEST.title, told)
  return { title, main: <TypeRequest {...props} told={told} />, frame }
}

type Shown = Props & { told: Told | undefined }

function TypeRequest(props: Shown) {
  const { frame, request, told } = props
  return (
    <section id="jenis-arsip" class="card">
      <h1>{TYPE_REQUEST.title}</h1>
      <ProblemSummary told={told} />
      <p>
        {request.typeName}. Diusulkan {request.askerName},{' '}
        {momentText(request.askedAt, frame.clock.zone)}.
      </p>
      <TypeChanges {...request} beforeLabel={TYPE_REQUEST.now} />
      <p>{TYPE_REQUEST.effect}</p>
      <Decision {...props} />
      <p class="actions">
        <a href={paths.recordTypes}>{TYPES.back}</a>
      </p>
    </section>
  )
}

function Decision({ frame, request, isAsker, told }: Shown) {
  const place = paths.typeRequest(request.id)
  return (
    <Form action={place} csrf={frame.csrf} region="jenis-arsip">
      {isAsker && <p>{TYPE_REQUEST.own}</p>}
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        {isAsker ? (
          <button name="keputusan" value={DECISION_WORDS.withdrawn.value}>
            {TYPE_REQUEST.withdraw}
          </button>
        ) : (
          <>
            <button name="keputusan" value={DECISION_WORDS.applied.value}>
              {TYPE_REQUEST.apply}
            </button>
            <button class="quiet" name="keputusan" value={DECISION_WORDS.declined.value}>
              {TYPE_REQUEST.decline}
            </button>
          </>
        )}
      </p>
    </Form>
  )
}
