import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Everything axe knows, its best practices too, or the one rule that depends on the colours. */
export async function axeViolations(page: Page, scope: 'all' | 'colours' = 'all') {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (scope === 'colours') axe.withRules('color-contrast')
  else axe.options({ rules: { 'target-size': { enabled: true } } })
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(' ')}`),
  )
}
