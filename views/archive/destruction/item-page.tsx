import type { DispositionException } from '#domain/archive/retention/rule.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import type { Frame, Page } from '../../page.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Field, TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import type { TypeNames } from '../record-name.ts'
import type { RuleSource } from '../retention-words.ts'
import { type BatchProblem, batchTold } from './act-words.ts'
import { ItemFacts, type JudgedItem, Objecting } from './item-parts.tsx'
import { EXCEPTION_ANSWERS, ITEM, VERDICTS, versionText } from './item-words.ts'

type ShownVersion = {
  id: string
  no: number
  status: VersionStatus
  pages: number | null
  bytes: number
}

export type FullItem = JudgedItem & { versions: readonly ShownVersion[] }

export type TypedVerdict = { verdict: string; exception: string; until: string; reason: string }

/** `may`: what whoever looks can do here. */
type Props = {
  frame: Frame
  batch: string
  shown: FullItem
  source: RuleSource | undefined
  /** What the JRA excepts; the panel answers whether it is so of this record. */
  exceptions: readonly DispositionException[]
  names: TypeNames
  may: 'appraise' | 'answer' | 'look'
  typed: TypedVerdict
  problem: BatchProblem | undefined
}

/** One record, to be looked at and judged. */
export function itemPage(props: Props): Page {
  const title = titleOf(ITEM.title, toldOf(props))
  return { title, main: <FullRecord {...props} />, frame: props.frame }
}

function toldOf({ problem, frame }: Props): Told | undefined {
  return problem && batchTold(problem, frame.clock.now, frame.clock.zone)
}

function FullRecord(props: Props) {
  const { batch, may } = props
  return (
    <section id="penilaian" class="card narrow">
      <h1>{ITEM.title}</h1>
      <ProblemSummary told={toldOf(props)} />
      <ItemFacts {...props} />
      <Files {...props} />
      <Objecting {...props} />
      {may === 'appraise' && <Verdict {...props} />}
      {may === 'answer' && <Answer {...props} />}
      <p class="actions">
        <a href={paths.batchItems(batch)}>{ITEM.back}</a>
      </p>
    </section>
  )
}

function Files({ shown }: Props) {
  return (
    <>
      <h2>{ITEM.versions}</h2>
      <ul>
        {shown.versions.map((version) => (
          <li>
            {versionText(version)}.{' '}
            {shown.item.state !== 'over' && (
              <a href={paths.appraisedFile(version.id)}>
                {ITEM.look}
                <span class="spoken">, berkas {version.no}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Verdict(props: Props) {
  const { frame, batch, shown, exceptions, typed } = props
  const told = toldOf(props)
  const place = paths.batchItem(batch, shown.item.record)
  return (
    <Form action={place} csrf={frame.csrf} region="penilaian">
      <p>{ITEM.what}</p>
      {exceptions.length > 0 && (
        <ChoiceField
          name="exception"
          label={ITEM.exceptionApplies}
          hint={ITEM.exceptionHint}
          choices={EXCEPTION_ANSWERS}
          value={typed.exception}
          told={told}
        />
      )}
      <ChoiceField
        name="verdict"
        label={ITEM.verdict}
        choices={VERDICTS}
        value={typed.verdict}
        told={told}
      />
      <Field
        name="until"
        label={ITEM.until}
        hint={ITEM.untilHint}
        type="date"
        value={typed.until}
        told={told}
      />
      <Reason typed={typed} hint={ITEM.reasonHint} told={told} />
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        <button>{ITEM.button}</button>
      </p>
    </Form>
  )
}

function Answer(props: Props) {
  const { frame, batch, shown, typed } = props
  const told = toldOf(props)
  const place = paths.batchObjection(batch, shown.item.record)
  return (
    <Form action={place} csrf={frame.csrf} region="penilaian">
      <h2>{ITEM.answer}</h2>
      <p>{ITEM.answerWhat}</p>
      <Reason typed={typed} hint="Sedikitnya 20 huruf." told={told} />
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        <button name="verdict" value="accept">
          {ITEM.accept}
        </button>
        <button class="quiet" name="verdict" value="decline">
          {ITEM.decline}
        </button>
      </p>
    </Form>
  )
}

type ReasonProps = { typed: TypedVerdict; hint: string; told: Told | undefined }

function Reason({ typed, hint, told }: ReasonProps) {
  const { reason } = typed
  return (
    <TextField name="reason" label={ITEM.reason} hint={hint} value={reason} rows={3} told={told} />
  )
}
