import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { Frame, Page } from '../../page.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Form } from '../../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import type { RuleDone } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import type { TypeNames } from '../record-name.ts'
import {
  type ExampleProblem,
  RETENTION_PAGE,
  retentionTold,
  ruleDoneText,
} from './retention-page-words.ts'
import { coverageText, dispositionText, EXAMPLE, periodText, validityText } from './rule-words.ts'

type Props = {
  frame: Frame
  rules: readonly RetentionRule[]
  /** Names of the examples to begin with, where there is no rule at all. */
  sources: readonly { value: string; label: string }[]
  names: TypeNames
  today: CivilDate
  done: RuleDone | undefined
  problem: ExampleProblem | undefined
}

export function rulesPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && retentionTold(problem, frame.clock.now, frame.clock.zone)
  return {
    title: titleOf(RETENTION_PAGE.rules, told),
    main: <Rules {...props} told={told} />,
    frame,
  }
}

type ToldProps = Props & { told: Told | undefined }

function Rules(props: ToldProps) {
  const { rules, done, told } = props
  return (
    <section id="aturan" class="card">
      <h1>{RETENTION_PAGE.rules}</h1>
      <ProblemSummary told={told} />
      <Notice text={done && ruleDoneText(done)} />
      <p>{rules.length === 0 ? RETENTION_PAGE.noRules : RETENTION_PAGE.rulesLead}</p>
      {rules.length === 0 ? <Examples {...props} /> : <RuleTable {...props} />}
      <p class="actions">
        <a class="button" href={paths.newRetentionRule}>
          {RETENTION_PAGE.newRule}
        </a>
        <a href={paths.ruleRequests}>{RETENTION_PAGE.requests}</a>
        <a href={paths.retention}>{RETENTION_PAGE.back}</a>
      </p>
    </section>
  )
}

function Examples({ frame, sources, told }: ToldProps) {
  return (
    <Form action={paths.retentionExamples} csrf={frame.csrf} region="aturan">
      <ChoiceField
        name="contoh"
        label={RETENTION_PAGE.adoptWhich}
        choices={sources}
        value={sources[0]?.value ?? ''}
      />
      <ProofField frame={frame} place={paths.retentionRules} told={told} />
      <p class="actions">
        <button>{RETENTION_PAGE.adopt}</button>
      </p>
    </Form>
  )
}

function RuleTable({ rules, names, today }: Props) {
  return (
    <table>
      <caption>{RETENTION_PAGE.rulesInForce}</caption>
      <thead>
        <tr>
          <th scope="col">Kode dan nama</th>
          <th scope="col">Masa simpan</th>
          <th scope="col">Nasib akhir</th>
          <th scope="col">Berlaku</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <RuleRow rule={rule} names={names} today={today} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { rule: RetentionRule; names: TypeNames; today: CivilDate }

function RuleRow({ rule, names, today }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <a href={paths.retentionRule(rule.id)}>
          <code>{rule.classification}</code> {rule.name}
        </a>
        <p class="hint">{coverageText(rule, names)}</p>
        {!rule.verified && <span class="state bad">{EXAMPLE}</span>}
      </th>
      <td>
        Aktif {periodText(rule.active)}; inaktif {periodText(rule.inactive)}
      </td>
      <td>
        {dispositionText(rule.disposition)}
        {rule.exception && <p class="hint">Menurut JRA: {rule.exception.text}</p>}
      </td>
      <td>
        {validityText(rule, today)}
        <p class="hint">{rule.legalBasis}</p>
      </td>
    </tr>
  )
}
