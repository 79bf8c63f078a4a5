import type { Role } from '#domain/access/mandate.ts'
import type { Term } from '#domain/access/mandate-term.ts'
import type { Zone } from '#domain/agency.ts'
import type { Frame, Page } from '../page.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Field } from '../parts/field.tsx'
import { AskForm } from '../parts/form.tsx'
import { nipText } from '../parts/nip-words.ts'
import { Notice } from '../parts/problem.tsx'
import type { RoleDone } from '../path-names.ts'
import { paths } from '../paths.ts'
import { RoleRequests, type ShownRequest } from './role-requests.tsx'
import { ROLES, roleDoneText, roleLabel, STATES, termText } from './role-words.ts'

export type ShownRole = Term & {
  id: string
  name: string
  nip: string
  role: Role
  agencyName: string
  unitName: string | undefined
  zone: Zone
  mayEnd: boolean
}

type Props = {
  frame: Frame
  /** Of one agency, or of the nation. */
  place: 'agency' | 'nation'
  roles: readonly ShownRole[]
  requests: readonly ShownRequest[]
  choices: readonly Role[]
  filter: { role: Role | undefined; state: string; agency: string }
  more: string | undefined
  isFirst: boolean
  done: RoleDone | undefined
}

export function rolesPage(props: Props): Page {
  return { title: ROLES.title, main: <Roles {...props} />, frame: props.frame }
}

function Roles(props: Props) {
  const { place, requests, done } = props
  return (
    <div id="peran" class="stack">
      <h1>{place === 'agency' ? ROLES.ofAgency : ROLES.ofNation}</h1>
      <Notice text={done && roleDoneText(done)} />
      <p class="actions">
        <a class="button" href={paths.newRole}>
          {ROLES.give}
        </a>
      </p>
      <section class="card">
        <h2>{ROLES.waiting}</h2>
        {requests.length === 0 ? (
          <p class="none">{ROLES.nothingWaits}</p>
        ) : (
          <RoleRequests requests={requests} />
        )}
      </section>
      <Given {...props} />
    </div>
  )
}

function Given(props: Props) {
  const { roles, more, isFirst, place } = props
  const home = place === 'agency' ? paths.roles : paths.rolesOfNation
  return (
    <section class="card">
      <h2>Pemegang peran</h2>
      <RoleFilter {...props} home={home} />
      {roles.length === 0 ? <p class="none">{ROLES.nobody}</p> : <RoleTable {...props} />}
      {(more !== undefined || !isFirst) && (
        <p class="actions">
          {more && <a href={more}>{ROLES.more}</a>}
          {!isFirst && <a href={home}>{ROLES.first}</a>}
        </p>
      )}
    </section>
  )
}

function RoleFilter({ filter, choices, place, home }: Props & { home: string }) {
  const all = { value: '', label: ROLES.all }
  const roles = choices.map((role) => ({ value: role, label: roleLabel(role) }))
  return (
    <AskForm action={home} label="Saring peran">
      <div class="ask">
        <ChoiceField
          name="peran-dicari"
          label="Peran"
          choices={[all, ...roles]}
          value={filter.role ?? ''}
        />
        <ChoiceField name="keadaan" label="Keadaan" choices={STATES} value={filter.state} />
        {place === 'nation' && (
          <Field name="instansi" label="Instansi" value={filter.agency} autocomplete="off" />
        )}
        <button class="quiet">Tampilkan</button>
      </div>
    </AskForm>
  )
}

function RoleTable({ roles, place }: Props) {
  return (
    <table>
      <caption>Nama, peran, dan masa berlakunya</caption>
      <thead>
        <tr>
          <th scope="col">Pegawai</th>
          <th scope="col">Peran</th>
          <th scope="col">Berlaku</th>
          <th scope="col">Tindakan</th>
        </tr>
      </thead>
      <tbody>
        {roles.map((role) => (
          <RoleRow role={role} place={place} />
        ))}
      </tbody>
    </table>
  )
}

function RoleRow({ role, place }: { role: ShownRole; place: Props['place'] }) {
  const { id, name, nip, agencyName, unitName, zone, mayEnd } = role
  const where = [unitName, place === 'nation' && agencyName].filter(Boolean).join(', ')
  return (
    <tr>
      <th scope="row">
        {name}
        <br />
        <code>{nipText(nip)}</code>
      </th>
      <td>
        {roleLabel(role.role)}
        {where && <p class="hint">{where}</p>}
      </td>
      <td>{termText(role, zone)}</td>
      <td>
        {mayEnd && (
          <a href={paths.roleEnd(id)}>
            Akhiri<span class="spoken"> peran {name}</span>
          </a>
        )}
      </td>
    </tr>
  )
}
