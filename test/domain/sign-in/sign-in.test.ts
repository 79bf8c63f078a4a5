import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MfaState } from '#domain/mfa/mfa.ts'
import type { PersonId } from '#domain/person.ts'
import {
  afterSecondFactor,
  type BrowserId,
  extendFor,
  placeOf,
  type SignIn,
  startSignIn,
} from '#domain/sign-in/sign-in.ts'
import { at, NOON } from '#test/support/phone.ts'

const who = { person: 'person-1' as PersonId, browser: 'browser-1' as BrowserId }
const attempt = { ...who, tries: 0, expiresAt: at(600) }
const MFA: MfaState[] = ['none', 'inUse', 'reactivation']

function proven(weakPassword: boolean): SignIn {
  return { ...attempt, state: 'passwordProven', weakPassword }
}

describe('a sign-in', () => {
  test.each([true, false])('begins with ten minutes and no tries, weak password: %s', (weak) => {
    expect(startSignIn({ ...who, weakPassword: weak }, NOON)).toEqual(proven(weak))
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
  | 'activatedElsewhere'
  | 'resetElsewhere'

type World = { signIn: SignIn; mfa: MfaState; proved: boolean; isWeak: boolean; path: string[] }

const POSTS: Post[] = [
  'code',
  'activate',
  'oldDevice',
  'newPassword',
  'activatedElsewhere',
  'resetElsewhere',
]
const journeys = fc.record({
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
      ['code', 'activate', 'oldDevice', 'newPassword'],
    )
  })
})

function forEveryJourney(check: (world: World) => void, allowed = POSTS) {
  fc.assert(
    fc.property(journeys, ({ weakPassword, mfa, posts }) => {
      const signIn = startSignIn({ ...who, weakPassword }, NOON)
      let world: World = {
        signIn,
        mfa,
        proved: false,
        isWeak: weakPassword,
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
        : { ...world, signIn: proven(false), isWeak: false }
    case 'code':
      if (place !== 'code' || signIn.state !== 'passwordProven') return world
      return afterSecondFactor(signIn) === 'home'
        ? { ...world, ...opened }
        : {
            ...world,
            proved: true,
            signIn: { ...attempt, state: 'secondFactorProven', weakPassword: true },
          }
  }
}
