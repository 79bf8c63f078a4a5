import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import { RULE_REQUEST_STATES, type RuleRequest } from '#domain/archive/retention/rule-request.ts'
import { AuditedList, type AuditedListed, auditedTitle } from '../../audit/audited-list.tsx'
import type { Frame, Page } from '../../page.tsx'
import { dayText } from '../../parts/time-words.ts'
import { RULE_STATE_NAMES } from '../../path-queries.ts'
import { paths } from '../../paths.ts'
import { AUDITED_RULES, ruleStateText, shortensText } from './audited-rule-words.ts'

/** `before`: the version that it would replace; `published`: the one that came of it. */
export type AuditedRule = RuleRequest & {
  agencyName: string
  askerName: string
  deciderName: string | undefined
  before: RetentionRule | undefined
  published: RetentionRule | undefined
  shortens: boolean
}

type Props = { frame: Frame; listed: AuditedListed<AuditedRule> }

/** What was asked of the rules of all agencies, asked last first. */
export function auditedRulesPage(props: Props): Page {
  const { frame, listed } = props
  return { title: auditedTitle(AUDITED_RULES.title, listed), main: <Rules {...props} />, frame }
}

function Rules({ frame, listed }: Props) {
  return (
    <AuditedList
      id="usulan"
      words={AUDITED_RULES}
      place={paths.auditedRules}
      pathOf={paths.auditedRulesOf}
      states={RULE_REQUEST_STATES.map(stateChoice)}
      listed={listed}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Aturan</th>
            <th scope="col">Instansi</th>
            <th scope="col">Diusulkan</th>
            <th scope="col">Keadaan</th>
          </tr>
        </thead>
        <tbody>
          {listed.lines.map((request) => (
            <Row request={request} frame={frame} />
          ))}
        </tbody>
      </table>
    </AuditedList>
  )
}

function stateChoice(state: RuleRequest['state']) {
  return { value: RULE_STATE_NAMES[state], label: ruleStateText(state) }
}

function Row({ request, frame }: { request: AuditedRule; frame: Frame }) {
  const { terms, before, shortens } = request
  const { zone } = frame.clock
  return (
    <tr>
      <th scope="row">
        <a href={paths.auditedRule(request.id)}>
          <code>{terms.classification}</code> {terms.name}
        </a>
      </th>
      <td>{request.agencyName}</td>
      <td>
        <span class="label">Diusulkan </span>
        {dayText(request.askedAt, zone)}
        <p class="hint">{request.askerName}</p>
      </td>
      <td>
        {ruleStateText(request.state)}
        {request.state !== 'open' && (
          <p class="hint">
            {dayText(request.decidedAt, zone)}, {request.deciderName}
          </p>
        )}
        {shortens && <span class="state bad">{shortensText(before)}</span>}
      </td>
    </tr>
  )
}
