import type { Frame, Page } from '../../page.tsx'
import { Form } from '../../parts/form.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import type { TypeNames } from '../record-name.ts'
import { CustodyItems, type ShownItem } from './custody-items.tsx'
import { CUSTODY, custodyTold, type OfferProblem } from './custody-words.ts'

type Props = {
  frame: Frame
  person: { id: string; name: string; nip: string; agencyName: string }
  items: readonly ShownItem[]
  names: TypeNames
  problem: OfferProblem | undefined
}

/** What goes where, before it is offered. */
export function offerCustodyPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && custodyTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(CUSTODY.offerTitle, told), main: <Offer {...props} told={told} />, frame }
}

function Offer({ frame, person, items, names, told }: Props & { told: Told | undefined }) {
  const place = paths.newCustody(person.id)
  return (
    <section id="tawaran" class="card">
      <h1>{CUSTODY.offerTitle}</h1>
      <ProblemSummary told={told} />
      <dl class="facts">
        <dt>Pegawai</dt>
        <dd>{person.name}</dd>
        <dt>NIP</dt>
        <dd>
          <code>{nipText(person.nip)}</code>
        </dd>
        <dt>Instansi sekarang</dt>
        <dd>{person.agencyName}</dd>
      </dl>
      <CustodyItems items={items} names={names} />
      <p>{CUSTODY.offerText}</p>
      <Form action={place} csrf={frame.csrf} region="tawaran">
        <ProofField frame={frame} place={place} told={told} />
        <p class="actions">
          <button>{CUSTODY.offer}</button>
          <a href={paths.custody}>{CUSTODY.back}</a>
        </p>
      </Form>
    </section>
  )
}
