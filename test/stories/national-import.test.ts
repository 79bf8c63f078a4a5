import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { arrive, openWindow, press, SCRIPTING, startBrowser } from '#test/support/browser.ts'
import { PASSWORD } from '#test/support/builders.ts'
import { openDesk, presentPasswords } from '#test/support/desk.ts'
import { toHome } from '#test/support/journey.ts'
import { newFolder } from '#test/support/processes.ts'
import { peopleOf } from '#test/support/reader-walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

const desk = await openDesk()
const portal = await desk.start()
const owner = await desk.owner()
const browser = await startBrowser()
const { someone } = peopleOf(owner, await presentPasswords.hash(PASSWORD))

/** A file with so many agencies, whose codes begin with the letter. */
async function agencies(letter: string, count: number): Promise<string> {
  const folder = join(await newFolder(), randomUUID())
  await mkdir(folder)
  const path = join(folder, 'instansi.csv')
  const lines = Array.from(
    { length: count },
    (_, at) => `WITA,Instansi ${letter} ${at},${letter}${at}\n`,
  )
  await writeFile(path, `zone,name,code\n${lines.join('')}`)
  return path
}

describe.each(SCRIPTING)('R-AK-02 the national admin %s', (_, scripting) => {
  test('sends a file, reads what it would do, applies it and sees it done', async () => {
    const letter = scripting.javaScriptEnabled ? 'J' : 'T'
    const { page, complaints } = await openWindow(browser, { ...scripting, baseURL: portal.url })
    await toHome(page, await someone({ role: 'nationalAdmin' }), new Date())
    await page.goto(paths.hatsFor(paths.imports))
    await page.getByRole('button', { name: /^Pakai peran ini\s?: Admin nasional BKN$/ }).click()
    await arrive(page, 'Impor nasional')
    await page.getByLabel('Berkas').setInputFiles(await agencies(letter, 40))
    await press(page, 'Kirim dan baca')
    await arrive(page, 'Impor instansi.csv')
    await until(page, scripting.javaScriptEnabled, '40 baris dibaca, tentang instansi.')
    await see(page, '40 baru, 0 berubah, 0 tetap, 0 ditolak')
    await page
      .getByRole('link', { name: 'Instansi berikutnya' })
      .or(page.getByText('Seluruhnya'))
      .first()
      .waitFor()
    await press(page, 'Terapkan')
    await until(page, scripting.javaScriptEnabled, 'Selesai: 40 baru, 0 berubah, 0 tetap.')
    const rows = await owner`select from agencies where code like ${`${letter}%`} and zone = 'WITA'`
    expect(rows).toHaveLength(40)
    expect(complaints).toEqual([])
  })
})

/** With scripts the page comes to it by itself, without them by reloading. */
async function until(page: Page, hasScripts: boolean, text: string): Promise<void> {
  if (hasScripts) return see(page, text)
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.getByRole('main').textContent()
      },
      { timeout: 20_000, interval: 500 },
    )
    .toContain(text)
}

async function see(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 20_000 })
}
