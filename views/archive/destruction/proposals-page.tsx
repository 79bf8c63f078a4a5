import type { ProposalRefused } from '#domain/archive/destruction/propose-record.ts'
import type { RetentionApproval } from '#domain/archive/retention/rule.ts'
import type { Frame, Page } from '../../page.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Field } from '../../parts/field.tsx'
import { AskForm, Form } from '../../parts/form.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import { recordName, type TypeNames, typeChoices } from '../record-name.ts'
import { type BatchProblem, batchTold } from './act-words.ts'
import { BATCHES } from './batch-words.ts'
import { approvalText, endText, PROPOSALS, proposalRefusedText } from './item-words.ts'

type ShownProposable = {
  name: string
  nip: string
  type: string
  slot: string
  endsOn: string
  approval: RetentionApproval
  refusal: ProposalRefused['kind'] | undefined
}

export type TypedProposal = {
  jenis: string
  hingga: string
  number: string
  dated: string
  issuer: string
}

type Props = {
  frame: Frame
  records: readonly ShownProposable[]
  hasMore: boolean
  names: TypeNames
  typed: TypedProposal
  problem: BatchProblem | undefined
}

/** What is over, and a list of all of it under a number. */
export function proposalsPage(props: Props): Page {
  const title = titleOf(PROPOSALS.title, toldOf(props))
  return { title, main: <Proposals {...props} />, frame: props.frame }
}

function toldOf({ problem, frame }: Props): Told | undefined {
  return problem && batchTold(problem, frame.clock.now, frame.clock.zone)
}

function Proposals(props: Props) {
  const { records, hasMore } = props
  return (
    <section id="usulan" class="card">
      <h1>{PROPOSALS.title}</h1>
      <ProblemSummary told={toldOf(props)} />
      <p>{PROPOSALS.lead}</p>
      <Choice {...props} />
      {records.length === 0 && <p class="none">{PROPOSALS.none}</p>}
      {records.length > 0 && <Table {...props} />}
      {hasMore && <p class="hint">{PROPOSALS.more}</p>}
      {records.some(({ refusal }) => !refusal) && <DrawUp {...props} />}
      <p class="actions">
        <a href={paths.batches}>{BATCHES.all}</a>
      </p>
    </section>
  )
}

function Choice({ names, typed }: Props) {
  return (
    <AskForm action={paths.proposals} label={PROPOSALS.title}>
      <div class="ask">
        <ChoiceField
          name="jenis"
          label={PROPOSALS.type}
          choices={[{ value: '', label: PROPOSALS.allTypes }, ...typeChoices(names)]}
          value={typed.jenis}
        />
        <Field name="hingga" label={PROPOSALS.until} type="date" value={typed.hingga} />
        <button class="quiet">{PROPOSALS.choose}</button>
      </div>
    </AskForm>
  )
}

function Table({ records, names }: Props) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Arsip</th>
          <th scope="col">Pegawai</th>
          <th scope="col">Retensi berakhir</th>
          <th scope="col">Persetujuan</th>
          <th scope="col">Dalam daftar</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr>
            <th scope="row">{recordName(record, names)}</th>
            <td>
              {record.name}
              <br />
              <span class="hint">{nipText(record.nip)}</span>
            </td>
            <td>
              <span class="label">Retensi berakhir </span>
              {endText(record.endsOn)}
            </td>
            <td>
              <span class="label">Disetujui </span>
              {approvalText(record.approval)}
            </td>
            <td>
              {record.refusal ? `Tidak ikut: ${proposalRefusedText(record.refusal)}` : 'Ikut'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DrawUp(props: Props) {
  const { frame, typed } = props
  const told = toldOf(props)
  return (
    <Form action={paths.proposals} csrf={frame.csrf} region="usulan">
      <input type="hidden" name="type" value={typed.jenis} />
      <input type="hidden" name="until" value={typed.hingga} />
      <Field
        name="number"
        label={PROPOSALS.number}
        value={typed.number}
        autocomplete="off"
        told={told}
      />
      <Field name="dated" label={PROPOSALS.dated} type="date" value={typed.dated} told={told} />
      <Field
        name="issuer"
        label={PROPOSALS.issuer}
        hint={PROPOSALS.issuerHint}
        value={typed.issuer}
        autocomplete="off"
        told={told}
      />
      <ProofField frame={frame} place={paths.proposals} told={told} />
      <p class="actions">
        <button>{PROPOSALS.button}</button>
      </p>
    </Form>
  )
}
