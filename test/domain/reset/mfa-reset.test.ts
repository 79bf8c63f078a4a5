import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mandate } from '#domain/access/mandate.ts'
import type { PersonId } from '#domain/person.ts'
import {
  askMfaReset,
  cancelMfaReset,
  finishMfaReset,
  hasOpened,
  isWaiting,
  type MfaReset,
  type MfaResetId,
  type MfaResetWay,
  type WaitingMfaReset,
  waysToReset,
} from '#domain/reset/mfa-reset.ts'
import type { ResetMfa } from '#domain/reset/policy.ts'
import { no, ok } from '#domain/result.ts'
import { someHat } from '#test/support/hats.ts'
import { at, NOON } from '#test/support/phone.ts'

const HOUR = 3600
const DAY = 24 * HOUR
const id = 'r1' as MfaResetId
const person = 'person-1' as PersonId
const officer: Mandate[] = [someHat({ role: 'nationalAdmin', agency: undefined })]
const request = { id, person, by: 'email', askedAt: NOON } as const
const waiting: WaitingMfaReset = {
  ...request,
  state: 'waiting',
  opensAt: at(DAY),
  closesAt: at(4 * DAY),
}

function asked(by: MfaResetWay, setting: ResetMfa, past: MfaReset[] = []) {
  return { id: 'r2' as MfaResetId, person, by, mandates: [], setting, past }
}

