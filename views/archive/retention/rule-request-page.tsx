import type { Forecast } from '#domain/archive/retention/forecast.ts'
import type { RetentionRule, RuleTerms } from '#domain/archive/retention/rule.ts'
import type { Frame, Page } from '../../page.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import type { TypeNames } from '../record-name.ts'
import { Foreseen } from './forecast-page.tsx'
import {
  type DecideRuleProblem,
  RETENTION_PAGE,
  RULE_REQUEST,
  retentionTold,
} from './retention-page-words.ts'
import { EXAMPLE } from './rule-words.ts'
import { TermsFacts } from './terms-facts.tsx'

export type ShownRuleRequest = {
  id: string
  terms: RuleTerms
  askedAt: Date
  askerName: string
}

type Props = {
  frame: Frame
  request: ShownRuleRequest
  /** The version that it would replace. */
  current: RetentionRule | undefined
  forecast: Forecast
  names: TypeNames
  /** Who looks at it. */
  seenBy: 'asker' | 'approver' | 'other'
  problem: DecideRuleProblem | undefined
}

/** T29: the one who decides sees the same numbers as the one who asked. */
export function ruleRequestPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && retentionTold(problem, frame.clock.now, frame.clock.zone)
  return {
    title: titleOf(RULE_REQUEST.title, told),
    main: <RuleRequest {...props} told={told} />,
    frame,
  }
}

function RuleRequest(props: Props & { told: Told | undefined }) {
  const { frame, request, forecast, names, told } = props
  return (
    <section id="usulan" class="card">
      <h1>{RULE_REQUEST.title}</h1>
      <ProblemSummary told={told} />
      <p>
        Diusulkan {request.askerName}, {momentText(request.askedAt, frame.clock.zone)}.
      </p>
      <h2>Diusulkan</h2>
      <TermsFacts terms={request.terms} names={names} />
      <Before {...props} />
      <h2>Akibatnya</h2>
      <Foreseen forecast={forecast} now={frame.clock.now} />
      <Decision {...props} />
      <p class="actions">
        <a href={paths.ruleRequests}>{RETENTION_PAGE.requests}</a>
      </p>
    </section>
  )
}

function Before({ current, names }: Props) {
  if (!current) return null
  return (
    <>
      <h2>Sekarang</h2>
      {!current.verified && <p class="hint">Aturan ini {EXAMPLE}.</p>}
      <TermsFacts terms={current} names={names} />
    </>
  )
}

function Decision({ frame, request, seenBy, told }: Props & { told: Told | undefined }) {
  if (seenBy === 'other') return <p class="aside">{RULE_REQUEST.look}</p>
  const place = paths.ruleRequest(request.id)
  return (
    <Form action={place} csrf={frame.csrf} region="usulan">
      {seenBy === 'asker' && <p>{RULE_REQUEST.own}</p>}
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        {seenBy === 'asker' ? (
          <button name="keputusan" value="tarik">
            {RULE_REQUEST.withdraw}
          </button>
        ) : (
          <>
            <button name="keputusan" value="terbitkan">
              {RULE_REQUEST.publish}
            </button>
            <button class="quiet" name="keputusan" value="tolak">
              {RULE_REQUEST.decline}
            </button>
          </>
        )}
      </p>
    </Form>
  )
}
