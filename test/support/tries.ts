import { randomBytes } from 'node:crypto'
import type { PersonId } from '#domain/person.ts'
import type { BrowserId, SignInWish } from '#domain/sign-in/sign-in.ts'
import { startSignIn } from '#domain/sign-in/sign-in.ts'
import type { StoredPassword } from '#src/store/credentials.ts'
import type { Sql } from '#src/store/database.ts'
import type { ThrottleKeys } from '#src/store/password-tries.ts'
import type { NewSession } from '#src/store/sessions.ts'
import { addSignIn, type ProvenPassword } from '#src/store/sign-ins.ts'
import { NOW } from './builders.ts'

export const origin = { browser: 'Chrome, Windows', network: '192.0.2.0/24' }

export function seconds(count: number): Date {
  return new Date(NOW.getTime() + count * 1000)
}

/** Keys that no other test uses; what two of them share, a test says. */
export function someThrottles(fields: Partial<ThrottleKeys> = {}): ThrottleKeys {
  return {
    nameFromNetwork: randomBytes(32),
    addressMinute: randomBytes(32),
    addressHour: randomBytes(32),
    name: randomBytes(32),
    unknownBrowsers: randomBytes(32),
    knownBrowsers: randomBytes(32),
    nameFromBrowser: randomBytes(32),
    ...fields,
  }
}

export function somePasswordTry() {
  return { isPerson: true, isKnownBrowser: false, captchaPassed: false, addressFactor: 1 }
}

export type SomeSignIn = Partial<Omit<ProvenPassword, 'signIn'>> & {
  person: PersonId
  browser?: BrowserId
  weakPassword?: boolean
  wants?: SignInWish
}

/** The id of a sign-in whose password is proven. */
export async function addSomeSignIn(
  sql: Sql,
  { person, browser, weakPassword = false, wants = 'session', ...fields }: SomeSignIn,
): Promise<Buffer> {
  const id = randomBytes(32)
  const attempt = {
    person,
    browser: browser ?? (crypto.randomUUID() as BrowserId),
    wants,
    weakPassword,
  }
  const [kept] = await sql<StoredPassword[]>`
    select kind, body from passwords where person = ${person}`
  await addSignIn(sql, {
    id,
    verified: kept ?? { kind: 'own', body: {} },
    replaces: randomBytes(32),
    signIn: startSignIn(attempt, NOW),
    counted: [],
    upgrade: undefined,
    isJudgedSound: false,
    now: NOW,
    ...fields,
  })
  return id
}

export function someSession(
  person: PersonId,
  signIn: Buffer,
  fields: Partial<NewSession> = {},
): NewSession {
  return {
    signIn,
    from: 'passwordProven',
    id: randomBytes(32),
    session: {
      person,
      startedAt: NOW,
      provenAt: NOW,
      idleSeconds: 1800,
      idleUntil: seconds(1800),
      absoluteUntil: seconds(12 * 3600),
    },
    origin,
    known: { token: randomBytes(32), until: seconds(180 * 24 * 3600) },
    throttles: someThrottles(),
    sent: { session: undefined, known: undefined },
    by: 'code',
    ...fields,
  }
}

/** `count` of them at once. */
export function together<Answer>(
  count: number,
  act: (at: number) => Promise<Answer>,
): Promise<Answer[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => act(at)))
}
