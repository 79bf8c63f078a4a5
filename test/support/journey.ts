import { generateSync } from 'otplib'
import type { Page } from 'playwright-core'
import { paths } from '#views/paths.ts'
import { arrive, press } from './browser.ts'
import { PASSWORD, type SomePerson } from './builders.ts'

/** A password that today's rule does not take. */
export const WEAK = 'rahasia8'
export const BETTER = 'Layang-Layang=Putus7'
/** SEED as people type it into an app. */
export const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/** What an app that is not ours shows for a key as it is printed, on a phone that is that far off. */
export function codeFor(key: string, now: Date, offset = 0): string {
  const epoch = Math.floor(now.getTime() / 1000) + offset
  return generateSync({ secret: key.replace(/\s/g, ''), epoch })
}

export async function typeSignIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.goto(paths.signIn)
  await page.getByLabel('NIP').fill(username)
  await page.getByLabel('Password').fill(password)
  await press(page, 'Masuk')
}

export async function toCode(page: Page, { nip, password }: SomePerson): Promise<void> {
  await typeSignIn(page, nip, password)
  await arrive(page, 'Verifikasi')
}

export async function toHome(page: Page, one: SomePerson, now: Date): Promise<void> {
  await toCode(page, one)
  await typeCode(page, codeFor(KEY, now))
  await arrive(page, 'Beranda')
}

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Kode OTP').fill(code)
  await press(page, 'Verifikasi')
}

export async function toActivation(page: Page, { nip, password }: SomePerson): Promise<void> {
  await typeSignIn(page, nip, password)
  await arrive(page, 'Aktivasi MFA')
}

/** The key as the page prints it. */
export async function keyOn(page: Page): Promise<string> {
  return (await page.locator('code.key').textContent()) ?? ''
}

/** Names the device, types the code of that moment and goes on to the recovery codes. */
export async function activate(page: Page, now: Date, name = 'HP Samsung'): Promise<void> {
  await page.getByLabel('Nama perangkat').fill(name)
  await page.getByLabel('Kode OTP').fill(codeFor(await keyOn(page), now))
  await press(page, 'Aktifkan')
  await arrive(page, 'Kode cadangan')
}

export async function recoveryCodesOn(page: Page): Promise<string[]> {
  return page.locator('ol.codes code').allTextContents()
}
