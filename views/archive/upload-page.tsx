import type { FoundSlot } from '#domain/archive/completeness.ts'
import { FIELDS, type MetadataField } from '#domain/archive/metadata-fields.ts'
import { mayOfferRemoval } from '#domain/archive/remove-row.ts'
import type { ToldChange } from '#domain/archive/type-change.ts'
import type { UploadForm } from '#domain/archive/upload.ts'
import { Whom } from '../agency/whom.tsx'
import type { Frame, Page } from '../page.tsx'
import { Field, FileField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { fieldText, securityText } from './record-type-words.ts'
import { ROW_REMOVAL } from './row-removal-words.ts'
import { Sending } from './sending.tsx'
import { slotName, stateName, stateText, whyText } from './slot-words.ts'
import { FormChanges } from './type-changes.tsx'
import type { UploadSide } from './upload-side.ts'
import {
  ACCEPTED,
  CHOOSE_AGAIN,
  DECIMAL_HINT,
  FILE_FIELD,
  FILE_LABEL,
  FORM_NAMES,
  fileHint,
  OTHER_WAY,
  RANK_HINT,
  REPLACES,
  SEE_TWIN,
  type UploadProblem,
  uploadTold,
  WHAT_FOLLOWS,
} from './upload-words.ts'

export type UploadPageProps = {
  frame: Frame
  side: UploadSide
  slot: FoundSlot
  /** Of its type, not long ago. */
  changes: readonly ToldChange[]
  form: UploadForm
  /** What names an event that is added with this document; else ''. */
  query: string
  typed: Readonly<Partial<Record<MetadataField, string>>>
  problem: UploadProblem | undefined
  /** The script that sends piece by piece; without it the browser sends all at once. */
  script: string
}

export function uploadPage(props: UploadPageProps): Page {
  const { frame, problem, slot, form } = props
  const told = problem && uploadTold(problem, frame.clock.now, frame.clock.zone)
  const title = `${FORM_NAMES[form]}: ${slotName(slot)}`
  return { title: titleOf(title, told), main: <Upload {...props} told={told} />, frame }
}

type Shown = UploadPageProps & { told: Told | undefined }

function Upload(props: Shown) {
  const { frame, side, slot, changes, form, query, problem, told, script } = props
  const other = form === 'document' ? 'photos' : 'document'
  const to = (way: UploadForm) => pathTo(side, slot, way, query)
  return (
    <section id="unggah" class="card narrow" data-upload={form} data-twins={side.twins}>
      <h1>{slotName(slot)}</h1>
      <ProblemSummary told={told} />
      {problem?.kind === 'identicalTwin' && (
        <p>
          <a href={side.upload(problem.twin.version)}>{SEE_TWIN}</a>
        </p>
      )}
      {side.sentFor && <Whom person={side.sentFor} />}
      <Standing frame={frame} slot={slot} />
      <FormChanges changes={changes} zone={frame.clock.zone} />
      <Form action={to(form)} csrf={frame.csrf} hasFile>
        <Fields {...props} />
        <ProofField frame={frame} place={to(form)} told={told} />
        <File {...props} />
        <div id="kembar" />
        <Sending />
        <p class="actions">
          <button>Unggah</button>
          <a href={to(other)}>{OTHER_WAY[form]}</a>
        </p>
      </Form>
      <WhatFollows />
      <Mistaken {...props} />
      <script src={script} defer></script>
    </section>
  )
}

/** What somebody added, and no data tells of, can be taken back. */
function Mistaken({ side, slot, query }: Shown) {
  if (query !== '' || !slot.row || !mayOfferRemoval(slot, side.sentFor !== undefined)) return null
  return (
    <p class="actions">
      <a href={side.rowRemoval(slot.type.code, slot.row.key)}>{ROW_REMOVAL.offer}</a>
    </p>
  )
}

/** A place that is there by its own address, a new one by what names it. */
function pathTo(side: UploadSide, { type, slot }: FoundSlot, form: UploadForm, query: string) {
  if (query === '') return side.to(type.code, slot, form)
  return side.to(type.code, '', 'document') + query + (form === 'photos' ? '&cara=foto' : '')
}

function Standing({ frame, slot }: { frame: Frame; slot: FoundSlot }) {
  const { now, zone } = frame.clock
  const more = slot.state.kind === 'present' ? REPLACES : stateText(slot.state, now, zone)
  const secret = securityText(slot.type.securityClass)
  return (
    <>
      <p>
        <b>{stateName(slot.state)}</b>
        {`. ${whyText(slot.why)}.`}
      </p>
      {more && <p class="hint">{more}</p>}
      {secret && <p class="hint">{secret}</p>}
    </>
  )
}

/** What the document says, for the verifier to compare; each of the type's own fields. */
function Fields({ slot, typed, told }: Shown) {
  return (
    <>
      {slot.type.requiredMetadata.map((field) => (
        <Field
          name={field}
          label={fieldText(field)}
          value={typed[field] ?? ''}
          told={told}
          autocomplete="off"
          {...inputOf(field)}
        />
      ))}
    </>
  )
}

function inputOf(field: MetadataField) {
  switch (FIELDS[field].kind) {
    case 'date':
      return { type: 'date' } as const
    case 'number':
    case 'year':
      return { inputmode: 'numeric' } as const
    case 'rank':
      return { hint: RANK_HINT } as const
    case 'decimal':
      return { hint: DECIMAL_HINT } as const
    default:
      return {}
  }
}

/** Where no script sends the form, a browser forgets what was chosen. */
function File({ slot, form, told }: Shown) {
  const { maxBytes, maxPages } = slot.type
  const hint = fileHint(form, maxBytes, maxPages)
  return (
    <FileField
      name={FILE_FIELD}
      label={FILE_LABEL[form]}
      hint={told && told.field !== FILE_FIELD ? `${hint} ${CHOOSE_AGAIN}` : hint}
      accept={ACCEPTED[form]}
      multiple={form === 'photos'}
      told={told}
    />
  )
}

function WhatFollows() {
  return (
    <details>
      <summary>Yang terjadi sesudahnya</summary>
      <ol>
        {WHAT_FOLLOWS.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
    </details>
  )
}
