import { describe, expect, test } from 'vitest'
import { arrive, openWindow, press, SCREENS, startBrowser } from '#test/support/browser.ts'
import { testDatabase } from '#test/support/database.ts'
import { startSite } from '#test/support/live-site.ts'
import { addFile } from '#test/support/record-files.ts'
import { share, verifiedOwner } from '#test/support/sharing.ts'
import { textBrowser } from '#test/support/text-browser.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const site = await startSite(sql)
const browser = await startBrowser()
const TITLE = 'Berkas yang dibagikan kepada Anda'
/** A real picture, of one grey point. */
const PICTURE = Buffer.from(
  'UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAUAmJaQAA3AA/v02aAA=',
  'base64',
)

async function shared(fields: Parameters<typeof share>[2] = {}) {
  const owner = await verifiedOwner(sql)
  const { version, person } = owner
  await addFile(sql, { id: version, person }, { picture: PICTURE })
  return { version, ...(await share(sql, owner, fields)) }
}

describe.each(SCREENS)('somebody without an account %s', (_, screen) => {
  test('27 opens the link they were sent, types the PIN, reads, and sends its secret in no address', async () => {
    const { token, version } = await shared({ pin: '123456' })
    const { page, complaints } = await openWindow(browser, { ...screen, baseURL: site.origin })
    const told: string[] = []
    page.on('request', (request) => told.push(JSON.stringify(request.headers())))
    await page.goto(`${paths.shared}#${token}`)
    if (!screen.javaScriptEnabled)
      await page.getByLabel('Tautan').fill(`${site.origin}${paths.shared}#${token}`)
    expect(await page.getByLabel('Tautan').inputValue()).toContain(token)
    if (screen.javaScriptEnabled) expect(page.url()).not.toContain(token)
    await press(page, 'Buka berkas')
    await page.getByText('Tautan ini dilindungi PIN.').waitFor()
    await page.getByLabel('PIN').fill('123 456')
    await press(page, 'Buka berkas')
    await arrive(page, 'SK PNS')
    await page.getByText('Bank Contoh Cabang Kota').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Unduh PDF' }).click()
    expect((await download).suggestedFilename()).toMatch(/^SK_PNS_\d{18}\.pdf$/)
    expect(page.url()).toBe(`${site.origin}${paths.sharedVersion(version)}`)
    expect([...site.told.asked, ...told].join()).not.toContain(token)
    expect(complaints).toEqual([])
  })
})

test('T-NOJS in a text browser one pastes the link', async () => {
  const { token } = await shared()
  const reader = textBrowser(site.origin)
  await reader.open(paths.shared)
  expect(reader.text()).toContain(TITLE)
  reader.type('Tautan', `${site.origin}${paths.shared}#${token}`)
  await reader.press('Buka berkas')
  expect(reader.text()).toContain('SK PNS')
  expect(reader.text()).toContain('Pengajuan kredit rumah')
})
