import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MfaState } from '#domain/mfa/mfa.ts'
import type { PersonId } from '#domain/person.ts'
import type { MfaResetWay } from '#domain/reset/mfa-reset.ts'
import {
  afterSecondFactor,
  asksSecondFactor,
  type BrowserId,
  extendFor,
  placeOf,
  type SignIn,
  type SignInWish,
  startSignIn,
} from '#domain/sign-in/sign-in.ts'
import { at, NOON } from '#test/support/phone.ts'

const who = {
  person: 'person-1' as PersonId,
  browser: 'browser-1' as BrowserId,
  wants: 'session' as SignInWish,
}
const attempt = { ...who, tries: 0, expiresAt: at(600) }
const MFA: MfaState[] = ['none', 'inUse', 'reactivation']

function proven(weakPassword: boolean, mfaReset?: MfaResetWay): SignIn {
  return { ...attempt, state: 'passwordProven', weakPassword, mfaReset }
}

describe('a sign-in', () => {
  test.each([true, false])('begins with ten minutes and no tries, weak password: %s', (weak) => {
    expect(startSignIn({ ...who, weakPassword: weak }, NOON)).toEqual(proven(weak))
  })

  test('R-RS-08 that came for another password has to choose one, however strong the old', () => {
    const start = { ...who, wants: 'newPassword', weakPassword: false } as const
    expect(startSignIn(start, NOON)).toEqual({ ...proven(true), wants: 'newPassword' })
  })

  test('R-RS-09 that came for another device is asked how, and one let in goes on to it', () => {
    const asking: SignIn = { ...proven(false), wants: 'mfaReset' }
    expect(placeOf(asking, 'inUse')).toBe('mfaReset')
    expect(placeOf(asking, 'none')).toBe('activation')
    expect(placeOf(proven(false, 'email'), 'inUse')).toBe('activation')
    expect(placeOf(proven(true, 'recoveryCode'), 'inUse')).toBe('newPassword')
  })

  test('lasts as long as the QR code before the person, and never shorter than it did', () => {
    expect(extendFor({ expiresAt: at(600) }, at(900))).toEqual(at(900))
    expect(extendFor({ expiresAt: at(600) }, at(599))).toEqual(at(600))
  })

  test.each([
    [proven(false), 'inUse', 'code'],
    [proven(true), 'inUse', 'code'],
    [proven(false), 'none', 'activation'],
    [proven(true), 'none', 'newPassword'],
    [proven(false), 'reactivation', 'activation'],
    [proven(true), 'reactivation', 'newPassword'],
  ] as const)('R-SE-02 %o with MFA %s goes on at %s', (signIn, mfa, place) => {
    expect(placeOf(signIn, mfa)).toBe(place)
  })

  test.each(MFA)('goes on at one page after the second factor, whatever MFA: %s', (mfa) => {
    const waiting: SignIn = { ...attempt, state: 'secondFactorProven', weakPassword: true }
    expect(placeOf(waiting, mfa)).toBe('newPassword')
    expect(placeOf({ ...attempt, state: 'finished' }, mfa)).toBe('home')
  })

  test('R-PW-05 replaces a weak password after the code, and only a weak one', () => {
    expect(afterSecondFactor({ weakPassword: true })).toBe('newPassword')
    expect(afterSecondFactor({ weakPassword: false })).toBe('home')
  })
})

/** Everything that a form of the flow, or another browser of the person, may try at any moment. */
type Post =
  | 'code'
  | 'activate'
  | 'oldDevice'
  | 'newPassword'
  | 'mfaReset'
  | 'activatedElsewhere'
  | 'resetElsewhere'

type World = { signIn: SignIn; mfa: MfaState; proved: boolean; isWeak: boolean; path: string[] }

