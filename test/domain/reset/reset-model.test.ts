import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/person.ts'
import { askReset } from '#domain/reset/ask.ts'
import { finishReset } from '#domain/reset/finish.ts'
import { proofAsked, type ResetMfa, type ResetSubject } from '#domain/reset/policy.ts'
import { nameReset, type Reset, type ResetId, untilNextProof } from '#domain/reset/reset.ts'
import { admitEmailCode, afterEmailCode, tryEmailCode } from '#domain/reset/try-code.ts'
import { admitFactorTry } from '#domain/reset/try-factor.ts'
import { ok } from '#domain/result.ts'
import { at } from '#test/support/phone.ts'

const person = 'person-1' as PersonId

/** Whoever tries has the mailbox or not, and may guess whatever they like, whenever. */
type Post =
  | { act: 'ask'; isOwn: boolean; isAdmitted: boolean }
  | { act: 'typeMailed' | 'typeOld' | 'guess' }
  | { act: 'factor'; isRight: boolean }
  | { act: 'finish' }
  | { act: 'wait'; seconds: number }

const sometimes = fc.integer({ min: 0, max: 3 }).map((one) => one > 0)
const posts = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        act: fc.constant('ask' as const),
        isOwn: sometimes,
        isAdmitted: sometimes,
      }),
    },
    { weight: 4, arbitrary: fc.constant({ act: 'typeMailed' } as const) },
    {
      weight: 2,
      arbitrary: fc.record({ act: fc.constantFrom('typeOld' as const, 'guess' as const) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ act: fc.constant('factor' as const), isRight: sometimes }),
    },
    { weight: 3, arbitrary: fc.constant({ act: 'finish' } as const) },
    {
      weight: 2,
      arbitrary: fc.record({
        act: fc.constant('wait' as const),
        seconds: fc.constantFrom(1, 299, 600, 1800),
      }),
    },
  ),
  { minLength: 5, maxLength: 25, size: 'max' },
)

const subjects = fc.record({
  state: fc.constantFrom(
    'created' as const,
    'active' as const,
    'frozen' as const,
    'disabled' as const,
  ),
  mfa: fc.constantFrom('none' as const, 'inUse' as const, 'reactivation' as const),
  setting: fc.constantFrom<ResetMfa>('reactivate', 'keep'),
})

/** `live` is the number of the code in the row, `mailed` of those that reached the mailbox. */
type World = {
  reset: Reset | undefined
  now: number
  live: number
  mailed: number[]
  looked: number
  proofs: string[]
}

describe('in whatever order its forms are posted, a reset', () => {
  test('R-RS-02 ends only after the newest code that was mailed, and what else was asked', () => {
    forEvery(person, ({ reset, proofs }, subject) => {
      if (reset?.state !== 'done') return
      expect(proofs).toContain('newestMailed')
      const asked = proofAsked(subject, at(0))
      if (asked !== 'mailbox') expect(proofs).toContain('factor')
      expect(subject.account.state).not.toBe('disabled')
    })
  })

  test('does end now and then, so that the above is about something', () => {
    const ends = new Set<string>()
    forEvery(person, ({ reset }, { account }) => {
      if (reset?.state === 'done') ends.add(`${account.state} ${reset.mfa}`)
    })
    expect(ends.size).toBeGreaterThan(2)
  })

  test('looks at five codes of a mail at most', () => {
    forEvery(person, ({ looked }) => expect(looked).toBeLessThanOrEqual(5))
  })

  test('of nobody never passes its codes', () => {
    forEvery(undefined, ({ reset }) =>
      expect(['named', 'asked', undefined]).toContain(reset?.state),
    )
  })
})

function forEvery(
  whose: PersonId | undefined,
  check: (world: World, subject: ResetSubject) => void,
) {
  fc.assert(
    fc.property(posts, subjects, (sequence, { setting, ...account }) => {
      const subject = { account: { person, ...account }, mandates: [], setting }
      const reset = nameReset('reset-1' as ResetId, whose, at(0))
      let world: World = { reset, now: 0, live: 0, mailed: [], looked: 0, proofs: [] }
      for (const post of sequence) {
        world = answer(world, post, subject)
        check(world, subject)
      }
    }),
    { numRuns: 500 },
  )
}

/** As the shell does: what is over does not exist, a refusal changes nothing. */
function answer(world: World, post: Post, subject: ResetSubject): World {
  const { now } = world
  if (post.act === 'wait') return { ...world, now: now + post.seconds }
  const reset = world.reset && world.reset.expiresAt > at(now) ? world.reset : undefined
  if (!reset) return { ...world, reset: undefined }
  switch (post.act) {
    case 'ask': {
      const asked = askReset(reset, post, at(now))
      if (!asked.ok) return world
      const live = world.live + 1
      const mailed = asked.value.sends ? [...world.mailed, live] : world.mailed
      return { ...world, reset: asked.value.reset, live, mailed, looked: 0 }
    }
    case 'typeMailed':
      return typeCode(world, reset, world.mailed.at(-1), subject)
    case 'typeOld':
      return typeCode(world, reset, world.mailed.at(-2), subject)
    case 'guess':
      return typeCode(world, reset, undefined, subject)
    case 'factor': {
      const tried = admitFactorTry(reset, ok(true))
      if (!tried.ok || reset.state !== 'emailProven') return world
      const isFrozen = subject.account.state === 'frozen'
      const proof = isFrozen ? ('oldDevice' as const) : ('factor' as const)
      const ready: Reset = {
        id: reset.id,
        person,
        state: 'ready',
        proof,
        expiresAt: untilNextProof(at(now)),
      }
      return post.isRight
        ? { ...world, reset: ready, proofs: [...world.proofs, 'factor'] }
        : { ...world, reset: { ...reset, tries: tried.value } }
    }
    case 'finish': {
      const finished = finishReset(reset, subject, at(now))
      return finished.ok ? { ...world, reset: finished.value.reset } : world
    }
  }
}

function typeCode(
  world: World,
  reset: Reset,
  typed: number | undefined,
  subject: ResetSubject,
): World {
  const now = at(world.now)
  const tried = admitEmailCode(reset, now)
  if (!tried.ok) return world
  const { tries } = tried.value.code
  const looked = world.looked + 1
  const outcome = tryEmailCode({ person: tried.value.person, tries }, typed === world.live)
  if (outcome.kind === 'wrong') return { ...world, looked, reset: tried.value }
  if (outcome.kind === 'void') return { ...world, looked, reset: undefined }
  const asksFactor = proofAsked(subject, now) !== 'mailbox'
  const isNewest = typed === world.live && world.mailed.at(-1) === typed
  return {
    ...world,
    looked,
    reset: afterEmailCode(reset, outcome.person, asksFactor, now),
    proofs: isNewest ? [...world.proofs, 'newestMailed'] : world.proofs,
  }
}
