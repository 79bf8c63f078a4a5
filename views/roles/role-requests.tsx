import type { WantedMandate } from '#domain/access/give-mandate.ts'
import type { Zone } from '#domain/agency.ts'
import { nipText } from '../parts/nip-words.ts'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { REQUESTS_CAPTION, roleLabel, termText } from './role-words.ts'

/** A role that somebody asked for and somebody else is to decide. */
export type ShownRequest = {
  id: string
  name: string
  nip: string
  agencyName: string
  unitName: string | undefined
  zone: Zone
  wanted: WantedMandate
  reason: string
  askerName: string
  expiresAt: Date
  /** Who looks at it: the one who asked, the one concerned, or somebody who may decide. */
  seenBy: 'asker' | 'subject' | 'decider'
}

export function RoleRequests({ requests }: { requests: readonly ShownRequest[] }) {
  return (
    <table>
      <caption>{REQUESTS_CAPTION}</caption>
      <thead>
        <tr>
          <th scope="col">Pegawai</th>
          <th scope="col">Peran</th>
          <th scope="col">Pengusul</th>
          <th scope="col">Paling lambat</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <RequestRow request={request} />
        ))}
      </tbody>
    </table>
  )
}

function RequestRow({ request }: { request: ShownRequest }) {
  const { id, name, nip, wanted, zone, askerName, expiresAt } = request
  return (
    <tr>
      <th scope="row">
        <a href={paths.roleRequest(id)}>{name}</a>
        <br />
        <code>{nipText(nip)}</code>
      </th>
      <td>
        {roleLabel(wanted.role)}
        <p class="hint">{termText(wanted, zone)}</p>
      </td>
      <td>
        <span class="label">Diusulkan </span>
        {askerName}
      </td>
      <td>
        <span class="label">Paling lambat </span>
        {momentText(expiresAt, zone)}
      </td>
    </tr>
  )
}
