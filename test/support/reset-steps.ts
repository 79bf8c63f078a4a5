import { createHash } from 'node:crypto'
import type { PasswordHash } from '#src/secrets/password-hash.ts'
import { seedText } from '#src/secrets/seeds.ts'
import type { Sql } from '#src/store/database.ts'
import { paths } from '#views/paths.ts'
import { SEED, type SomePerson } from './builders.ts'
import { type Caller, caller, type Reply } from './caller.ts'
import { BETTER, codeOn, keyOn, signIn, twice } from './last-steps.ts'
import { addForgetful, addRecoveryCodes, EMAIL, lastCodeMailedTo } from './reset-walk.ts'

/** Where people are added, with a hash as the program makes it, and the process that they ask. */
export type Place = { owner: Sql; hash: PasswordHash; url: string }

/** What is typed. */
export type Form = Record<string, string>

/** Someone about to send a post; `post` sends it from another tab of the same browser too. */
export type ResetStep = {
  person: SomePerson
  browser: Caller
  form: () => Form
  post: (tab?: Caller) => Promise<Reply>
}

export const KEY = seedText(SEED)

/** Each change that a reset makes, one step before it. */
export const RESET_STEPS = {
  ask: async (place: Place): Promise<ResetStep> => {
    const one = await named(place)
    return step(one, paths.resetEmail, { email: EMAIL })
  },

  emailCode: async (place: Place): Promise<ResetStep> => {
    const one = await asked(place)
    return step(one, paths.resetCode, { email_code: one.email_code })
  },

  factor: async (place: Place): Promise<ResetStep> => {
    const one = await proven(place, { role: 'officer' })
    await one.browser.get(paths.resetDevice)
    return step(one, paths.resetDevice, () => ({ code: codeOn(KEY) }))
  },

  recoveryFactor: async (place: Place): Promise<ResetStep> => {
    const one = await proven(place, { role: 'officer' })
    const recovery_code = await addRecoveryCodes(place.owner, one.person)
    await one.browser.get(paths.resetRecoveryCode)
    return step(one, paths.resetDevice, { recovery_code })
  },

  password: async (place: Place): Promise<ResetStep> =>
    step(await proven(place), paths.resetNewPassword, twice(BETTER)),

  mfaRecovery: async (place: Place): Promise<ResetStep> => {
    const one = await atMfaReset(place)
    const recovery_code = await addRecoveryCodes(place.owner, one.person)
    await one.browser.get(paths.mfaResetRecoveryCode)
    return step(one, paths.mfaResetRecoveryCode, { recovery_code })
  },

  mfaAsk: async (place: Place): Promise<ResetStep> => {
    const one = await atMfaReset(place)
    await one.browser.get(paths.mfaResetEmail)
    return step(one, paths.mfaResetEmail, { email: EMAIL })
  },

  mfaEmailCode: async (place: Place): Promise<ResetStep> => {
    const one = await mfaAsked(place)
    return step(one, paths.mfaResetEmailCode, { email_code: one.email_code })
  },

  activation: async (place: Place): Promise<ResetStep> => {
    const { email_code, ...one } = await mfaAsked(place)
    const page = await one.browser.send(paths.mfaResetEmailCode, { email_code })
    const form = () => ({ device_name: 'HP Baru', code: codeOn(keyOn(page.body)) })
    return step(one, paths.activation, form)
  },
}

type One = { person: SomePerson; browser: Caller }

function step({ person, browser }: One, path: string, form: Form | (() => Form)): ResetStep {
  const typed = typeof form === 'function' ? form : () => form
  return { person, browser, form: typed, post: (tab = browser) => tab.post(path, typed()) }
}

/** A number is typed; the security check is another test's. */
async function named({ owner, hash, url }: Place, fields: Partial<SomePerson> = {}): Promise<One> {
  const person = await addForgetful(owner, { hash, ...fields })
  const browser = caller(url)
  await browser.get(paths.signIn)
  const name = createHash('sha256')
    .update(browser.cookies.get('pre') ?? '')
    .digest()
  await owner`
    insert into resets (id, purpose, id_hash, person, state, started_at, expires_at)
    values (gen_random_uuid(), 'password', ${name}, ${person.id}, 'named', now(), now() + interval '30 minutes')`
  return { person, browser }
}

async function asked(place: Place, fields: Partial<SomePerson> = {}) {
  const one = await named(place, fields)
  await one.browser.send(paths.resetEmail, { email: EMAIL })
  return { ...one, email_code: await lastCodeMailedTo(place.owner, one.person) }
}

async function proven(place: Place, fields: Partial<SomePerson> = {}): Promise<One> {
  const { email_code, ...one } = await asked(place, fields)
  await one.browser.send(paths.resetCode, { email_code })
  return one
}

async function atMfaReset({ owner, hash, url }: Place): Promise<One> {
  const person = await addForgetful(owner, { hash })
  const browser = caller(url)
  await signIn(browser, person.nip, person.password)
  return { person, browser }
}

async function mfaAsked(place: Place) {
  const one = await atMfaReset(place)
  await one.browser.get(paths.mfaResetEmail)
  await one.browser.send(paths.mfaResetEmail, { email: EMAIL })
  return { ...one, email_code: await lastCodeMailedTo(place.owner, one.person) }
}
