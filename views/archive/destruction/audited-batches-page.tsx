import { BATCH_STATES, type BatchState } from '#domain/archive/destruction/batch.ts'
import { auditTold } from '../../audit/audit-words.ts'
import type { Frame, Page } from '../../page.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Field } from '../../parts/field.tsx'
import { AskForm } from '../../parts/form.tsx'
import { ProblemSummary, titleOf } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import { type AuditedAsked, BATCH_STATE_NAMES } from '../../path-queries.ts'
import { paths } from '../../paths.ts'
import { AUDITED } from './audited-words.ts'
import { batchStateText } from './batch-words.ts'

type Line = { id: string; state: BatchState; since: Date; number: string; agency: string }

type Props = {
  frame: Frame
  asked: AuditedAsked
  /** Whether there is an agency as it was typed. */
  isKnown: boolean
  batches: readonly Line[]
  more: string | undefined
  isFirst: boolean
}

/** The lists of all agencies, newest first. */
export function auditedBatchesPage(props: Props): Page {
  const { frame, isKnown } = props
  const title = titleOf(AUDITED.title, toldOf(isKnown))
  return { title, main: <Batches {...props} />, frame }
}

function toldOf(isKnown: boolean) {
  return isKnown ? undefined : auditTold({ kind: 'noSuchAgency' })
}

function Batches(props: Props) {
  const { asked, batches, isKnown, more, isFirst } = props
  return (
    <section id="pemusnahan" class="card">
      <h1>{AUDITED.title}</h1>
      <p>{AUDITED.lead}</p>
      <ProblemSummary told={toldOf(isKnown)} />
      <Ask asked={asked} isKnown={isKnown} />
      {isKnown && batches.length === 0 && <p class="none">{noneText(asked)}</p>}
      {batches.length > 0 && <Table {...props} />}
      <p class="walk">
        {!isFirst && <a href={paths.auditedBatchesOf(asked)}>{AUDITED.first}</a>}
        {more && <a href={more}>{AUDITED.more}</a>}
      </p>
    </section>
  )
}

function noneText({ agency, state }: AuditedAsked): string {
  return agency || state ? AUDITED.noneFound : AUDITED.none
}

function Ask({ asked, isKnown }: Pick<Props, 'asked' | 'isKnown'>) {
  const { agency, state } = asked
  return (
    <AskForm action={paths.auditedBatches} label={AUDITED.ask}>
      <div class="tiles">
        <Field name="instansi" label={AUDITED.agency} value={agency} told={toldOf(isKnown)} />
        <ChoiceField
          name="keadaan"
          label={AUDITED.state}
          choices={[{ value: '', label: AUDITED.anyState }, ...BATCH_STATES.map(stateChoice)]}
          value={state ? BATCH_STATE_NAMES[state] : ''}
        />
      </div>
      <p>
        <button>{AUDITED.show}</button>
      </p>
    </AskForm>
  )
}

function stateChoice(state: BatchState) {
  return { value: BATCH_STATE_NAMES[state], label: batchStateText(state) }
}

function Table({ frame, batches }: Pick<Props, 'frame' | 'batches'>) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Daftar</th>
          <th scope="col">Instansi</th>
          <th scope="col">Keadaan</th>
          <th scope="col">Sejak</th>
        </tr>
      </thead>
      <tbody>
        {batches.map(({ id, number, agency, state, since }) => (
          <tr>
            <th scope="row">
              <a href={paths.auditedBatch(id)}>{number}</a>
            </th>
            <td>{agency}</td>
            <td>{batchStateText(state)}</td>
            <td>
              <span class="label">Sejak </span>
              {momentText(since, frame.clock.zone)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
