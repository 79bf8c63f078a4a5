import type { Role } from '#domain/access/mandate.ts'
import type { Frame, Page } from '../page.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Field, TextField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { nipText } from '../parts/nip-words.ts'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'
import { paths } from '../paths.ts'
import { CHOOSE_ROLE, GIVE, type GiveProblem, giveTold } from './give-words.ts'
import { roleLabel } from './role-words.ts'

export type TypedRole = { role: string; unit: string; from: string; until: string; reason: string }

type Props = {
  frame: Frame
  home: string
  person: { id: string; name: string; nip: string; agencyName: string }
  /** Why nothing can be given to this person now, whatever role. */
  hindrance: string | undefined
  roles: readonly Role[]
  units: readonly { id: string; name: string }[]
  typed: TypedRole
  problem: GiveProblem | ProofProblem | undefined
}

export function givePage(props: Props): Page {
  const { frame } = props
  return { title: titleOf(GIVE.title, toldOf(props)), main: <Give {...props} />, frame }
}

function toldOf({ problem, frame: { clock } }: Props): Told | undefined {
  if (!problem) return undefined
  return problem.kind === 'proofDue' || problem.kind === 'proofWrong'
    ? proofTold(problem, clock.now, clock.zone)
    : giveTold(problem, clock.zone)
}

function Give(props: Props) {
  const { person, hindrance, home } = props
  const told = toldOf(props)
  return (
    <section id="pemberian" class="card narrow">
      <h1>{GIVE.title}</h1>
      <ProblemSummary told={told} />
      <dl class="facts">
        <dt>Pegawai</dt>
        <dd>{person.name}</dd>
        <dt>NIP</dt>
        <dd>
          <code>{nipText(person.nip)}</code>
        </dd>
        <dt>Instansi</dt>
        <dd>{person.agencyName}</dd>
      </dl>
      {hindrance ? <p class="notice">{hindrance}</p> : <GiveForm {...props} told={told} />}
      <p class="actions">
        <a href={paths.newRole}>Pegawai lain</a>
        <a href={home}>Kembali ke daftar peran</a>
      </p>
    </section>
  )
}

function GiveForm(props: Props & { told: Told | undefined }) {
  const { frame, person, roles, typed, told } = props
  const choices = roles.map((role) => ({ value: role, label: roleLabel(role) }))
  const place = paths.newRoleFor(person.id)
  return (
    <Form action={place} csrf={frame.csrf} region="pemberian">
      <ChoiceField
        name="role"
        label="Peran"
        choices={[{ value: '', label: CHOOSE_ROLE }, ...choices]}
        value={typed.role}
        told={told}
      />
      <UnitField {...props} />
      <Term {...props} />
      <TextField
        name="reason"
        label="Alasan"
        hint={GIVE.reasonHint}
        value={typed.reason}
        rows={3}
        told={told}
      />
      <ProofField frame={frame} place={place} told={told} />
      <p>{GIVE.twoPeople}</p>
      <p class="actions">
        <button>{GIVE.ask}</button>
      </p>
    </Form>
  )
}

function UnitField({ units, typed, told }: Props & { told: Told | undefined }) {
  if (units.length === 0) return null
  return (
    <ChoiceField
      name="unit"
      label="Berlaku untuk"
      hint={GIVE.unitHint}
      choices={[
        { value: '', label: GIVE.whole },
        ...units.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={typed.unit}
      told={told}
    />
  )
}

function Term({ typed, told }: Props & { told: Told | undefined }) {
  return (
    <>
      <Field name="from" label="Mulai" type="date" value={typed.from} told={told} />
      <Field
        name="until"
        label="Sampai"
        type="date"
        value={typed.until}
        hint={GIVE.termHint}
        told={told}
      />
    </>
  )
}
