import type { MandateId, Role } from '#domain/access/mandate.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { roleText } from '../parts/role-words.ts'
import { paths } from '../paths.ts'
import { type NamingProblem, namingTold, SECRETS } from './secret-readers-words.ts'

export type ShownReader = {
  hat: MandateId
  name: string
  role: Role
  unitName: string | undefined
  isNamed: boolean
}

type Props = {
  frame: Frame
  readers: readonly ShownReader[]
  problem: NamingProblem | undefined
}

/** Who of an agency reads records of secret types. */
export function secretReadersPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && namingTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(SECRETS.title, told), main: <Readers {...props} />, frame }
}

function Readers({ frame, readers, problem }: Props) {
  const told = problem && namingTold(problem, frame.clock.now, frame.clock.zone)
  return (
    <section id="pembaca" class="card">
      <h1>{SECRETS.title}</h1>
      <ProblemSummary told={told} />
      <p>{SECRETS.lead}</p>
      {readers.length === 0 && <p class="none">{SECRETS.nobody}</p>}
      <Form action={paths.secretReaders} csrf={frame.csrf} region="pembaca">
        <ProofField frame={frame} place={paths.secretReaders} told={told} />
        <ul class="log">
          {readers.map((reader) => (
            <Reader reader={reader} />
          ))}
        </ul>
      </Form>
      <p class="actions">
        <a href={paths.desk}>Kembali ke Meja layanan</a>
      </p>
    </section>
  )
}

function Reader({ reader }: { reader: ShownReader }) {
  const { hat, name, role, unitName, isNamed } = reader
  return (
    <li>
      <p>
        <b>{name}</b>
        <br />
        <span class="hint">{[roleText(role), unitName].filter(Boolean).join(', ')}</span>
      </p>
      <p class="actions">
        <span class="state">{isNamed ? SECRETS.named : SECRETS.notNamed}</span>
        <button class="quiet" name={isNamed ? 'akhiri' : 'tunjuk'} value={hat}>
          {isNamed ? SECRETS.end : SECRETS.name}
          <span class="spoken"> {name}</span>
        </button>
      </p>
    </li>
  )
}
