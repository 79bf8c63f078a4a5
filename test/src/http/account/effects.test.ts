import { describe, expect, test } from 'vitest'
import { addDevice, PASSWORD, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addRecoveryCodes, BETTER } from '#test/support/reset-walk.ts'
import { type Browser, codeAt, seedOn, signedIn, testClock } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

/** Whoever has a session of somebody else, and what they have beside it. */
const ROUTES = {
  session: {},
  sessionAndPassword: { password: true },
  sessionOfJustNow: { fresh: true },
  sessionOfJustNowAndPassword: { fresh: true, password: true },
  sessionAndDevice: { device: true },
  sessionAndRecoveryCode: { recoveryCode: true },
  sessionDeviceAndPassword: { device: true, password: true },
} satisfies Record<string, Has>

type Has = { fresh?: true; device?: true; recoveryCode?: true; password?: true }
type Route = keyof typeof ROUTES

/** `after`: what became of the account while its session was open. */
const HOLDERS = {
  employee: {},
  officer: { role: 'officer' },
  verifier: { role: 'verifier' },
  frozenSince: { after: 'frozen' },
  disabledSince: { after: 'disabled' },
} satisfies Record<string, Partial<SomePerson> & { after?: SomePerson['state'] }>

type Holder = keyof typeof HOLDERS

const PROVEN = [
  'dataExported',
  'deviceAdded',
  'deviceRemoved',
  'deviceRenamed',
  'recoveryCodesMade',
]
const WITH_PASSWORD = [...PROVEN, 'passwordChanged'].sort()

/** R-SE-06, R-PW-07: the same for every role and setting; an account that is held has no sessions. */
const ALLOWED: Record<Route, readonly string[]> = {
  session: [],
  sessionAndPassword: [],
  sessionOfJustNow: PROVEN,
  sessionOfJustNowAndPassword: WITH_PASSWORD,
  sessionAndDevice: PROVEN,
  sessionAndRecoveryCode: PROVEN,
  sessionDeviceAndPassword: WITH_PASSWORD,
}

const cases = (['reactivate', 'keep'] as const).flatMap((resetMfa) =>
  (Object.keys(HOLDERS) as Holder[]).flatMap((holder) =>
    (Object.keys(ROUTES) as Route[]).map((route) => ({ resetMfa, holder, route })),
  ),
)

describe('R-SE-06 T-MATRIX each change of the own account, by each way to it', () => {
  test.each(cases)('under $resetMfa, of $holder, with $route', async (one) => {
    const isHeld = one.holder === 'frozenSince' || one.holder === 'disabledSince'
    expect(await changesBy(one)).toEqual(isHeld ? [] : ALLOWED[one.route])
  })
})

/** Goes as far as the way leads, tries everything there is, and answers what had an effect. */
async function changesBy({ resetMfa, holder, route }: (typeof cases)[number]): Promise<string[]> {
  const { clock, at } = testClock()
  const has: Has = ROUTES[route]
  const { after, ...fields }: Partial<SomePerson> & { after?: string } = HOLDERS[holder]
  const visit = { deps: { clock, resetMfa }, address: nextAddress() }
  const { person, browser } = await signedIn(sql, visit, fields)
  const seed = Buffer.from('09876543210987654321')
  const tablet = await addDevice(sql, person.id, { name: 'Tablet', seed })
  const recovery_code = await addRecoveryCodes(sql, person)
  if (after)
    await sql`update accounts set state = ${after}, state_since = ${clock()} where person = ${person.id}`
  const now = at(has.fresh ? 300 : 660)
  if (has.device) await stepUp(browser, paths.stepUpFor(paths.account), { code: codeAt(now) })
  if (has.recoveryCode)
    await stepUp(browser, paths.stepUpByRecoveryCode(paths.account), { recovery_code })
  await tryEverything(browser, { now, tablet, password: has.password ? PASSWORD : 'Salah-Lagi-5' })
  const told = await sql<{ kind: string }[]>`
    select distinct kind from events
    where person = ${person.id} and kind = any(${WITH_PASSWORD}) order by kind`
  return told.map(({ kind }) => kind)
}

async function stepUp(browser: Browser, path: string, form: Record<string, string>) {
  await browser.open(path)
  await browser.send(path, form)
}

/** Each from a page that is there for whoever has the session, so that the token never decides. */
async function tryEverything(
  browser: Browser,
  { now, tablet, password }: { now: Date; tablet: string; password: string },
): Promise<void> {
  const post = async (path: string, form: Record<string, string> = {}) => {
    await browser.open(paths.account)
    await browser.post(path, form)
  }
  await browser.get(paths.ownDataJson)
  const seed = seedOn(await browser.open(paths.newDevice))
  await post(paths.newDevice, { device_name: 'HP Lain', code: codeAt(now, 0, seed) })
  await post(paths.deviceName(tablet), { device_name: 'Laptop' })
  await post(paths.deviceRemoval(tablet))
  await post(paths.recoveryCodes, { make: 'ya' })
  const twice = { new_password: BETTER, confirm_password: BETTER }
  await post(paths.password, { current_password: password, ...twice })
}

let addresses = 0

function nextAddress(): string {
  addresses += 1
  return `198.51.${addresses}.1`
}
