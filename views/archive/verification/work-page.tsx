import type { Metadata } from '#domain/archive/metadata.ts'
import type { MetadataField } from '#domain/archive/metadata-fields.ts'
import type { OwnPart } from '#domain/archive/own-part.ts'
import type { FoundValues } from '#domain/archive/values-in-text.ts'
import {
  RETURN_CODES,
  type ReturnCode,
  type Version,
  type VersionId,
} from '#domain/archive/version.ts'
import type { Frame, Page } from '../../page.tsx'
import { Field, TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import type { JudgedBefore } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import { fieldText } from '../record-type-words.ts'
import { DocumentPages } from './document-part.tsx'
import {
  BOX_FIELD,
  beforeText,
  foundText,
  metadataName,
  NOTE_FIELD,
  noticeText,
  PAGE_FIELD,
  reasonName,
  reasonText,
  VERIFY,
  valueText,
  type WorkProblem,
  workTold,
} from './verification-words.ts'
import { WorkFacts } from './work-facts.tsx'

/** What a verifier has before them beside the pages. */
export type ShownWork = {
  version: Version
  called: string
  fields: readonly MetadataField[]
  person: { name: string; nip: string }
  uploaderName: string
  verifierName: string | undefined
  before: { id: VersionId; no: number; at: Date } | undefined
  hasTwinElsewhere: boolean
  /** No copy of the file is whole. */
  isLost: boolean
  /** Why its verification was taken back before. */
  revokedFor: string | undefined
  /** As the uploader typed it. */
  typed: Metadata
  notes: readonly string[]
  digitised: boolean
}

/** What they may do with it; `own`: nothing, not even look. */
export type WorkPart =
  | { kind: 'judge' }
  | { kind: 'free' }
  | { kind: 'claimed'; by: string | undefined; until: Date }
  | { kind: 'own'; part: OwnPart['kind'] }
  | { kind: 'decided' }

export type TypedWork = {
  metadata: Metadata
  codes: readonly ReturnCode[]
  note: string
  page: string
  box: string
}

type Props = {
  frame: Frame
  work: ShownWork
  part: WorkPart
  typed: TypedWork
  /** What the text of the document says of them. */
  found: FoundValues
  problem: WorkProblem | undefined
  /** What was just decided of another one, which this page follows. */
  before: JudgedBefore | undefined
  script: string
}

/** The document beside the data that it has to bear out. */
export function workPage(props: Props): Page {
  const { frame, work, problem } = props
  const told = problem && workTold(problem, frame.clock.now, frame.clock.zone)
  const title = `${work.called}, ${work.person.name}`
  return { title: titleOf(title, told), main: <Work {...props} told={told} />, frame }
}

type ToldProps = Props & { told: Told | undefined }

function Work({ told, ...props }: ToldProps) {
  const { frame, work, part, before, script } = props
  const { version } = work
  const isShown = part.kind !== 'own' && 'pages' in version && version.scan !== 'scanFound'
  return (
    <section id="periksa" class="bench">
      <div class="stack">
        <h1>{work.called}</h1>
        <ProblemSummary told={told} />
        <Notice text={before && beforeText(before)} />
        <Notice text={told ? undefined : noticeText(part, version.status, frame.clock.zone)} />
      </div>
      {isShown ? (
        <DocumentPages version={version.id} pages={version.pages} />
      ) : (
        <p class="none">{version.scan === 'scanFound' ? VERIFY.malware : VERIFY.noDocument}</p>
      )}
      <div class="stack">
        <WorkFacts frame={frame} work={work} />
        {(part.kind === 'judge' || told) && part.kind !== 'own' && (
          <JudgeForm {...props} told={told} />
        )}
        {part.kind === 'free' && !told && <TakeForm frame={frame} id={version.id} />}
        <p class="actions">
          {version.status === 'verified' && part.kind === 'decided' && (
            <a class="button quiet" href={paths.revocationOf(version.id)}>
              {VERIFY.revoke}
            </a>
          )}
          {isShown && <a href={paths.versionFile(version.id, 'verification')}>{VERIFY.download}</a>}
          <a href={paths.verification}>{VERIFY.queue}</a>
        </p>
      </div>
      <script src={script} defer></script>
    </section>
  )
}

function TakeForm({ frame, id }: { frame: Frame; id: VersionId }) {
  return (
    <Form action={paths.verificationOf(id)} csrf={frame.csrf}>
      <p class="actions">
        <button name="keputusan" value="ambil">
          {VERIFY.takeThis}
        </button>
      </p>
    </Form>
  )
}

function JudgeForm({ frame, work, typed, found, told }: ToldProps) {
  const place = paths.verificationOf(work.version.id)
  return (
    <Form action={place} csrf={frame.csrf}>
      <h2>{VERIFY.data}</h2>
      <div class="fields">
        {work.fields.map((field) => (
          <Field
            name={metadataName(field)}
            label={fieldText(field)}
            hint={foundText(found[field], typed.metadata[field], work.typed[field])}
            value={valueText(typed.metadata[field] ?? '')}
            autocomplete="off"
            told={told}
          />
        ))}
      </div>
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        <button name="keputusan" value="terima">
          {VERIFY.accept}
        </button>
        <button class="quiet" name="keputusan" value="lewati">
          {VERIFY.skip}
        </button>
      </p>
      <Reasons typed={typed} told={told} />
      <p class="actions">
        <button class="quiet" name="keputusan" value="kembalikan">
          {VERIFY.giveBack}
        </button>
      </p>
      <p id="pintasan" class="hint" hidden>
        {VERIFY.keys}
      </p>
    </Form>
  )
}

function Reasons({ typed, told }: Pick<ToldProps, 'typed' | 'told'>) {
  const [first] = RETURN_CODES
  const isWrong = told?.field === reasonName(first)
  return (
    <>
      <fieldset class="choices reasons" aria-describedby={isWrong ? 'alasan' : undefined}>
        <legend>{VERIFY.reasons}</legend>
        {RETURN_CODES.map((code, at) => (
          <Reason code={code} number={at + 1} checked={typed.codes.includes(code)} />
        ))}
      </fieldset>
      <TextField
        name={NOTE_FIELD}
        label={VERIFY.note}
        hint={VERIFY.noteHint}
        value={typed.note}
        rows={2}
        told={told}
      />
      <Field
        name={PAGE_FIELD}
        label={VERIFY.page}
        hint={VERIFY.pageHint}
        value={typed.page}
        inputmode="numeric"
        autocomplete="off"
        told={told}
      />
      <input type="hidden" id={BOX_FIELD} name={BOX_FIELD} value={typed.box} autocomplete="off" />
    </>
  )
}

type ReasonProps = { code: ReturnCode; number: number; checked: boolean }

function Reason({ code, number, checked }: ReasonProps) {
  return (
    <label for={reasonName(code)}>
      <input
        type="checkbox"
        id={reasonName(code)}
        name={reasonName(code)}
        value="ya"
        checked={checked}
      />
      <span>
        <b>{number}</b> {reasonText(code)}
      </span>
    </label>
  )
}
