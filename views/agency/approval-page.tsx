import type { Frame, Page } from '../page.tsx'
import { TextField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { roleText } from '../parts/role-words.ts'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { APPROVAL_SUMMARIES } from './approval-kinds.tsx'
import {
  APPROVALS,
  type ApprovalPart,
  type ApprovalProblem,
  approvalTold,
  kindText,
  nextText,
  stateText,
} from './approval-words.ts'
import type { ShownApproval } from './approvals-page.tsx'
import { Whom } from './whom.tsx'

type Props = {
  frame: Frame
  approval: ShownApproval
  part: ApprovalPart
  reason: string
  problem?: ApprovalProblem | undefined
}

export function approvalPage(props: Props): Page {
  const { problem, frame } = props
  const told = problem && approvalTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(APPROVALS.one, told), main: <Approval {...props} told={told} />, frame }
}

type ToldProps = Props & { told: Told | undefined }

function Approval({ told, ...props }: ToldProps) {
  const { frame, approval, part } = props
  const { request, what, person, by, decidedBy } = approval
  const { now, zone } = frame.clock
  const Summary = APPROVAL_SUMMARIES[request.kind]
  return (
    <section id="permintaan" class="card narrow">
      <h1>{kindText(request.kind)}</h1>
      <ProblemSummary told={told} />
      <Notice text={told ? undefined : NOTICES[part]} />
      <Whom person={person} />
      <dl>
        {Summary && <Summary what={what} />}
        <dt>Alasan</dt>
        <dd>{request.reason}</dd>
        <dt>Diajukan</dt>
        <dd>
          {by.name}, {roleText(by.role)}, {momentText(request.askedAt, zone)}
        </dd>
        <dt>Keadaan</dt>
        <dd>
          {stateText(request, now, zone)}
          {decidedBy && ` (${decidedBy})`}
        </dd>
      </dl>
      <Next {...props} />
      <Decision {...props} told={told} />
      <p class="actions">
        {part !== 'concerned' && <a href={paths.employee(request.person)}>Buka halaman pegawai</a>}
        <a href={paths.approvals}>Semua persetujuan</a>
      </p>
    </section>
  )
}

const NOTICES: Record<ApprovalPart, string | undefined> = {
  decide: undefined,
  withdraw: APPROVALS.own,
  make: APPROVALS.ready,
  look: undefined,
  concerned: APPROVALS.yours,
}

/** Who has the next move, for those who have none here. */
function Next({ approval: { request }, part }: Props) {
  const text = nextText(request, part)
  return text ? <p class="aside">{text}</p> : null
}

function Decision({ frame, approval, part, reason, told }: ToldProps) {
  const place = paths.approval(approval.request.id)
  if (part === 'look' || part === 'concerned') return null
  return (
    <Form action={place} csrf={frame.csrf} region="permintaan">
      {part === 'decide' && (
        <TextField
          name="reason"
          label={APPROVALS.declineReason}
          value={reason}
          rows={2}
          told={told}
        />
      )}
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        {part === 'decide' && (
          <button name="decision" value="setujui">
            {APPROVALS.approve}
          </button>
        )}
        {part === 'decide' && (
          <button class="quiet" name="decision" value="tolak">
            {APPROVALS.decline}
          </button>
        )}
        {part === 'make' && (
          <button name="decision" value="kode">
            {APPROVALS.make}
          </button>
        )}
        {part !== 'decide' && (
          <button class="quiet" name="decision" value="tarik">
            {APPROVALS.withdraw}
          </button>
        )}
      </p>
    </Form>
  )
}
