import { expect, test, vi } from 'vitest'
import { arrive, openWindow, press, startBrowser } from '#test/support/browser.ts'
import { activate, keyOn, recoveryCodesOn, typeSignIn } from '#test/support/journey.ts'
import { type Portal, startPortal } from '#test/support/portal.ts'
import { preparedData } from '#test/support/prepared.ts'

vi.setConfig({ testTimeout: 60_000 })

const NEWCOMER = '199002142015042902'

const browser = await startBrowser()

test('the program killed with kill -9 in the middle of an activation goes on where it was', async () => {
  const first = await startPortal({ dataDir: await preparedData() })
  const { page, complaints } = await openWindow(browser, { baseURL: first.url })
  await typeSignIn(page, NEWCOMER, 'Perahu#Layar-Biru9')
  await arrive(page, 'Aktivasi MFA')
  const key = await keyOn(page)
  const second = await killedAndStarted(first)
  await page.reload()
  expect(await keyOn(page)).toBe(key)
  await activate(page, new Date())
  const codes = await recoveryCodesOn(page)
  await killedAndStarted(second)
  await page.reload()
  expect(await recoveryCodesOn(page)).toEqual(codes)
  await page.getByLabel('Saya sudah menyimpan kode cadangan').check()
  await press(page, 'Lanjutkan')
  await arrive(page, 'Latihan')
  expect(complaints).toEqual([])
})

async function killedAndStarted({ kill, url, dataDir }: Portal): Promise<Portal> {
  await kill('SIGKILL')
  return startPortal({ dataDir, env: { PORT: new URL(url).port } })
}
