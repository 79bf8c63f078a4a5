import type { Frame, Page } from '../page.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { paths } from '../paths.ts'
import { ROLES } from '../roles/role-words.ts'
import { AGENCIES, type AgencyProblem, agencyTold, ZONES } from './nation-words.ts'
import { SITES } from './sites/site-words.ts'

export type TypedAgency = { code: string; name: string; zone: string }

type Props = {
  frame: Frame
  /** Undefined: one that is to be added. */
  id: string | undefined
  typed: TypedAgency
  units: readonly { code: string; name: string; depth: number }[]
  problem: AgencyProblem | undefined
}

export function agencyPage(props: Props): Page {
  const { frame, id } = props
  const title = id ? AGENCIES.change : AGENCIES.add
  return { title: titleOf(title, toldOf(props)), main: <Agency {...props} />, frame }
}

function toldOf({ problem, frame: { clock } }: Props): Told | undefined {
  return problem && agencyTold(problem, clock.now, clock.zone)
}

function Agency(props: Props) {
  const { id, typed, units } = props
  return (
    <div id="instansi" class="stack narrow">
      <section class="card">
        <h1>{id ? AGENCIES.change : AGENCIES.add}</h1>
        <ProblemSummary told={toldOf(props)} />
        <AgencyForm {...props} />
      </section>
      {id && (
        <section class="card">
          <h2>{AGENCIES.admins}</h2>
          <p>{AGENCIES.adminsText}</p>
          <p class="actions">
            <a href={paths.newRole}>{ROLES.give}</a>
            <a href={paths.rolesOfNation}>{ROLES.ofNation}</a>
          </p>
        </section>
      )}
      {id && (
        <section class="card">
          <h2>{SITES.title}</h2>
          <p class="actions">
            <a href={paths.newEmbedSiteOf(typed.code)}>{SITES.add}</a>
            <a href={paths.embedSites}>{SITES.title}</a>
          </p>
        </section>
      )}
      {id && (
        <section class="card">
          <h2>{AGENCIES.units}</h2>
          {units.length === 0 ? <p class="none">{AGENCIES.noUnits}</p> : <Units units={units} />}
        </section>
      )}
    </div>
  )
}

function AgencyForm(props: Props) {
  const { frame, id, typed } = props
  const told = toldOf(props)
  const place = id ? paths.agency(id) : paths.newAgency
  return (
    <Form action={place} csrf={frame.csrf} region="instansi">
      {id ? (
        <dl>
          <dt>Kode</dt>
          <dd>
            <code>{typed.code}</code>
          </dd>
        </dl>
      ) : (
        <Field
          name="code"
          label="Kode"
          value={typed.code}
          hint={AGENCIES.codeHint}
          autocomplete="off"
          told={told}
        />
      )}
      <Field name="name" label="Nama" value={typed.name} autocomplete="off" told={told} />
      <ChoiceField
        name="zone"
        label="Zona waktu"
        choices={ZONES.map((zone) => ({ value: zone, label: zone }))}
        value={typed.zone}
        told={told}
      />
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        <button>{AGENCIES.save}</button>
        <a href={paths.agencies}>Batal</a>
      </p>
    </Form>
  )
}

function Units({ units }: Pick<Props, 'units'>) {
  return (
    <table>
      <caption>Unit kerja, masing-masing di bawah induknya</caption>
      <thead>
        <tr>
          <th scope="col">Unit</th>
          <th scope="col">Kode</th>
          <th scope="col">Tingkat</th>
        </tr>
      </thead>
      <tbody>
        {units.map(({ code, name, depth }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>
              <code>{code}</code>
            </td>
            <td>tingkat {depth + 1}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
