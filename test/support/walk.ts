import { stepAt } from '#domain/mfa/step.ts'
import { codeOf } from '#src/secrets/otp.ts'
import type { Sql } from '#src/store/database.ts'
import { addPerson, NOW, PASSWORD, SEED, type SomePerson } from '#test/support/builders.ts'
import { type Answer, type Visit, visitor } from '#test/support/visitor.ts'
import { paths } from '#views/paths.ts'

export type Browser = ReturnType<typeof visitor>

/** A clock that a test sets: `at(90)` is a minute and a half after noon. */
export function testClock() {
  let now = NOW
  return {
    clock: () => now,
    at: (seconds: number) => {
      now = new Date(NOW.getTime() + seconds * 1000)
      return now
    },
  }
}

/** What a phone with that secret shows; `offset` seconds fast. */
export function codeAt(now: Date = NOW, offset = 0, seed = SEED): string {
  return codeOf(seed, stepAt(new Date(now.getTime() + offset * 1000)))
}

/** A code of six digits that the secret shows at no time a server would look for. */
export function wrongCode(now: Date = NOW, seed = SEED): string {
  const shown = new Set<string>()
  const here = stepAt(now)
  for (let step = here - 3000; step <= here + 3000; step += 1) shown.add(codeOf(seed, step))
  for (let code = 0; ; code += 1)
    if (!shown.has(String(code).padStart(6, '0'))) return String(code).padStart(6, '0')
}

export async function atSignIn(sql: Sql, visit: Visit = {}): Promise<Browser> {
  const browser = visitor(sql, visit)
  await browser.get(paths.signIn)
  return browser
}

/** Types name and password and goes where that leads. */
export function typePassword(
  browser: Browser,
  { nip, password = PASSWORD }: { nip: string; password?: string },
): Promise<Answer> {
  return browser.send(paths.signIn, { username: nip, password })
}

export async function atCode(sql: Sql, visit: Visit = {}, fields: Partial<SomePerson> = {}) {
  const person = await addPerson(sql, { judgedAt: NOW, ...fields })
  const browser = await atSignIn(sql, visit)
  const page = await typePassword(browser, person)
  return { person, browser, page }
}

export async function signedIn(sql: Sql, visit: Visit = {}, fields: Partial<SomePerson> = {}) {
  const { person, browser } = await atCode(sql, visit, fields)
  const now = visit.deps?.clock?.() ?? NOW
  const home = await browser.send(paths.code, { code: codeAt(now) })
  return { person, browser, home }
}

/** Signed in and wearing the hat of the only office they hold. */
export async function inOffice(
  sql: Sql,
  fields: Partial<SomePerson> & Pick<SomePerson, 'role'>,
  visit: Visit = {},
) {
  const { person, browser } = await signedIn(sql, visit, fields)
  const [mandate] = await sql<{ id: string }[]>`select id from mandates where person = ${person.id}`
  await browser.get(paths.hats)
  await browser.send(paths.hats, { hat: mandate?.id ?? '' })
  return { person, browser }
}

export async function atActivation(sql: Sql, visit: Visit = {}, fields: Partial<SomePerson> = {}) {
  return atCode(sql, visit, { state: 'created', ...fields })
}

/** The secret that the activation page shows, in bytes. */
export function seedOn({ body }: Answer): Buffer<ArrayBuffer> {
  const key = /secret=([A-Z2-7]+)/.exec(body)?.[1] ?? ''
  const bits = [...key].map((one) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'),
  )
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [],
  )
}

/** Activates with the secret on the page; ends before the recovery codes. */
export async function activated(sql: Sql, visit: Visit = {}, fields: Partial<SomePerson> = {}) {
  const { person, browser, page } = await atActivation(sql, visit, fields)
  const now = visit.deps?.clock?.() ?? NOW
  const seed = seedOn(page)
  const form = { device_name: 'HP Uji', code: codeAt(now, 0, seed) }
  const codes = await browser.send(paths.activation, form)
  return { person, browser, seed, codes }
}

export function recoveryCodesOn({ body }: Answer): string[] {
  return [...body.matchAll(/<code>([A-Z2-7 ]{19})<\/code>/g)].map(([, code = '']) => code)
}
