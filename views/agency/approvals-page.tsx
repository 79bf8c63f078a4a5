import type { Role } from '#domain/access/mandate.ts'
import type { ApprovalRequest } from '#domain/approval/approval.ts'
import type { Frame, Page } from '../page.tsx'
import { nipText } from '../parts/nip-words.ts'
import { roleText } from '../parts/role-words.ts'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { RoleRequests, type ShownRequest } from '../roles/role-requests.tsx'
import { APPROVALS, kindText, stateText, waitingText } from './approval-words.ts'

/** A request with the names of its people. */
export type ShownApproval = {
  request: ApprovalRequest
  what: Record<string, string | null>
  person: { name: string; nip: string }
  by: { name: string; role: Role }
  decidedBy: string | undefined
}

/** `waiting`: those that whoever looks may decide or go on with; `roles` have pages of their own. */
type Props = {
  frame: Frame
  approvals: readonly ShownApproval[]
  roles: readonly ShownRequest[]
  waiting: number
}

/** Oldest first. */
export function approvalsPage(props: Props): Page {
  return { title: APPROVALS.title, main: <Approvals {...props} />, frame: props.frame }
}

function Approvals({ frame, approvals, roles, waiting }: Props) {
  return (
    <section id="persetujuan" class="card">
      <h1>{APPROVALS.title}</h1>
      <p>{APPROVALS.lead}</p>
      {approvals.length === 0 && roles.length === 0 && <p class="none">{APPROVALS.none}</p>}
      {waiting > 0 && <p class="lead">{waitingText(waiting)}</p>}
      {approvals.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Permintaan</th>
              <th scope="col">Pegawai</th>
              <th scope="col">Diajukan</th>
              <th scope="col">Keadaan</th>
            </tr>
          </thead>
          <tbody>
            {approvals.map((one) => (
              <Line frame={frame} approval={one} />
            ))}
          </tbody>
        </table>
      )}
      {roles.length > 0 && (
        <>
          <h2>{APPROVALS.roles}</h2>
          <RoleRequests requests={roles} />
        </>
      )}
      <p class="actions">
        <a href={paths.desk}>Kembali ke Meja layanan</a>
      </p>
    </section>
  )
}

function Line({ frame, approval }: { frame: Frame; approval: ShownApproval }) {
  const { request, person, by } = approval
  const { now, zone } = frame.clock
  return (
    <tr>
      <th scope="row">
        <a href={paths.approval(request.id)}>
          {kindText(request.kind)}
          <span class="spoken">: {person.name}</span>
        </a>
      </th>
      <td>
        {person.name}
        <br />
        <span class="hint">{nipText(person.nip)}</span>
      </td>
      <td>
        <span class="label">Diajukan </span>
        {by.name}, {roleText(by.role)}
        <br />
        <span class="hint">{momentText(request.askedAt, zone)}</span>
      </td>
      <td>{stateText(request, now, zone)}</td>
    </tr>
  )
}
