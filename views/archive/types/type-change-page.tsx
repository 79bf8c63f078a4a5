import { FIELDS, type MetadataField } from '#domain/archive/metadata-fields.ts'
import { isSecret, type RecordType } from '#domain/archive/record-type.ts'
import type { PersonKind } from '#domain/person.ts'
import type { Frame, Page } from '../../page.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, REASON, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import { fieldText, groupText } from '../record-type-words.ts'
import {
  type AskTypeProblem,
  SECRET,
  securityName,
  TYPE_FIELDS,
  TYPES,
  typeTold,
  weightText,
} from './type-words.ts'

export type TypedType = {
  name: string
  kilobytes: string
  pages: string
  kinds: readonly PersonKind[]
  fields: readonly MetadataField[]
  secret: boolean
}

type Props = {
  frame: Frame
  type: RecordType
  typed: TypedType
  /** What waits for a decision about it already. */
  request: string | undefined
  problem: AskTypeProblem | undefined
}

/** What a type is asked for, to be changed by another's word. */
export function typeChangePage(props: Props): Page {
  const { frame, type, problem } = props
  const told = problem && typeTold(problem, frame.clock.now, frame.clock.zone)
  return {
    title: titleOf(type.name, told),
    main: <TypeChange {...props} told={told} />,
    frame,
  }
}

type Shown = Props & { told: Told | undefined }

function TypeChange(props: Shown) {
  const { type, request, told } = props
  return (
    <section id="jenis-arsip" class="card">
      <h1>{type.name}</h1>
      <ProblemSummary told={told} />
      <p>
        {groupText(type.group)}; {weightText(type)}; kode <code>{type.code}</code>. {TYPES.stays}
      </p>
      {request ? (
        <p>
          {TYPES.alreadyAsked} <a href={paths.typeRequest(request)}>{TYPES.openRequest}</a>
        </p>
      ) : (
        <TypeForm {...props} />
      )}
      <p class="actions">
        <a href={paths.recordTypes}>{TYPES.back}</a>
      </p>
    </section>
  )
}

function TypeForm(props: Shown) {
  const { frame, type, typed, told } = props
  const place = paths.recordType(type.code)
  const kinds = Object.keys(type.classification).map((kind) => [kind, kind.toUpperCase()] as const)
  const fields = (Object.keys(FIELDS) as MetadataField[]).map(
    (field) => [field, fieldText(field)] as const,
  )
  return (
    <Form action={place} csrf={frame.csrf} region="jenis-arsip">
      <Field
        name={TYPE_FIELDS.name}
        label={TYPES.name}
        value={typed.name}
        autocomplete="off"
        told={told}
      />
      <Checks name={TYPE_FIELDS.kinds} choices={kinds} chosen={typed.kinds} told={told} />
      <Caps {...props} />
      <Checks name={TYPE_FIELDS.fields} choices={fields} chosen={typed.fields} told={told} />
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        <button>{TYPES.ask}</button>
      </p>
    </Form>
  )
}

function Caps({ type, typed, told }: Shown) {
  const levels = [
    { value: '', label: securityName('restricted') },
    { value: SECRET, label: securityName('secret') },
  ]
  return (
    <>
      <Field
        name={TYPE_FIELDS.bytes}
        label={TYPES.bytes}
        hint={TYPES.bytesHint}
        value={typed.kilobytes}
        inputmode="numeric"
        autocomplete="off"
        told={told}
      />
      <Field
        name={TYPE_FIELDS.pages}
        label={TYPES.pages}
        hint={TYPES.pagesHint}
        value={typed.pages}
        inputmode="numeric"
        autocomplete="off"
        told={told}
      />
      <ChoiceField
        name={TYPE_FIELDS.security}
        label={TYPES.security}
        hint={TYPES.securityHint}
        choices={isSecret(type) ? levels.slice(1) : levels}
        value={typed.secret ? SECRET : ''}
        told={told}
      />
    </>
  )
}

type ChecksProps = {
  name: typeof TYPE_FIELDS.kinds | typeof TYPE_FIELDS.fields
  choices: readonly (readonly [string, string])[]
  chosen: readonly string[]
  told: Told | undefined
}

/** Any of several; the first is where a problem about them leads. */
function Checks({ name, choices, chosen, told }: ChecksProps) {
  return (
    <fieldset class="choices" aria-describedby={told?.field === name ? REASON : undefined}>
      <legend>{name === TYPE_FIELDS.kinds ? TYPES.kinds : TYPES.fields}</legend>
      {choices.map(([value, label], at) => (
        <label>
          <input
            type="checkbox"
            name={`${name}-${value}`}
            value="ya"
            checked={chosen.includes(value)}
            id={at === 0 ? name : undefined}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
