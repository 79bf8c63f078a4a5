import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const RULES: Record<'all' | 'colours', RunOptions> = {
  all: { rules: { 'target-size': { enabled: true } } },
  colours: { runOnly: ['color-contrast'] },
}

/** Every page that the context opens from now on has axe, before its own scripts and whatever they do. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ path: SOURCE })
}

/** Everything axe knows, its best practices too, or the one rule that depends on the colours. */
export async function axeViolations(page: Page, scope: 'all' | 'colours' = 'all') {
  // Without naming all that is sound, which takes most of the time.
  const options = JSON.stringify({ ...RULES[scope], resultTypes: ['violations'] })
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(document, ${options}).then(({ violations }) => ({ violations }))`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(' ')}`),
  )
}
