import type { Sql } from '#src/store/database.ts'
import { paths } from '#views/paths.ts'
import type { SomePerson } from './builders.ts'
import type { Visit } from './visitor.ts'
import { atSignIn, codeAt, seedOn, signedIn, testClock, typePassword } from './walk.ts'

/** Someone signed in, at noon, under a clock that the test sets. */
export async function atAccount(sql: Sql, fields: Partial<SomePerson> = {}, visit: Visit = {}) {
  const { clock, at } = testClock()
  const deps = { clock, ...visit.deps }
  const { person, browser } = await signedIn(sql, { ...visit, deps }, fields)
  const again = async (seconds: number) => {
    at(seconds)
    const other = await atSignIn(sql, { deps: { clock } })
    await typePassword(other, person)
    await other.send(paths.code, { code: codeAt(clock()) })
    return other
  }
  const ids = async () => {
    const rows = await sql<{ id: string }[]>`
      select id from devices where person = ${person.id} and retired_at is null
      order by name`
    return rows.map(({ id }) => id)
  }
  const kinds = async () => {
    const rows = await sql<{ kind: string }[]>`
      select kind from events where person = ${person.id} and kind <> 'signedIn' order by id`
    return rows.map(({ kind }) => kind)
  }
  /** Opens the page with the QR code and types what a phone shows that scanned it. */
  const enrol = async (path: string, device_name: string) => {
    const seed = seedOn(await browser.get(path))
    return browser.post(path, { device_name, code: codeAt(clock(), 0, seed) })
  }
  return { person, browser, clock, at, again, ids, kinds, enrol }
}