describe('R-RS-09 Reset MFA', () => {
  test.each([
    ['recoveryCode', 'reactivate'],
    ['recoveryCode', 'keep'],
    ['email', 'reactivate'],
  ] as const)('by %s under %s lets in at once', (by, setting) => {
    expect(askMfaReset(asked(by, setting), NOON)).toEqual(
      ok({ id: 'r2', person, by, askedAt: NOON, state: 'granted' }),
    )
  })

  test('by a mailbox under keep waits a day and stays open for three', () => {
    const { opensAt, closesAt } = waiting
    expect(askMfaReset(asked('email', 'keep'), NOON)).toEqual(
      ok({ ...request, id: 'r2', state: 'waiting', opensAt, closesAt }),
    )
    expect([at(DAY - 1), at(DAY), at(4 * DAY - 1), at(4 * DAY)].map(opened)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('by a mailbox goes on once the wait is over, and not before', () => {
    const again = asked('email', 'keep', [waiting])
    expect(askMfaReset(again, at(DAY - 1))).toEqual(no({ kind: 'stillWaiting', opensAt: at(DAY) }))
    expect(askMfaReset(again, at(DAY))).toEqual(ok({ ...request, state: 'granted' }))
    const late = askMfaReset(again, at(4 * DAY))
    expect(late.ok && late.value).toMatchObject({ id: 'r2', state: 'waiting' })
  })

  test('of whoever holds an office is no matter of a mailbox', () => {
    expect(waysToReset(officer, NOON)).toEqual(['recoveryCode', 'agencyCode'])
    expect(waysToReset([], NOON)).toEqual(['recoveryCode', 'email', 'agencyCode'])
    for (const setting of ['reactivate', 'keep'] as const) {
      const one = { ...asked('email', setting), mandates: officer }
      expect(askMfaReset(one, NOON)).toEqual(no({ kind: 'notOffered' }))
    }
  })

  test('may be asked for three times in thirty days, used or not', () => {
    const past = [1, 2, 3].map((day) => ({
      ...request,
      id: `r-${day}` as MfaResetId,
      askedAt: at(day * DAY),
      state: 'cancelled' as const,
    }))
    expect(askMfaReset(asked('recoveryCode', 'keep', past), at(31 * DAY - 1))).toEqual(
      no({ kind: 'tooManyResets', until: at(31 * DAY) }),
    )
    expect(askMfaReset(asked('recoveryCode', 'keep', past), at(31 * DAY)).ok).toBe(true)
  })

  test('can be taken back until it is used or over', () => {
    const cancelled = { ...request, state: 'cancelled' as const }
    const granted: MfaReset = { ...request, state: 'granted' }
    expect(cancelMfaReset(waiting, at(4 * DAY - 1))).toEqual(ok(cancelled))
    expect(cancelMfaReset(granted, NOON)).toEqual(ok(cancelled))
    expect(cancelMfaReset(waiting, at(4 * DAY))).toEqual(no({ kind: 'over' }))
    for (const state of ['done', 'cancelled'] as const)
      expect(cancelMfaReset({ ...request, state }, NOON)).toEqual(no({ kind: 'over' }))
  })

  test('is finished by whoever was let in, and by nobody who waits', () => {
    expect(finishMfaReset({ ...request, state: 'granted' })).toEqual(
      ok({ ...request, state: 'done' }),
    )
    for (const reset of [waiting, { ...request, state: 'cancelled' as const }])
      expect(finishMfaReset(reset)).toEqual(no({ kind: 'notGranted' }))
  })
})

type Act = { act: 'askByMail' | 'askByCode' | 'cancel' | 'finish' | 'wait'; seconds: number }

const acts = fc.array(
  fc.record({
    act: fc.constantFrom<Act['act']>('askByMail', 'askByCode', 'cancel', 'finish', 'wait'),
    seconds: fc.constantFrom(1, HOUR, DAY, 2 * DAY, 4 * DAY, 30 * DAY),
  }),
  { maxLength: 30, size: 'max' },
)

/** `granted`: when each was let in; `cancelled`: which were taken back. */
type World = { past: MfaReset[]; now: number; grants: Map<string, number>; cancelled: Set<string> }

describe('in whatever order it is asked, cancelled and used, Reset MFA', () => {
  test('under keep lets no mailbox in before a day has passed', () => {
    forEvery('keep', ({ past, grants }) => {
      for (const { id: one, by, askedAt } of past) {
        const moment = grants.get(one)
        if (by === 'email' && moment !== undefined)
          expect(at(moment).getTime() - askedAt.getTime()).toBeGreaterThanOrEqual(DAY * 1000)
      }
    })
  })

  test.each(['keep', 'reactivate'] as const)('is never used once taken back, under %s', (one) => {
    forEvery(one, ({ past, cancelled }) => {
      const done = past.filter(({ state }) => state === 'done')
      expect(done.filter((reset) => cancelled.has(reset.id))).toEqual([])
    })
  })

  test.each(['keep', 'reactivate'] as const)('is asked for thrice in 30 days, under %s', (one) => {
    forEvery(one, ({ past }) => {
      const times = past.map(({ askedAt }) => askedAt.getTime())
      for (const time of times)
        expect(
          times.filter((other) => other >= time && other < time + 30 * DAY * 1000).length,
        ).toBeLessThanOrEqual(3)
    })
  })

  test('has one request that waits at most', () => {
    forEvery('keep', ({ past, now }) =>
      expect(past.filter((reset) => isWaiting(reset, at(now))).length).toBeLessThanOrEqual(1),
    )
  })
})

function forEvery(setting: ResetMfa, check: (world: World) => void) {
  fc.assert(
    fc.property(acts, (sequence) => {
      let world: World = { past: [], now: 0, grants: new Map(), cancelled: new Set() }
      for (const one of sequence) {
        world = act(world, one, setting)
        check(world)
      }
    }),
  )
}

function act(world: World, { act: what, seconds }: Act, setting: ResetMfa): World {
  const { past, now } = world
  switch (what) {
    case 'wait':
      return { ...world, now: now + seconds }
    case 'askByMail':
    case 'askByCode': {
      const by = what === 'askByMail' ? 'email' : 'recoveryCode'
      const one = { ...asked(by, setting, past), id: `r-${past.length}` as MfaResetId }
      const answer = askMfaReset(one, at(now))
      if (!answer.ok) return world
      const { value } = answer
      if (value.state === 'granted') world.grants.set(value.id, now)
      return { ...world, past: [...past.filter(({ id: other }) => other !== value.id), value] }
    }
    case 'cancel':
    case 'finish':
      return { ...world, past: past.map((reset) => end(world, reset, what)) }
  }
}

function end(world: World, reset: MfaReset, what: 'cancel' | 'finish'): MfaReset {
  const ended = what === 'cancel' ? cancelMfaReset(reset, at(world.now)) : finishMfaReset(reset)
  if (ended.ok && what === 'cancel') world.cancelled.add(reset.id)
  return ended.ok ? ended.value : reset
}

function opened(now: Date): boolean {
  return hasOpened(waiting, now)
}
