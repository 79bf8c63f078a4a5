import type { Sql } from '#src/store/database.ts'
import { paths } from '#views/paths.ts'
import { HELP } from './at-counter.ts'
import type { SomePerson } from './builders.ts'
import { type Caller, caller } from './caller.ts'
import { codeOn, signIn } from './last-steps.ts'
import { KEY } from './reset-steps.ts'

/** Somebody signed in to the process at `url`. */
export async function callSignedIn(
  url: string,
  { nip, password }: Pick<SomePerson, 'nip' | 'password'>,
): Promise<Caller> {
  const browser = caller(url)
  await signIn(browser, nip, password)
  await browser.send(paths.code, { code: codeOn(KEY) })
  return browser
}

/** And wearing the hat of the only office they hold. */
export async function callInHat(sql: Sql, url: string, officer: SomePerson): Promise<Caller> {
  const browser = await callSignedIn(url, officer)
  const [hat] = await sql<{ id: string }[]>`select id from mandates where person = ${officer.id}`
  await browser.get(paths.hats)
  await browser.post(paths.hats, { hat: hat?.id ?? '' })
  return browser
}

/** Officer A asks for another email; answers where the request is decided. */
export async function proposeEmail(
  officer: Caller,
  { id }: SomePerson,
  email: string,
): Promise<string> {
  await officer.get(paths.employeeEmail(id))
  return (await officer.send(paths.employeeEmail(id), { ...HELP, slot: '1', email })).path
}
