import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { Frame, Page } from '../../page.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Field, TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import { recordName, type TypeNames, typeChoices } from '../record-name.ts'
import { stageText } from '../stage-words.ts'
import { FIELDS, holdTold, type PlaceProblem } from './hold-problem-words.ts'
import { HOLDS } from './hold-words.ts'
import { PLACE } from './place-words.ts'

type Named = { id: RecordId; type: string; slot: string; stage: Stage; held: boolean }

export type TypedHold = {
  scope: string
  basis: string
  caseNo: string
  reviewOn: string
  silent: string
}

type Props = {
  frame: Frame
  person: { id: string; name: string; nip: string; agencyName: string }
  records: readonly Named[]
  names: TypeNames
  typed: TypedHold
  problem: PlaceProblem | undefined
}

/** The second step: what of their records, why and until when to look again. */
export function placeHoldPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && holdTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(HOLDS.place, told), main: <Place {...props} told={told} />, frame }
}

type ToldProps = Props & { told: Told | undefined }

function Place(props: ToldProps) {
  const { person, told } = props
  return (
    <section id="pemasangan" class="card narrow">
      <h1>{HOLDS.place}</h1>
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
      <PlaceForm {...props} />
    </section>
  )
}

function PlaceForm(props: ToldProps) {
  const { frame, person, typed, told } = props
  const place = paths.newHoldOn(person.id)
  return (
    <Form action={place} csrf={frame.csrf} region="pemasangan">
      <ChoiceField
        name={FIELDS.scope}
        label={PLACE.scope}
        choices={choicesOf(props)}
        value={typed.scope}
        hint={PLACE.scopeHint}
        told={told}
      />
      <Gone {...props} />
      <TextField
        name={FIELDS.basis}
        label={PLACE.basis}
        hint={PLACE.basisHint}
        value={typed.basis}
        rows={3}
        told={told}
      />
      <Field
        name={FIELDS.caseNo}
        label={PLACE.caseNo}
        value={typed.caseNo}
        autocomplete="off"
        told={told}
      />
      <Field
        name={FIELDS.reviewOn}
        label={PLACE.reviewOn}
        hint={PLACE.reviewHint}
        type="date"
        value={typed.reviewOn}
        told={told}
      />
      <ChoiceField
        name={FIELDS.silent}
        label={PLACE.silent}
        choices={PLACE.silentChoices}
        value={typed.silent}
        hint={PLACE.silentHint}
      />
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        <button>{HOLDS.place}</button>
        <a href={paths.newHold}>{PLACE.other}</a>
      </p>
    </Form>
  )
}

/** Whoever looks for one of them in vain learns why. */
function Gone({ records, names }: Props) {
  const gone = records.filter((record) => !isThere(record))
  if (gone.length === 0) return null
  const called = gone.map((record) => recordName(record, names)).join('; ')
  return <p class="hint">{PLACE.gone(called)}</p>
}

function isThere({ stage }: Named): boolean {
  return stage !== 'destroyed'
}

/** Everything, one record with where it is in its life, or a type also where none of it is there yet. */
function choicesOf({ records, names }: Props) {
  return [
    { value: '', label: PLACE.choose },
    { value: 'semua', label: PLACE.everything },
    ...records.filter(isThere).map((record) => ({
      value: `arsip:${record.id}`,
      label: PLACE.oneRecord(recordName(record, names), stageText(record.stage), record.held),
    })),
    ...typeChoices(names).map(({ value, label }) => ({
      value: `jenis:${value}`,
      label: PLACE.ofType(label),
    })),
  ]
}
