import { pbkdf2Sync } from 'node:crypto'
import { generateSync } from 'otplib'
import { type PasswordHash, toStored } from '#src/secrets/password-hash.ts'
import { newRecoveryCodes } from '#src/secrets/recovery-codes.ts'
import { seedText } from '#src/secrets/seeds.ts'
import type { Sql } from '#src/store/database.ts'
import { paths } from '#views/paths.ts'
import { addPerson, PASSWORD, SEED, type SomePerson } from './builders.ts'
import { type Caller, caller, type Reply } from './caller.ts'
import { presentPasswords } from './desk.ts'

/** Someone who is about to send the post that a crash is to meet, with all they know for later. */
export type LastStep = {
  person: SomePerson
  browser: Caller
  passwords: string[]
  key: string
  recoveryCode?: string
  post: () => Promise<Reply>
}

const WEAK = 'rahasia8'
export const BETTER = 'Layang-Layang=Putus7'
const KEY = seedText(SEED)

const emails = ['pegawai@instansi.example']
const sound = { hash: await presentPasswords.hash(PASSWORD), judgedAt: new Date(), emails }
const weak = { password: WEAK, hash: await presentPasswords.hash(WEAK), emails }

/** Each change of an account that 2.1 and 2.2 know, one step before it. */
export const LAST_STEPS = {
  activation: async (sql: Sql, url: string): Promise<LastStep> => {
    const person = await addPerson(sql, { state: 'created', ...sound })
    const browser = caller(url)
    const key = keyOn((await signIn(browser, person.nip, PASSWORD)).body)
    const post = () => browser.post(paths.activation, { device_name: 'HP', code: codeOn(key) })
    return { person, browser, passwords: [PASSWORD], key, post }
  },

  acceptance: async (sql: Sql, url: string): Promise<LastStep> => {
    const { person, browser } = await atCode(sql, url, sound, PASSWORD)
    const post = () => browser.post(paths.code, { code: codeOn(KEY) })
    return { person, browser, passwords: [PASSWORD], key: KEY, post }
  },

  weakPassword: async (sql: Sql, url: string): Promise<LastStep> => {
    const person = await addPerson(sql, { state: 'created', ...weak })
    const browser = caller(url)
    await signIn(browser, person.nip, WEAK)
    const post = () => browser.post(paths.newPassword, twice(BETTER))
    return { person, browser, passwords: [BETTER, WEAK], key: '', post }
  },

  weakPasswordAfterCode: async (sql: Sql, url: string): Promise<LastStep> => {
    const { person, browser } = await atCode(sql, url, weak, WEAK)
    await browser.send(paths.code, { code: codeOn(KEY) })
    const post = () => browser.post(paths.newPassword, twice(BETTER))
    return { person, browser, passwords: [BETTER, WEAK], key: KEY, post }
  },

  rehash: async (sql: Sql, url: string): Promise<LastStep> => {
    const person = await addPerson(sql, { hash: legacyHash() })
    const browser = caller(url)
    await browser.get(paths.signIn)
    const post = () => browser.post(paths.signIn, { username: person.nip, password: PASSWORD })
    return { person, browser, passwords: [PASSWORD], key: KEY, post }
  },

  recovery: async (sql: Sql, url: string): Promise<LastStep> => {
    const { person, browser } = await atCode(sql, url, sound, PASSWORD)
    const [recoveryCode = ''] = await addRecoverySet(sql, person)
    const post = () => browser.post(paths.code, { recovery_code: recoveryCode })
    return { person, browser, passwords: [PASSWORD], key: KEY, recoveryCode, post }
  },

  tick: async (sql: Sql, url: string): Promise<LastStep> => {
    const person = await addPerson(sql, { state: 'created', ...sound })
    const browser = caller(url)
    const key = keyOn((await signIn(browser, person.nip, PASSWORD)).body)
    await browser.send(paths.activation, { device_name: 'HP', code: codeOn(key) })
    const post = () => browser.post(paths.recoveryCodes, { saved: 'ya' })
    return { person, browser, passwords: [PASSWORD], key, post }
  },
}

export type WayIn = { password: string; page: Reply; codeOpens: boolean | undefined }

/** Goes wherever the pages lead with what the person knows, the recovery code before the device's. */
export async function findWayIn(url: string, step: LastStep): Promise<WayIn> {
  const { person, passwords, recoveryCode } = step
  for (const password of passwords) {
    const browser = caller(url)
    const reply = await signIn(browser, person.nip, password)
    if (reply.status !== 200) continue
    if (!recoveryCode)
      return { password, page: await goOn(browser, step, reply), codeOpens: undefined }
    const page = await browser.send(paths.code, { recovery_code: recoveryCode })
    if (page.status === 200) return { password, page, codeOpens: true }
    return {
      password,
      page: await goOn(browser, step, await browser.open(paths.code)),
      codeOpens: false,
    }
  }
  throw new Error('no password opens the account')
}

/** Goes on from the page that belongs to the state of this browser, for as long as it leads on. */
export async function goOn(browser: Caller, step: LastStep, reply: Reply): Promise<Reply> {
  let page = reply
  for (let pages = 0; pages < 4; pages += 1) {
    if (page.status !== 200) throw new Error(`${page.path} answered ${page.status}`)
    const form = formFor(page, step)
    if (!form) return page
    page = await browser.send(page.path, form)
  }
  throw new Error(`the journey stays at ${page.path}`)
}

function formFor({ path, body }: Reply, { key }: LastStep): Record<string, string> | undefined {
  switch (path) {
    case paths.code:
      // The step of the interrupted code is used; the next one is accepted already.
      return { code: codeOn(key, 30) }
    case paths.newPassword:
      return twice(BETTER)
    case paths.activation:
      return { device_name: 'HP', code: codeOn(keyOn(body)) }
    default:
      return undefined
  }
}

export async function signIn(browser: Caller, nip: string, password: string): Promise<Reply> {
  await browser.get(paths.signIn)
  return browser.send(paths.signIn, { username: nip, password })
}

/** What an app that is not ours shows, `ahead` seconds from now. */
export function codeOn(key: string, ahead = 0): string {
  return generateSync({ secret: key, epoch: Math.floor(Date.now() / 1000) + ahead })
}

/** The key as the page prints it. */
export function keyOn(body: string): string {
  return (/class="key">([^<]+)</.exec(body)?.[1] ?? '').replaceAll(' ', '')
}

async function atCode(sql: Sql, url: string, fields: Partial<SomePerson>, password: string) {
  const person = await addPerson(sql, fields)
  const browser = caller(url)
  await signIn(browser, person.nip, password)
  return { person, browser }
}

async function addRecoverySet(sql: Sql, { id }: SomePerson): Promise<string[]> {
  const codes = newRecoveryCodes()
  const hash = await presentPasswords.hash(codes[0]?.slice(2) ?? '')
  const body = sql.json(toStored(hash).body as never)
  await sql`insert into recovery_sets (person, made_at, saved_at) values (${id}, now(), now())`
  for (const code of codes)
    await sql`
      insert into recovery_codes (person, name, body) values (${id}, ${code.slice(0, 2)}, ${body})`
  return codes
}

export function legacyHash(): PasswordHash {
  const salt = Buffer.from('sixteen bytes ok')
  const value = pbkdf2Sync(PASSWORD, salt, 27_500, 64, 'sha256')
  return { kind: 'keycloak', algorithm: 'pbkdf2-sha256', value, salt, iterations: 27_500 }
}

function twice(password: string) {
  return { new_password: password, confirm_password: password }
}
