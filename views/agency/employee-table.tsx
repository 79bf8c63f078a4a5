import type { Zone } from '#domain/agency.ts'
import type { Mailbox, Standing } from '#domain/desk/standing.ts'
import { nipText } from '../parts/nip-words.ts'
import { paths } from '../paths.ts'
import { isStuck, mailboxText, standingText } from './standing-words.ts'
import { type Walk, walkQuery } from './walk-query.ts'

/** Somebody in a list of the desk. */
export type ShownEmployee = {
  id: string
  name: string
  nip: string
  unitName: string | undefined
  standing: Standing
  mailbox: Mailbox
}

type Props = { employees: readonly ShownEmployee[]; caption: string; zone: Zone; walk: Walk }

export function EmployeeTable({ employees, caption, zone, walk }: Props) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Nama dan NIP</th>
          <th scope="col">Unit kerja</th>
          <th scope="col">Keadaan akun</th>
        </tr>
      </thead>
      <tbody>
        {employees.map((employee) => (
          <tr>
            <th scope="row">
              <a href={paths.employee(employee.id, walkQuery(walk))}>{employee.name}</a>
              <br />
              <code>{nipText(employee.nip)}</code>
            </th>
            <td>{employee.unitName ?? 'tanpa unit'}</td>
            <td>
              <StandingMark {...employee} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type MarkProps = { standing: Standing; mailbox: Mailbox; zone: Zone }

export function StandingMark({ standing, mailbox, zone }: MarkProps) {
  return (
    <>
      <span class={isStuck(standing) ? 'state bad' : 'state'}>{standingText(standing, zone)}</span>
      {mailbox !== 'works' && (
        <>
          <br />
          <span class="hint">{mailboxText(mailbox)}</span>
        </>
      )}
    </>
  )
}
