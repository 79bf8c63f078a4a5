import type { Context } from 'hono'
import { placeOfReset, type Reset } from '#domain/reset/reset.ts'
import { placeOf } from '#domain/sign-in/sign-in.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForMidway, ForPerson, ForResetting } from '../deps.ts'
import { hadReset, type ResetKey } from '../store/resets.ts'
import { findSession } from '../store/sessions.ts'
import { type FoundSignIn, findSignIn, hadSignIn } from '../store/sign-ins.ts'
import { readCookie } from './cookies.ts'

/** Where the page of a sign-in is that has come this far. */
export function pathOfSignIn({ signIn, mfa }: Pick<FoundSignIn, 'signIn' | 'mfa'>): string {
  switch (placeOf(signIn, mfa)) {
    case 'newPassword':
      return paths.newPassword
    case 'code':
      return paths.code
    case 'mfaReset':
      return paths.mfaReset
    case 'activation':
      return paths.activation
    case 'home':
      return paths.home
  }
}

/** Where the page of a reset is that has come this far. */
export function pathOfReset(reset: Reset): string {
  switch (placeOfReset(reset)) {
    case 'email':
      return paths.resetEmail
    case 'code':
      return paths.resetCode
    case 'device':
      return paths.resetDevice
    case 'newPassword':
      return paths.resetNewPassword
    case 'signIn':
      return paths.signInAfterReset(reset.state === 'done' ? reset.mfa : 'kept')
  }
}

export function passwordReset(browser: Buffer): ResetKey {
  return { browser, purpose: 'password' }
}

/** Whoever left in the middle goes on where things stand. */
export async function whereMidway(
  c: Context<ForPerson>,
  { sql, vault, clock }: Pick<Deps, 'sql' | 'vault' | 'clock'>,
) {
  const { pre } = c.var.visit
  const midway = pre && (await findSignIn(sql, vault.tokenHash(pre), clock()))
  return midway && midway.signIn.state !== 'finished' ? pathOfSignIn(midway) : paths.signIn
}

/**
 * A second click came with the cookie of before the first: the browser has a new one by now, so it
 * is asked to come again with that.
 */
export async function whereResetStands(
  c: Context<ForResetting>,
  { sql }: Deps,
  browser: Buffer | undefined,
): Promise<string> {
  if (c.req.method === 'POST') return c.req.path
  const wasOne = browser && (await hadReset(sql, passwordReset(browser)))
  return wasOne ? paths.resetTooLate : paths.resetStart
}

/** No sign-in is on its way: it is finished, too late, or never was. */
export async function whereInstead(c: Context<ForMidway>, { sql, vault, site, clock }: Deps) {
  const sid = readCookie(c, site, 'sid')
  const now = clock()
  const session = sid && (await findSession(sql, vault.tokenHash(sid), { now, touch: false }))
  if (session) return paths.home
  const { pre } = c.var.visit
  const wasOne = pre && (await hadSignIn(sql, vault.tokenHash(pre)))
  return wasOne ? paths.signInTooLate : paths.signIn
}
