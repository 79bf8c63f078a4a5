import { type Addresses, maskAddress, slotsOf } from '#domain/email/correction.ts'
import type { Frame, Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { paths } from '../paths.ts'
import { CORRECTION, type CorrectionProblem, correctionTold } from './email-words.ts'
import { Choices, HelpFields, type HelpTyped } from './help-fields.tsx'
import { Whom } from './whom.tsx'

type Props = {
  frame: Frame
  person: { id: string; name: string; nip: string }
  addresses: Addresses
  typed: HelpTyped & { slot: string; email: string }
  problem?: CorrectionProblem | undefined
}

/** R-AD-05: what officer A proposes; the addresses in force stand in full on the person's page. */
export function correctionPage(props: Props): Page {
  const { problem, frame } = props
  const told = problem && correctionTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(CORRECTION.title, told), main: <Propose {...props} told={told} />, frame }
}

function Propose({ frame, person, addresses, typed, told }: Props & { told: Told | undefined }) {
  const place = paths.employeeEmail(person.id)
  return (
    <section id="perbaikan-email" class="card narrow">
      <h1>{CORRECTION.title}</h1>
      <ProblemSummary told={told} />
      <Whom person={person} />
      <p>{CORRECTION.what}</p>
      <p class="aside">{CORRECTION.told}</p>
      <Form action={place} csrf={frame.csrf} region="perbaikan-email">
        <Choices
          name="slot"
          legend="Yang diganti"
          choices={slotsOf(addresses).map((slot) => [String(slot), slotText(addresses, slot)])}
          chosen={typed.slot}
          told={told}
        />
        <Field name="email" label="Email baru" value={typed.email} autocomplete="off" told={told} />
        <HelpFields typed={typed} told={told} />
        <ProofField frame={frame} place={place} told={told} />
        <button>{CORRECTION.button}</button>
      </Form>
      <p>
        <a class="way" href={paths.employee(person.id)}>
          Kembali ke pegawai
        </a>
      </p>
    </section>
  )
}

function slotText(addresses: Addresses, slot: 1 | 2): string {
  const address = addresses[slot]
  const name = slot === 1 ? 'Email pertama' : 'Email kedua'
  return `${name}: ${address ? maskAddress(address) : 'belum ada'}`
}
