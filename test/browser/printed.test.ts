import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parseVerificationCode } from '#domain/verification/code.ts'
import { openWindow, startBrowser } from '#test/support/browser.ts'
import { someCode, someListCode } from '#test/support/marks.ts'
import { scan } from '#test/support/qr-reader.ts'
import { serveSpecimens } from '#test/support/specimen-site.ts'

const browser = await startBrowser()
const site = await serveSpecimens()
afterAll(() => site.close())

/** Where somebody wants to look at what comes out of the printer. */
const LOOK = process.env['PRINTED']

async function printed(name: string) {
  const { page, context } = await openWindow(browser, { baseURL: site.origin })
  await page.goto(`/${name}`)
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  const pdf = await page.pdf({ format: 'A4', printBackground: false })
  if (LOOK) {
    await mkdir(LOOK, { recursive: true })
    await writeFile(join(LOOK, `${name}.pdf`), pdf)
  }
  const said = await page.locator('figure code').innerText()
  const scanned = await scan(page)
  await context.close()
  return { pages: pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length, said, scanned }
}

describe('what is printed with a code', () => {
  test.each([
    ['record-sheet-logged', 1, someCode],
    ['record-sheet-looked', 1, someCode],
    ['record-cover', 1, someCode],
    ['certificate', 3, someListCode],
  ])('%s scans as what it says in letters, on %i A4 pages at most', async (name, most, code) => {
    const { pages, said, scanned } = await printed(name)
    expect(parseVerificationCode(said)).toEqual({ ok: true, value: code })
    expect(parseVerificationCode(scanned)).toEqual({ ok: true, value: code })
    expect(scanned).toMatch(/^https:\/\/asn\.example\.go\.id\/verifikasi#/)
    expect(pages).toBeLessThanOrEqual(most)
    expect(pages).toBeGreaterThan(0)
  })
})
