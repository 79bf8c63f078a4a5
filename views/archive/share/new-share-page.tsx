import type { AccountHold } from '#domain/account/hold.ts'
import type { TypedTerms } from '#domain/archive/share/terms.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { holdText } from '../../home/home-words.ts'
import type { Frame, Page } from '../../page.tsx'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { paths } from '../../paths.ts'
import { documentText } from '../record-name-words.ts'
import { SHARE, SHARE_FIELDS, SHARES, type ShareProblem, shareTold } from './share-words.ts'

export type Shareable = { version: VersionId; typeName: string; slot: string; versionNo: number }

/** `hold`: in force, so that nothing can be shared yet (R-RS-07). */
type Props = {
  frame: Frame
  document: Shareable
  typed: TypedTerms & { pin: boolean }
  hold: AccountHold | undefined
  problem?: ShareProblem | undefined
}

export function newSharePage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && shareTold(problem, frame.clock.zone)
  return { title: titleOf(SHARE.title, told), main: <NewShare {...props} told={told} />, frame }
}

function NewShare({ frame, document, typed, hold, told }: Props & { told: Told | undefined }) {
  return (
    <section id="bagikan" class="card narrow">
      <h1>{SHARE.title}</h1>
      <ProblemSummary told={told} />
      <Notice text={told ? undefined : holdText(hold, frame.clock.zone)} />
      <p class="lead">{documentText(document)}</p>
      <p>{SHARE.lead}</p>
      {!hold && <Terms csrf={frame.csrf} version={document.version} typed={typed} told={told} />}
      <p class="hint">
        {SHARE.logged} {SHARE.cannotTakeBack}
      </p>
      <p>
        <a class="way" href={paths.shares}>
          {SHARES.title}
        </a>
      </p>
    </section>
  )
}

type TermsProps = Pick<Props, 'typed'> & {
  csrf: string
  version: VersionId
  told: Told | undefined
}

function Terms({ csrf, version, typed, told }: TermsProps) {
  return (
    <Form action={paths.newShare(version)} csrf={csrf} region="bagikan">
      <Field
        name={SHARE_FIELDS.recipient}
        label={SHARE.recipient}
        hint={SHARE.recipientHint}
        value={typed.recipient}
        autocomplete="off"
        told={told}
      />
      <Field
        name={SHARE_FIELDS.purpose}
        label={SHARE.purpose}
        hint={SHARE.purposeHint}
        value={typed.purpose}
        autocomplete="off"
        told={told}
      />
      <LimitFields typed={typed} told={told} />
      <div class="field">
        <label class="tick">
          <input type="checkbox" name={SHARE_FIELDS.pin} value="ya" checked={typed.pin} />
          {SHARE.pin}
        </label>
        <p class="hint">{SHARE.pinHint}</p>
      </div>
      <button>{SHARE.button}</button>
    </Form>
  )
}

/** How long and how often: asked when a link is made, and when it is changed. */
export function LimitFields({
  typed,
  told,
}: {
  typed: Pick<TypedTerms, 'days' | 'uses'>
  told: Told | undefined
}) {
  return (
    <>
      <Field
        name={SHARE_FIELDS.days}
        label={SHARE.days}
        hint={SHARE.daysHint}
        value={typed.days}
        inputmode="numeric"
        autocomplete="off"
        told={told}
      />
      <Field
        name={SHARE_FIELDS.uses}
        label={SHARE.uses}
        hint={SHARE.usesHint}
        value={typed.uses}
        inputmode="numeric"
        autocomplete="off"
        told={told}
      />
    </>
  )
}