const POSTS: Post[] = [
  'code',
  'activate',
  'oldDevice',
  'newPassword',
  'mfaReset',
  'activatedElsewhere',
  'resetElsewhere',
]
const journeys = fc.record({
  wants: fc.constantFrom<SignInWish>('session', 'newPassword', 'mfaReset'),
  weakPassword: fc.boolean(),
  mfa: fc.constantFrom(...MFA),
  posts: fc.array(fc.constantFrom(...POSTS), { maxLength: 12 }),
})

describe('in whatever order its forms are posted, a sign-in', () => {
  test('R-OT-01 reaches Beranda only with a second factor', () => {
    forEveryJourney(({ signIn, mfa, proved }) => {
      if (placeOf(signIn, mfa) === 'home') expect(proved).toBe(true)
    })
  })

  test('R-PW-05 reaches neither Beranda nor an activation with a weak password', () => {
    forEveryJourney(({ signIn, mfa, isWeak }) => {
      if (['home', 'activation'].includes(placeOf(signIn, mfa))) expect(isWeak).toBe(false)
    })
  })

  test('R-PW-05 asks for a new password only where no device in use waits for its code', () => {
    forEveryJourney(({ signIn, mfa, proved }) => {
      if (placeOf(signIn, mfa) === 'newPassword') expect(proved || mfa !== 'inUse').toBe(true)
    })
  })

  test('never comes back to a page once passed, unless MFA changed elsewhere', () => {
    forEveryJourney(
      ({ path }) => expect(path).toHaveLength(new Set(path).size),
      ['code', 'activate', 'oldDevice', 'newPassword', 'mfaReset'],
    )
  })
})

function forEveryJourney(check: (world: World) => void, allowed = POSTS) {
  fc.assert(
    fc.property(journeys, ({ wants, weakPassword, mfa, posts }) => {
      const signIn = startSignIn({ ...who, wants, weakPassword }, NOON)
      let world: World = {
        signIn,
        mfa,
        proved: false,
        isWeak: signIn.state === 'passwordProven' && signIn.weakPassword,
        path: [placeOf(signIn, mfa)],
      }
      check(world)
      for (const post of posts.filter((one) => allowed.includes(one))) {
        const next = answer(world, post)
        const [before, now] = [world, next].map((one) => placeOf(one.signIn, one.mfa))
        world = { ...next, path: now && now !== before ? [...world.path, now] : world.path }
        check(world)
      }
    }),
  )
}

/** A form posted out of its place leads to the page of the sign-in and changes nothing. */
function answer(world: World, post: Post): World {
  const { signIn, mfa } = world
  const place = placeOf(signIn, mfa)
  const opened = { signIn: { ...attempt, state: 'finished' } as const, proved: true }
  switch (post) {
    case 'activatedElsewhere':
      return { ...world, mfa: 'inUse' }
    case 'resetElsewhere':
      return { ...world, mfa: 'reactivation' }
    case 'activate':
      return place === 'activation' ? { ...world, ...opened, mfa: 'inUse' } : world
    case 'oldDevice':
      return place === 'activation' && mfa === 'reactivation'
        ? { ...world, ...opened, mfa: 'inUse' }
        : world
    case 'newPassword':
      if (place !== 'newPassword') return world
      return signIn.state === 'secondFactorProven'
        ? { ...world, ...opened, isWeak: false }
        : { ...world, signIn: replaced(signIn), isWeak: false }
    case 'mfaReset':
      return asksSecondFactor(signIn, mfa) && signIn.state === 'passwordProven'
        ? { ...world, proved: true, signIn: { ...signIn, mfaReset: 'email' } }
        : world
    case 'code':
      if (!asksSecondFactor(signIn, mfa) || signIn.state !== 'passwordProven') return world
      return afterSecondFactor(signIn) === 'home'
        ? { ...world, ...opened }
        : {
            ...world,
            proved: true,
            signIn: { ...attempt, state: 'secondFactorProven', weakPassword: true },
          }
  }
}

function replaced(signIn: SignIn): SignIn {
  return signIn.state === 'passwordProven' ? { ...signIn, weakPassword: false } : signIn
}
