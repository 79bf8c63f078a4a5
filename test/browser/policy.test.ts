import { expect, test } from 'vitest'
import { openWindow, SCRIPTING, startBrowser } from '#test/support/browser.ts'
import { serveSpecimens } from '#test/support/specimen-site.ts'

const browser = await startBrowser()
const site = await serveSpecimens()

/** That no page of any structure does, test/browser/layout.test.ts hears. */
test.each(SCRIPTING)('%s a style or a script in a page would be noticed', async (_, scripting) => {
  const { page, complaints } = await openWindow(browser, { baseURL: site.origin, ...scripting })
  await page.route('**/landing', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('<main', '<style>p{}</style><main')
    await route.fulfill({ response, body })
  })
  await page.goto('/landing')
  await expect.poll(() => complaints.join()).toContain('Content Security Policy')
})
