import { isSame, type TypeTerms } from '#domain/archive/type-terms.ts'
import type { Frame, Page } from '../../page.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { fieldText } from '../record-type-words.ts'
import {
  DECISION_WORDS,
  type DecideTypeProblem,
  kilobytesText,
  kindsText,
  pagesText,
  securityName,
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
      <Changes {...request} />
      <p>{TYPE_REQUEST.effect}</p>
      <Decision {...props} />
      <p class="actions">
        <a href={paths.recordTypes}>{TYPES.back}</a>
      </p>
    </section>
  )
}

function Changes({ before, terms }: Pick<ShownTypeRequest, 'before' | 'terms'>) {
  const changed = ROWS.filter(({ of }) => !isSame({ ...before, ...of(terms) }, before))
  return (
    <dl class="facts">
      {changed.map(({ label, text }) => (
        <>
          <dt>{label}</dt>
          <dd>
            {TYPE_REQUEST.now}: {text(before)}
            <br />
            <b>{TYPE_REQUEST.asked}:</b> {text(terms)}
          </dd>
        </>
      ))}
    </dl>
  )
}

type Row = {
  label: string
  of: (terms: TypeTerms) => Partial<TypeTerms>
  text: (terms: TypeTerms) => string
}

const ROWS: readonly Row[] = [
  { label: TYPES.name, of: ({ name }) => ({ name }), text: ({ name }) => name },
  {
    label: TYPES.kinds,
    of: ({ appliesTo }) => ({ appliesTo }),
    text: ({ appliesTo }) => kindsText(appliesTo),
  },
  {
    label: TYPES.bytes,
    of: ({ maxBytes }) => ({ maxBytes }),
    text: ({ maxBytes }) => kilobytesText(maxBytes),
  },
  {
    label: TYPES.pages,
    of: ({ maxPages }) => ({ maxPages }),
    text: ({ maxPages }) => pagesText(maxPages),
  },
  {
    label: TYPES.security,
    of: ({ securityClass }) => ({ securityClass }),
    text: ({ securityClass }) => securityName(securityClass),
  },
  {
    label: TYPES.fields,
    of: ({ requiredMetadata }) => ({ requiredMetadata }),
    text: ({ requiredMetadata }) => requiredMetadata.map(fieldText).join(', '),
  },
]

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
