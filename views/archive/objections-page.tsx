import type { Role } from '#domain/access/mandate.ts'
import type { AccessAction, Purpose } from '#domain/archive/access.ts'
import type { Frame, Page } from '../page.tsx'
import { TextField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { nipText } from '../parts/nip-words.ts'
import { Notice, ProblemSummary, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { roleText } from '../parts/role-words.ts'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { ANSWER_FIELD, type AnswerProblem, answerTold, OBJECTIONS } from './objections-words.ts'
import { actionText, purposeText } from './reading-words.ts'

export type ShownObjection = {
  id: string
  at: Date
  answer: string | null
  seenAt: Date
  purpose: Purpose
  action: AccessAction
  typeName: string | null
  subject: string
  nip: string | null
  readerName: string | null
  role: Role | null
}

type Props = {
  frame: Frame
  open: readonly ShownObjection[]
  answered: readonly ShownObjection[]
  done: boolean
}

export function objectionsPage(props: Props): Page {
  return { title: OBJECTIONS.title, main: <Objections {...props} />, frame: props.frame }
}

function Objections({ frame, open, answered, done }: Props) {
  return (
    <section id="keberatan" class="card">
      <h1>{OBJECTIONS.title}</h1>
      <Notice text={done ? OBJECTIONS.done : undefined} />
      <p>{OBJECTIONS.lead}</p>
      <h2>{OBJECTIONS.open}</h2>
      {open.length === 0 && <p class="none">{OBJECTIONS.none}</p>}
      <List frame={frame} objections={open} />
      {answered.length > 0 && <h2>{OBJECTIONS.answered}</h2>}
      <List frame={frame} objections={answered} />
    </section>
  )
}

type ListProps = { frame: Frame; objections: readonly ShownObjection[] }

function List({ frame, objections }: ListProps) {
  if (objections.length === 0) return null
  return (
    <ul class="log">
      {objections.map((one) => (
        <li>
          <a href={paths.accessObjectionOf(one.id)}>{one.subject}</a>
          <br />
          <span class="hint">
            {momentText(one.at, frame.clock.zone)}: {aboutText(one)}
          </span>
        </li>
      ))}
    </ul>
  )
}

type OneProps = {
  frame: Frame
  objection: ShownObjection
  answer: string
  problem: AnswerProblem | undefined
}

export function objectionPage(props: OneProps): Page {
  const { frame, problem } = props
  const told = problem && answerTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(OBJECTIONS.one, told), main: <One {...props} />, frame }
}

function One({ frame, objection, answer, problem }: OneProps) {
  const { now, zone } = frame.clock
  const told = problem && answerTold(problem, now, zone)
  const { subject, nip, at, seenAt } = objection
  return (
    <section id="keberatan" class="card narrow">
      <h1>{OBJECTIONS.one}</h1>
      <ProblemSummary told={told} />
      <dl>
        <dt>Pegawai</dt>
        <dd>{subject}</dd>
        <dt>NIP</dt>
        <dd>{nip && nipText(nip)}</dd>
        <dt>Keberatan</dt>
        <dd>{momentText(at, zone)}</dd>
        <dt>Yang dibaca</dt>
        <dd>{aboutText(objection)}</dd>
        <dt>Waktunya</dt>
        <dd>{momentText(seenAt, zone)}</dd>
      </dl>
      {objection.answer === null ? (
        <Answer frame={frame} objection={objection} answer={answer} problem={problem} />
      ) : (
        <p class="aside">{objection.answer}</p>
      )}
      <p class="actions">
        <a href={paths.accessObjections}>{OBJECTIONS.all}</a>
      </p>
    </section>
  )
}

function Answer({ frame, objection, answer, problem }: OneProps) {
  const told = problem && answerTold(problem, frame.clock.now, frame.clock.zone)
  const place = paths.accessObjectionOf(objection.id)
  return (
    <Form action={place} csrf={frame.csrf} region="keberatan">
      <TextField
        name={ANSWER_FIELD}
        label={OBJECTIONS.answer}
        hint={OBJECTIONS.hint}
        value={answer}
        rows={4}
        told={told}
      />
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        <button>{OBJECTIONS.send}</button>
      </p>
    </Form>
  )
}

/** Dilihat: SK PNS, oleh Budi, verifikator, untuk verifikasi berkas */
function aboutText({ action, typeName, readerName, role, purpose }: ShownObjection): string {
  const what = [actionText(action), typeName].filter(Boolean).join(': ')
  const who = [readerName, role && roleText(role)].filter(Boolean).join(', ')
  return `${what}, oleh ${who}, untuk ${purposeText(purpose)}`
}
