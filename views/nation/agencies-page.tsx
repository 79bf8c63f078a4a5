import type { Zone } from '#domain/agency.ts'
import type { Frame, Page } from '../page.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Field } from '../parts/field.tsx'
import { AskForm } from '../parts/form.tsx'
import { Notice } from '../parts/problem.tsx'
import type { AgencyDone } from '../path-names.ts'
import { paths } from '../paths.ts'
import { AGENCIES, AGENCY_STATES, agencyDoneText } from './nation-words.ts'

type ShownAgency = {
  id: string
  code: string
  name: string
  zone: Zone
  twoPersonResets: boolean
  admins: number
}

type Props = {
  frame: Frame
  agencies: readonly ShownAgency[]
  filter: { sought: string; withoutAdmin: boolean }
  more: string | undefined
  isFirst: boolean
  done: AgencyDone | undefined
}

export function agenciesPage(props: Props): Page {
  return { title: AGENCIES.title, main: <Agencies {...props} />, frame: props.frame }
}

function Agencies(props: Props) {
  const { agencies, done, more, isFirst } = props
  return (
    <div id="instansi" class="stack">
      <h1>{AGENCIES.title}</h1>
      <Notice text={done && agencyDoneText(done)} />
      <p>{AGENCIES.masses}</p>
      <p class="actions">
        <a class="button" href={paths.newAgency}>
          {AGENCIES.add}
        </a>
        <a href={paths.nation}>Nasional</a>
      </p>
      <section class="card">
        <h2>Daftar instansi</h2>
        <AgencyFilter {...props} />
        {agencies.length === 0 ? (
          <p class="none">{AGENCIES.none}</p>
        ) : (
          <AgencyTable agencies={agencies} />
        )}
        {(more !== undefined || !isFirst) && (
          <p class="actions">
            {more && <a href={more}>{AGENCIES.more}</a>}
            {!isFirst && <a href={paths.agencies}>{AGENCIES.first}</a>}
          </p>
        )}
      </section>
    </div>
  )
}

function AgencyFilter({ filter }: Props) {
  return (
    <AskForm action={paths.agencies} label="Cari instansi">
      <div class="ask">
        <Field
          name="cari"
          label="Nama atau kode"
          value={filter.sought}
          autocomplete="off"
          autofocus
        />
        <ChoiceField
          name="keadaan"
          label="Keadaan"
          choices={AGENCY_STATES}
          value={filter.withoutAdmin ? 'tanpa-admin' : ''}
        />
        <button class="quiet">Cari</button>
      </div>
    </AskForm>
  )
}

function AgencyTable({ agencies }: Pick<Props, 'agencies'>) {
  return (
    <table>
      <caption>Instansi menurut nama</caption>
      <thead>
        <tr>
          <th scope="col">Instansi</th>
          <th scope="col">Zona</th>
          <th scope="col">Admin</th>
          <th scope="col">Reset MFA</th>
        </tr>
      </thead>
      <tbody>
        {agencies.map(({ id, code, name, zone, twoPersonResets, admins }) => (
          <tr>
            <th scope="row">
              <a href={paths.agency(id)}>{name}</a>
              <br />
              <code>{code}</code>
            </th>
            <td>{zone}</td>
            <td>{admins === 0 ? AGENCIES.noAdmin : `${admins} admin`}</td>
            <td>{twoPersonResets ? 'dua petugas' : 'satu petugas'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
