import type { Child } from 'hono/jsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Field } from '../parts/field.tsx'
import { AskForm } from '../parts/form.tsx'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import type { AuditedAsked } from '../path-queries.ts'
import { AUDITED_LIST, type AuditProblem, auditTold } from './audit-words.ts'

/** What was asked of a list for auditors, and a page of what was found. */
export type AuditedListed<Line> = {
  asked: AuditedAsked
  problem: AuditProblem | undefined
  lines: readonly Line[]
  /** What this page ends with, where more follows. */
  last: string | undefined
  isFirst: boolean
}

/** `from`, `to`: which days they are that can be asked for. */
type ListWords = {
  title: string
  lead: string
  ask: string
  from: string
  to: string
  none: string
  noneFound: string
}

type Props = {
  id: string
  words: ListWords
  /** The list alone, and as it is asked for. */
  place: string
  pathOf: (asked: AuditedAsked) => string
  /** By how the address calls them. */
  states: readonly { value: string; label: string }[]
  /** Where what is listed is of the nation, there is no agency to ask for. */
  isOfNation?: boolean
  listed: AuditedListed<unknown>
  children: Child
}

export function auditedTitle(title: string, { problem }: Pick<AuditedListed<unknown>, 'problem'>) {
  return titleOf(title, problem && auditTold(problem))
}

/** Newest first, with what can be asked for above; `children`: the lines of this page. */
export function AuditedList(props: Props) {
  const { id, words, pathOf, listed, children } = props
  const { asked, problem, lines, last, isFirst } = listed
  return (
    <section id={id} class="card">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <ProblemSummary told={problem && auditTold(problem)} />
      <Ask {...props} />
      {!problem && lines.length === 0 && (
        <p class="none">{isNarrowed(asked) ? words.noneFound : words.none}</p>
      )}
      {lines.length > 0 && children}
      <p class="walk">
        {!isFirst && <a href={pathOf({ ...asked, after: undefined })}>{AUDITED_LIST.first}</a>}
        {last && <a href={pathOf({ ...asked, after: last })}>{AUDITED_LIST.more}</a>}
      </p>
    </section>
  )
}

function isNarrowed({ instansi, mulai, akhir, keadaan, after }: AuditedAsked): boolean {
  return [instansi, mulai, akhir, keadaan, after].some(Boolean)
}

function Ask({ words, place, states, isOfNation, listed }: Props) {
  const { asked, problem } = listed
  const told = problem && auditTold(problem)
  return (
    <AskForm action={place} label={words.ask}>
      <div class="tiles">
        {!isOfNation && (
          <Field name="instansi" label={AUDITED_LIST.agency} value={asked.instansi} told={told} />
        )}
        <ChoiceField
          name="keadaan"
          label={AUDITED_LIST.state}
          choices={[{ value: '', label: AUDITED_LIST.anyState }, ...states]}
          value={asked.keadaan}
        />
        <Field name="mulai" label={words.from} type="date" value={asked.mulai} told={told} />
        <Field name="akhir" label={words.to} type="date" value={asked.akhir} told={told} />
      </div>
      <p>
        <button>{AUDITED_LIST.show}</button>
      </p>
    </AskForm>
  )
}
