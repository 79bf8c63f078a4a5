import type { Sql } from '#src/store/database.ts'
import { paths } from '#views/paths.ts'
import type { Office } from './destruction.ts'
import { atSignIn, type Browser, codeAt, typePassword } from './walk.ts'

type At = { office: Office; now: Date; visit: Parameters<typeof atSignIn>[1] }

/** One of the six who have their seats already, on a browser of their own. */
export async function seatedAs(
  owner: Sql,
  { office, now, visit }: At,
  name: keyof Office['acts'],
): Promise<Browser> {
  const { id, hat } = office.acts[name]
  const [row] = await owner<{ nip: string }[]>`select number as nip from people where id = ${id}`
  const browser = await atSignIn(owner, visit)
  await typePassword(browser, { nip: row?.nip ?? '', password: 'Jeruk-Bali-Manis-71' })
  await browser.send(paths.code, { code: codeAt(now) })
  await browser.get(paths.hats)
  await browser.send(paths.hats, { hat: hat.id })
  return browser
}
