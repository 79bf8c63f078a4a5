import type { Revocation } from '#domain/archive/revoke-verification.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Frame, Page } from '../../page.tsx'
import { TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import {
  REASON_FIELD,
  REVOKE,
  type RevocationProblem,
  revocationText,
  revocationTold,
} from './revocation-words.ts'

type AskProps = {
  frame: Frame
  version: VersionId
  called: string
  person: { name: string }
  reason: string
  problem: RevocationProblem | undefined
}

export function askRevocationPage(props: AskProps): Page {
  const { frame, problem } = props
  const told = problem && revocationTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(REVOKE.title, told), main: <Ask {...props} />, frame }
}

function Ask({ frame, version, called, person, reason, problem }: AskProps) {
  const told = problem && revocationTold(problem, frame.clock.now, frame.clock.zone)
  const place = paths.revocationOf(version)
  return (
    <section id="pencabutan" class="card narrow">
      <h1>{REVOKE.title}</h1>
      <ProblemSummary told={told} />
      <p>
        {called}, {person.name}
      </p>
      <p>{REVOKE.what}</p>
      <Form action={place} csrf={frame.csrf} region="pencabutan">
        <TextField
          name={REASON_FIELD}
          label={REVOKE.reason}
          hint={REVOKE.reasonHint}
          value={reason}
          rows={3}
          told={told}
        />
        <ProofField frame={frame} place={place} told={told} />
        <p class="actions">
          <button>{REVOKE.ask}</button>
          <a href={paths.verificationOf(version)}>Batal</a>
        </p>
      </Form>
    </section>
  )
}

type Props = {
  frame: Frame
  revocation: Revocation
  name: string
  typeName: string
  askedBy: string
  /** Whether whoever looks asked for it, may decide it, or neither. */
  part: 'own' | 'decide' | 'look'
  problem: RevocationProblem | undefined
}

export function revocationPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && revocationTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(REVOKE.one, told), main: <Request {...props} />, frame }
}

function Request({ frame, revocation, name, typeName, askedBy, part, problem }: Props) {
  const { now, zone } = frame.clock
  const told = problem && revocationTold(problem, now, zone)
  const place = paths.revocation(revocation.id)
  return (
    <section id="pencabutan" class="card narrow">
      <h1>{REVOKE.one}</h1>
      <ProblemSummary told={told} />
      <dl>
        <dt>Berkas</dt>
        <dd>
          {typeName}, {name}
        </dd>
        <dt>Alasan</dt>
        <dd>{revocation.reason}</dd>
        <dt>Diusulkan</dt>
        <dd>
          {askedBy}, {momentText(revocation.askedAt, zone)}
        </dd>
        <dt>Keadaan</dt>
        <dd>{revocationText(revocation, now, zone)}</dd>
      </dl>
      {part === 'own' && <p class="aside">{REVOKE.own}</p>}
      {part !== 'look' && (
        <Form action={place} csrf={frame.csrf} region="pencabutan">
          <ProofField frame={frame} place={place} told={told} />
          <p class="actions">
            {part === 'decide' && (
              <button name="keputusan" value="setujui">
                {REVOKE.agree}
              </button>
            )}
            <button class="quiet" name="keputusan" value={part === 'own' ? 'tarik' : 'tolak'}>
              {part === 'own' ? REVOKE.withdraw : REVOKE.decline}
            </button>
          </p>
        </Form>
      )}
      <p class="actions">
        <a href={paths.verificationOf(revocation.version)}>{REVOKE.look}</a>
        <a href={paths.verification}>{REVOKE.queue}</a>
      </p>
    </section>
  )
}
