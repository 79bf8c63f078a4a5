import type { PasswordRule } from '#domain/password/rule.ts'
import { RULE_ADVICE, ruleLines } from './new-password-words.ts'

/**
 * Where scripts run, each line that is met gets its mark while one types, and their number alone
 * is announced; it never refuses.
 */
export function PasswordRuleList({ rule }: { rule: PasswordRule }) {
  const lines = ruleLines(rule)
  return (
    <div class="rule">
      <p>Ketentuan password:</p>
      <ul id="ketentuan">
        {lines.map(({ text, pattern }, at) => (
          <li id={at === 0 ? 'panjang' : undefined} data-pattern={pattern}>
            {text}
            {pattern && <b hidden> – terpenuhi</b>}
          </li>
        ))}
      </ul>
      <p class="hint" role="status" hidden>
        <b id="terpenuhi">0</b> dari {lines.filter(({ pattern }) => pattern).length} terpenuhi
      </p>
      <p class="hint">{RULE_ADVICE}</p>
    </div>
  )
}
