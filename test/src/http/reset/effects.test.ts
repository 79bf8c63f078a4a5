import { describe, expect, test } from 'vitest'
import type { ResetMfa } from '#domain/reset/policy.ts'
import { giveAgencyCode } from '#test/support/agency-code.ts'
import type { SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  addForgetful,
  addRecoveryCodes,
  askedForCode,
  BETTER,
  lastCodeMailedTo,
  throughMfaDoor,
  typeEmailCode,
  typeNewPassword,
} from '#test/support/reset-walk.ts'
import { type Visit, visitor } from '#test/support/visitor.ts'
import { atSignIn, codeAt, testClock, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

type Holder = keyof typeof HOLDERS
type Route = keyof typeof ROUTES
/** `device`: a new one may be activated now; `password`: it is another one, the device as before. */
type Effect = 'nothing' | 'password' | 'device' | 'passwordAndDevice'

const HOLDERS = {
  employee: {},
  officer: { role: 'officer' },
  verifier: { role: 'verifier' },
  nationalAdmin: { role: 'nationalAdmin' },
  neverActivated: { state: 'created' },
  inReactivation: { mfa: 'reactivation' },
  frozen: { state: 'frozen' },
  disabled: { state: 'disabled' },
} satisfies Record<string, Partial<SomePerson>>

/** Each takes one way as far as it leads for whoever has just that, and then looks around. */
const ROUTES = {
  mailbox: (person: SomePerson, visit: Visit) => forgotten(person, visit, 'nothing'),
  mailboxAndDevice: (person: SomePerson, visit: Visit) => forgotten(person, visit, 'device'),
  mailboxAndRecoveryCode: (person: SomePerson, visit: Visit) =>
    forgotten(person, visit, 'recoveryCode'),
  passwordAndMailbox: async (person: SomePerson, visit: Visit) => {
    const browser = visitor(sql, visit)
    await throughMfaDoor(browser, person)
    if ((await browser.get(paths.mfaResetEmail)).status !== 200) return 'nothing'
    await typeEmailCode(sql, browser, person)
    return (await browser.open(paths.activation)).path === paths.activation ? 'device' : 'nothing'
  },
  passwordAndRecoveryCode: async (person: SomePerson, visit: Visit) => {
    const recovery_code = await addRecoveryCodes(sql, person)
    const browser = visitor(sql, visit)
    await throughMfaDoor(browser, person)
    if ((await browser.get(paths.mfaResetRecoveryCode)).status !== 200) return 'nothing'
    await browser.send(paths.mfaResetRecoveryCode, { recovery_code })
    return (await browser.open(paths.activation)).path === paths.activation ? 'device' : 'nothing'
  },
  passwordAndAgencyCode: async (person: SomePerson, visit: Visit) => {
    const { typed } = await giveAgencyCode(sql, person)
    const browser = visitor(sql, visit)
    await throughMfaDoor(browser, person)
    if ((await browser.get(paths.agencyCode)).status !== 200) return 'nothing'
    await browser.send(paths.code, { agency_code: typed })
    return (await browser.open(paths.activation)).path === paths.activation ? 'device' : 'nothing'
  },
  mailboxAndAgencyCode: (person: SomePerson, visit: Visit) =>
    forgotten(person, visit, 'agencyCode'),
  password: async (person: SomePerson, visit: Visit) => {
    const browser = visitor(sql, visit)
    for (const door of [paths.signIn, paths.weakPassword, paths.mfaResetDoor]) {
      await browser.get(door)
      await browser.send(door, { username: person.nip, password: person.password })
      for (const page of [paths.activation, paths.newPassword, paths.home])
        if ((await browser.open(page)).path === page) return 'device'
    }
    return 'nothing'
  },
} satisfies Record<string, (person: SomePerson, visit: Visit) => Promise<Effect>>

async function forgotten(
  person: SomePerson,
  visit: Visit,
  factor: 'nothing' | 'device' | 'recoveryCode' | 'agencyCode',
): Promise<Effect> {
  const recovery_code = factor === 'recoveryCode' ? await addRecoveryCodes(sql, person) : ''
  const agency_code = factor === 'agencyCode' ? (await giveAgencyCode(sql, person)).typed : ''
  const { browser } = await askedForCode(sql, { ...visit, nip: person.nip })
  const email_code = (await lastCodeMailedTo(sql, person)) || '00000000'
  const page = await browser.send(paths.resetCode, { email_code })
  const form = {
    device: { code: codeAt() },
    recoveryCode: { recovery_code },
    agencyCode: { agency_code },
    nothing: { code: '' },
  }
  if (page.path === paths.resetDevice) await browser.send(paths.resetDevice, form[factor])
  await browser.open(paths.resetNewPassword)
  await typeNewPassword(browser)
  const { clock, at } = testClock()
  at(60)
  const after = await atSignIn(sql, { ...visit, deps: { ...visit.deps, clock } })
  const end = await typePassword(after, { ...person, password: BETTER })
  if (end.path === paths.activation) return 'passwordAndDevice'
  return end.path === paths.code ? 'password' : 'nothing'
}

/** R-RS-03: role × setting × route. What is not named here has no effect at all. */
const ALLOWED: Record<ResetMfa, { [H in Holder]?: { [R in Route]?: Effect } }> = {
  reactivate: {
    employee: {
      mailbox: 'passwordAndDevice',
      mailboxAndDevice: 'passwordAndDevice',
      mailboxAndRecoveryCode: 'passwordAndDevice',
      mailboxAndAgencyCode: 'passwordAndDevice',
      passwordAndMailbox: 'device',
      passwordAndRecoveryCode: 'device',
      passwordAndAgencyCode: 'device',
    },
    officer: keptBy(),
    verifier: keptBy(),
    nationalAdmin: keptBy(),
    neverActivated: withoutFactor(),
    inReactivation: withoutFactor(),
    frozen: { mailboxAndDevice: 'password', mailboxAndAgencyCode: 'passwordAndDevice' },
  },
  keep: {
    employee: keptBy(),
    officer: keptBy(),
    verifier: keptBy(),
    nationalAdmin: keptBy(),
    neverActivated: withoutFactor(),
    inReactivation: { ...withoutFactor(), mailbox: 'nothing' },
    frozen: { mailboxAndDevice: 'password', mailboxAndAgencyCode: 'passwordAndDevice' },
  },
}

function keptBy(): { [R in Route]?: Effect } {
  return {
    mailboxAndDevice: 'password',
    mailboxAndRecoveryCode: 'password',
    passwordAndRecoveryCode: 'device',
    mailboxAndAgencyCode: 'passwordAndDevice',
    passwordAndAgencyCode: 'device',
  }
}

/** No second factor is in use (yet, or since a reset): the password alone activates one (2.1). */
function withoutFactor(): { [R in Route]?: Effect } {
  return {
    mailbox: 'passwordAndDevice',
    mailboxAndDevice: 'passwordAndDevice',
    mailboxAndRecoveryCode: 'passwordAndDevice',
    mailboxAndAgencyCode: 'passwordAndDevice',
    password: 'device',
  }
}

const cases = (['reactivate', 'keep'] as const).flatMap((setting) =>
  (Object.keys(HOLDERS) as Holder[]).flatMap((holder) =>
    (Object.keys(ROUTES) as Route[]).map((route) => ({ setting, holder, route })),
  ),
)

describe('R-RS-03 T-MATRIX each way to another password or another device', () => {
  test.each(cases)(
    'under $setting, of $holder, with $route',
    async ({ setting, holder, route }) => {
      const person = await addForgetful(sql, HOLDERS[holder])
      await sql`update devices set verified_at = '2019-01-01' where person = ${person.id}`
      const expected = ALLOWED[setting][holder]?.[route] ?? 'nothing'
      const visit = { deps: { resetMfa: setting }, address: nextAddress() }
      expect(await ROUTES[route](person, visit)).toBe(expected)
    },
  )
})

let addresses = 0

function nextAddress(): string {
  addresses += 1
  return `198.51.${addresses}.1`
}
