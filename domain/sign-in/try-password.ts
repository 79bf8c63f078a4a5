import { type Account, maySignIn } from '../account/account.ts'
import { type BrowserId, type SignIn, type SignInWish, startSignIn } from './sign-in.ts'

export type PasswordOutcome =
  | { kind: 'wrong' }
  | { kind: 'disabled' }
  | { kind: 'frozen' }
  | { kind: 'proven'; signIn: SignIn }

/** What the shell found out: an unknown name has no account, and its password never matches. */
export type PasswordFacts = {
  account: Account | undefined
  matches: boolean
  weak: boolean
  browser: BrowserId
  wants: SignInWish
}

/** The state of an account is told to whoever knows its password, and to nobody else (R-EN-01). */
export function tryPassword(
  { account, matches, weak, browser, wants }: PasswordFacts,
  now: Date,
): PasswordOutcome {
  if (!account || !matches) return { kind: 'wrong' }
  const may = maySignIn(account)
  if (!may.ok) return may.problem
  const start = { person: account.person, browser, wants, weakPassword: weak }
  return { kind: 'proven', signIn: startSignIn(start, now) }
}
