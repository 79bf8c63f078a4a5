import { expect, test } from 'vitest'
import { openWindow, SCRIPTING, startBrowser } from '#test/support/browser.ts'
import { distinctPages } from '#test/support/distinct-pages.ts'
import { serveSpecimens } from '#test/support/specimen-site.ts'

/** Its boxes are on the real site alone, where test/browser/sematan.test.ts looks at it. */
const WITH_BOXES = 'embeds'

const browser = await startBrowser()
const site = await serveSpecimens()

test.each(SCRIPTING)(
  '%s no page of any structure breaks the policy or complains',
  async (_, scripting) => {
    const { page, complaints } = await openWindow(browser, { baseURL: site.origin, ...scripting })
    const names = distinctPages().filter((name) => name !== WITH_BOXES)
    for (const name of names) await page.goto(`/${name}`)
    expect(complaints).toEqual([])
  },
  300_000,
)

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
