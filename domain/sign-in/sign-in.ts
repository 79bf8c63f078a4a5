import type { Brand } from '../brand.ts'
import { after, latest } from '../instant.ts'
import type { MfaState } from '../mfa/mfa.ts'
import type { PersonId } from '../person.ts'

/** The browser that a journey belongs to: it outlives one attempt, so that the QR code stays. */
export type BrowserId = Brand<string, 'BrowserId'>

/**
 * A sign-in on its way, between the right password and the session. A weak password is replaced
 * before the first activation, but after the code of a device in use. `finished` opened a session
 * and is kept only to answer a second click.
 */
export type SignIn = Attempt &
  (
    | { state: 'passwordProven'; weakPassword: boolean }
    | { state: 'secondFactorProven'; weakPassword: true }
    | { state: 'finished' }
  )

type Attempt = { person: PersonId; browser: BrowserId; tries: number; expiresAt: Date }

/** The page on which a sign-in goes on; its other pages lead there. */
export type SignInPlace = 'newPassword' | 'code' | 'activation' | 'home'

const SECONDS = 10 * 60

export function startSignIn(
  {
    person,
    browser,
    weakPassword,
  }: { person: PersonId; browser: BrowserId; weakPassword: boolean },
  now: Date,
): SignIn {
  const expiresAt = after(now, SECONDS)
  return { person, browser, tries: 0, expiresAt, state: 'passwordProven', weakPassword }
}

export function placeOf(signIn: SignIn, mfa: MfaState): SignInPlace {
  switch (signIn.state) {
    case 'finished':
      return 'home'
    case 'secondFactorProven':
      return 'newPassword'
    case 'passwordProven':
      if (mfa === 'inUse') return 'code'
      return signIn.weakPassword ? 'newPassword' : 'activation'
  }
}

/** What the right second factor leads to: the session, or first a better password. */
export function afterSecondFactor({
  weakPassword,
}: {
  weakPassword: boolean
}): 'newPassword' | 'home' {
  return weakPassword ? 'newPassword' : 'home'
}

/** Whoever has a QR code before them is not sent away while it is valid. */
export function extendFor(signIn: { expiresAt: Date }, qrExpiresAt: Date): Date {
  return latest(signIn.expiresAt, qrExpiresAt)
}
