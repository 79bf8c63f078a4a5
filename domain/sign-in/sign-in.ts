import type { Brand } from '../brand.ts'
import { after, latest } from '../instant.ts'
import type { MfaState } from '../mfa/mfa.ts'
import type { PersonId } from '../person.ts'
import type { MfaResetWay } from '../reset/mfa-reset.ts'

/** The browser that a journey belongs to: it outlives one attempt, so that the QR code stays. */
export type BrowserId = Brand<string, 'BrowserId'>

/** What the password was typed for: to get in, for another password (R-RS-08), for another device. */
export type SignInWish = 'session' | 'newPassword' | 'mfaReset'

/**
 * A sign-in on its way, between the right password and the session. A weak password, or one to be
 * rid of, is replaced before the first activation, but after the code of a device in use.
 * `mfaReset`: what let this sign-in activate a new device in place of those in use. `finished`
 * opened a session and is kept only to answer a second click.
 */
export type SignIn = Attempt &
  (
    | { state: 'passwordProven'; weakPassword: boolean; mfaReset: MfaResetWay | undefined }
    | { state: 'secondFactorProven'; weakPassword: true }
    | { state: 'finished' }
  )

type Attempt = {
  person: PersonId
  browser: BrowserId
  wants: SignInWish
  tries: number
  expiresAt: Date
}

/** The page on which a sign-in goes on; its other pages lead there. */
export type SignInPlace = 'newPassword' | 'code' | 'mfaReset' | 'activation' | 'home'

export type SignInStart = Pick<Attempt, 'person' | 'browser' | 'wants'> & { weakPassword: boolean }

const SECONDS = 10 * 60

export function startSignIn({ weakPassword, ...start }: SignInStart, now: Date): SignIn {
  return {
    ...start,
    tries: 0,
    expiresAt: after(now, SECONDS),
    state: 'passwordProven',
    weakPassword: weakPassword || start.wants === 'newPassword',
    mfaReset: undefined,
  }
}

export function placeOf(signIn: SignIn, mfa: MfaState): SignInPlace {
  switch (signIn.state) {
    case 'finished':
      return 'home'
    case 'secondFactorProven':
      return 'newPassword'
    case 'passwordProven':
      if (asksSecondFactor(signIn, mfa)) return signIn.wants === 'mfaReset' ? 'mfaReset' : 'code'
      return signIn.weakPassword ? 'newPassword' : 'activation'
  }
}

/** Whether a code is due, or a way to do without the device that would show it. */
export function asksSecondFactor(signIn: SignIn, mfa: MfaState): boolean {
  return signIn.state === 'passwordProven' && mfa === 'inUse' && signIn.mfaReset === undefined
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
