import type { LoginName } from '#domain/login-name.ts'
import { isDueForJudging } from '#domain/password/judge-again.ts'
import { judgePassword } from '#domain/password/rule.ts'
import { readTypedPassword } from '#domain/password/typed-password.ts'
import type { BrowserId, SignInWish } from '#domain/sign-in/sign-in.ts'
import { type PasswordOutcome, tryPassword } from '#domain/sign-in/try-password.ts'
import { addressFactor } from '#domain/throttle/network.ts'
import type { PasswordNotAdmitted } from '#domain/throttle/password-throttle.ts'
import type { Deps, Place, Visit } from '../../deps.ts'
import { type Credentials, findCredentials } from '../../store/credentials.ts'
import { addEvent } from '../../store/events.ts'
import { admitPasswordTry, giveBackPasswordTry } from '../../store/password-tries.ts'
import { addSignIn, type ProvenPassword } from '../../store/sign-ins.ts'
import { originOf } from '../visit.ts'
import { throttleKeys } from './throttle-keys.ts'

/** What was typed, and what the shell knows of the one who typed it. */
export type PasswordStep = {
  name: LoginName
  password: string
  visit: Visit
  pre: string
  wants: SignInWish
  captchaPassed: boolean
}

export type PasswordAnswer =
  | PasswordNotAdmitted
  | Exclude<PasswordOutcome, { kind: 'proven' }>
  | {
      kind: 'proven'
      pre: string
      outcome: Extract<PasswordOutcome, { kind: 'proven' }>
      credentials: Credentials
    }

/**
 * Looks up, counts, hashes, decides, keeps: the same work for every class of name (R-EN-01). The
 * caller has a place in the hash queue, so that an overflow costs nobody a try (R-HA-03).
 */
export async function takePasswordStep(
  deps: Deps,
  step: PasswordStep,
  place: Place,
): Promise<PasswordAnswer> {
  const { sql, vault, site } = deps
  const { name, visit } = step
  const now = deps.clock()
  const knownToken = visit.known ? vault.tokenHash(visit.known) : undefined
  const credentials = await findCredentials(sql, name, { knownToken, now })
  const who = credentials ? { person: credentials.account.person } : { typedName: name }
  const attempt = {
    isPerson: credentials !== undefined,
    isKnownBrowser: credentials?.isKnownBrowser ?? false,
    captchaPassed: step.captchaPassed,
    addressFactor: addressFactor(site.isOffice(visit.address)),
  }
  const admitted = await admitPasswordTry(sql, throttleKeys(deps, who, visit), attempt, now)
  if (admitted.kind !== 'admitted') return admitted
  try {
    return await evaluate(deps, step, place, { credentials, counted: admitted.counted, now })
  } catch (problem) {
    await giveBackPasswordTry(sql, admitted.counted)
    throw problem
  }
}

type Admitted = { credentials: Credentials | undefined; counted: Buffer[]; now: Date }

async function evaluate(
  deps: Deps,
  { password, visit, pre, wants }: PasswordStep,
  place: Place,
  { credentials, counted, now }: Admitted,
): Promise<PasswordAnswer> {
  const matches = await passwordMatches(deps, credentials, password, place)
  const browser = deps.vault.newId() as BrowserId
  const judged = matches && credentials ? judge(deps, credentials, password, now) : 'notNow'
  const facts = { account: credentials?.account, matches, weak: judged === 'weak', browser, wants }
  const outcome = tryPassword(facts, now)
  if (!credentials?.password) return { kind: 'wrong' }
  if (outcome.kind !== 'proven') return keepRefusal(deps, credentials, outcome, { visit, now })
  const token = deps.vault.newToken()
  const isAdded = await addSignIn(deps.sql, {
    id: deps.vault.tokenHash(token),
    replaces: deps.vault.tokenHash(pre),
    signIn: outcome.signIn,
    verified: credentials.password,
    counted,
    upgrade: await upgrade(deps, credentials, password, place),
    isJudgedSound: judged === 'sound',
    now,
  })
  // Replaced while it was looked at: it is not the password any more.
  if (!isAdded) return keepRefusal(deps, credentials, { kind: 'wrong' }, { visit, now })
  return { kind: 'proven', pre: token, outcome, credentials }
}

/** A name without a password costs as much as one with (R-EN-01). */
async function passwordMatches(
  { passwords }: Deps,
  credentials: Credentials | undefined,
  typed: string,
  place: Place,
): Promise<boolean> {
  const readable = readTypedPassword(typed)
  const kept = credentials?.password
  if (!readable.ok || !kept) return place.run(() => passwords.decoy(typed.slice(0, 256)))
  return place.run(() => passwords.matches(kept, readable.value))
}

function judge(
  { rule }: Deps,
  { numbers, name, agency, judgedAt, mustChange }: Credentials,
  typed: string,
  now: Date,
): 'sound' | 'weak' | 'notNow' {
  if (mustChange) return 'weak'
  if (!isDueForJudging(judgedAt, now)) return 'notNow'
  return judgePassword(typed, { numbers, name, agency }, rule).ok ? 'sound' : 'weak'
}

/** R-HA-04: an imported or outdated hash is renewed while the password is at hand. */
async function upgrade(
  { passwords }: Deps,
  { password }: Credentials,
  typed: string,
  place: Place,
): Promise<ProvenPassword['upgrade']> {
  if (!password || !passwords.needsRehash(password)) return undefined
  return place.run(() => passwords.hash(typed))
}

/**
 * Told only after the right password. It counts all the same: whoever is sent away may not make us
 * hash, and fill the record, without end.
 */
async function keepRefusal(
  { sql }: Deps,
  { account: { person } }: Credentials,
  outcome: Exclude<PasswordOutcome, { kind: 'proven' }>,
  { visit, now }: { visit: Visit; now: Date },
): Promise<PasswordAnswer> {
  const happening =
    outcome.kind === 'wrong'
      ? ({ kind: 'passwordWrong' } as const)
      : ({ kind: 'signInRefused', reason: outcome.kind } as const)
  await addEvent(sql, { ...originOf(visit), at: now, person, actor: person, happening })
  return outcome
}
