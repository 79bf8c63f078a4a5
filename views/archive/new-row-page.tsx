import type { NewRowProblem } from '#domain/archive/new-row.ts'
import { asksDate } from '#domain/archive/new-row.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import { Whom } from '../agency/whom.tsx'
import type { Frame, Page } from '../page.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Field } from '../parts/field.tsx'
import { AskForm } from '../parts/form.tsx'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import {
  DATE_FIELD,
  NAMED_FIELD,
  NEW_ROW,
  namedLabel,
  newRowTold,
  PART_FIELD,
} from './new-row-words.ts'
import type { UploadSide } from './upload-side.ts'

type Props = {
  frame: Frame
  side: UploadSide
  type: RecordType
  typed: { named: string; date: string; part: string }
  problem: NewRowProblem | undefined
}

/** Asks for what no data tells of; nothing is kept before its document comes. */
export function newRowPage({ frame, side, type, typed, problem }: Props): Page {
  const told = problem && newRowTold(problem)
  const parts = type.parts.map(({ code, name }) => ({ value: code, label: name }))
  const main = (
    <section class="card narrow">
      <h1>{type.name}</h1>
      <ProblemSummary told={told} />
      {side.sentFor && <Whom person={side.sentFor} />}
      <p>{NEW_ROW.intro}</p>
      <AskForm action={side.to(type.code, '', 'document')} label={type.name}>
        <Field
          name={NAMED_FIELD}
          label={namedLabel(type.cardinality)}
          value={typed.named}
          told={told}
          autocomplete="off"
        />
        {asksDate(type.cardinality) && (
          <Field
            name={DATE_FIELD}
            label={NEW_ROW.date}
            value={typed.date}
            type="date"
            told={told}
            autocomplete="off"
          />
        )}
        {parts.length > 0 && (
          <ChoiceField
            name={PART_FIELD}
            label={NEW_ROW.part}
            choices={parts}
            value={typed.part}
            told={told}
          />
        )}
        <p class="actions">
          <button>{NEW_ROW.next}</button>
          <a href={side.list}>Unggahan saya</a>
        </p>
      </AskForm>
    </section>
  )
  return { title: titleOf(type.name, told), main, frame }
}
