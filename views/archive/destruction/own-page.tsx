import type { Stage } from '#domain/archive/record.ts'
import type { Frame, Page } from '../../page.tsx'
import { TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { paths } from '../../paths.ts'
import { recordName, type TypeNames } from '../record-name.ts'
import { stageText } from '../stage-words.ts'
import { type BatchProblem, batchTold } from './act-words.ts'
import { answerText, OWN, untilText } from './own-words.ts'

export type ShownProposed = {
  record: string
  type: string
  slot: string
  stage: Stage
  until: Date | undefined
  mayObject: boolean
  objection:
    | { reason: string; accepted: boolean | undefined; because: string | undefined }
    | undefined
}

type Props = {
  frame: Frame
  records: readonly ShownProposed[]
  names: TypeNames
  isFiled: boolean
}

/** What of one's own is on its way to destruction. */
export function ownProposedPage(props: Props): Page {
  return { title: OWN.title, main: <OwnProposed {...props} />, frame: props.frame }
}

function OwnProposed({ frame, records, names, isFiled }: Props) {
  return (
    <section id="diusulkan" class="card">
      <h1>{OWN.title}</h1>
      <Notice text={isFiled ? OWN.filed : undefined} />
      {records.length === 0 ? <p class="none">{OWN.none}</p> : <p>{OWN.lead}</p>}
      <ul class="rows">
        {records.map((one) => (
          <li>
            <h2>{recordName(one, names)}</h2>
            <p>{stageText(one.stage)}</p>
            {one.objection ? (
              <p>{answerText(one.objection.accepted, one.objection.because)}</p>
            ) : (
              one.mayObject && <p class="hint">{untilText(one.until, frame.clock.zone)}</p>
            )}
            {one.mayObject && (
              <p class="actions">
                <a class="button quiet" href={paths.ownObjection(one.record)}>
                  {OWN.object}
                  <span class="spoken">: {recordName(one, names)}</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type ObjectProps = {
  frame: Frame
  record: ShownProposed
  names: TypeNames
  typed: string
  problem: BatchProblem | undefined
}

export function ownObjectionPage(props: ObjectProps): Page {
  const title = titleOf(OWN.objectTitle, toldOf(props))
  return { title, main: <OwnObjection {...props} />, frame: props.frame }
}

function toldOf({ problem, frame }: ObjectProps): Told | undefined {
  const told = problem && batchTold(problem, frame.clock.now, frame.clock.zone)
  return told && { ...told, topic: 'arsip-diusulkan-musnah' }
}

function OwnObjection(props: ObjectProps) {
  const { frame, record, names, typed } = props
  const told = toldOf(props)
  return (
    <section id="keberatan" class="card narrow">
      <h1>{OWN.objectTitle}</h1>
      <ProblemSummary told={told} />
      <p>{recordName(record, names)}</p>
      <p>{OWN.what}</p>
      <Form action={paths.ownObjection(record.record)} csrf={frame.csrf} region="keberatan">
        <TextField
          name="reason"
          label={OWN.reason}
          hint={OWN.reasonHint}
          value={typed}
          rows={4}
          told={told}
        />
        <p class="actions">
          <button>{OWN.button}</button>
          <a href={paths.ownObjections}>{OWN.back}</a>
        </p>
      </Form>
    </section>
  )
}
