import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/person.ts'
import {
  asShortAsAnOfficers,
  canExtend,
  endsAt,
  isOpen,
  openSession,
  touch,
  warnsAt,
} from '#domain/session/session.ts'
import { at, NOON } from '#test/support/phone.ts'

const person = 'person-1' as PersonId
const MINUTE = 60
const HOUR = 3600

describe.each([
  ['an employee', false, 30 * MINUTE, 12 * HOUR],
  ['an officer', true, 15 * MINUTE, 8 * HOUR],
] as const)('R-SE-03 the session of %s', (_who, isOfficer, idle, absolute) => {
  const session = openSession(person, isOfficer, NOON)

  test('has its own idle and absolute times', () => {
    expect(session).toEqual({
      person,
      startedAt: NOON,
      provenAt: NOON,
      idleSeconds: idle,
      idleUntil: at(idle),
      absoluteUntil: at(absolute),
    })
  })

  test('ends when it was idle too long, and not before', () => {
    expect(isOpen(session, at(idle - 0.001))).toBe(true)
    expect(isOpen(session, at(idle))).toBe(false)
  })

  test('goes on with each request, by the same idle time', () => {
    const touched = touch(session, at(100))
    expect(touched).toEqual({ ...session, idleUntil: at(100 + idle) })
    expect(endsAt(touched)).toEqual(at(100 + idle))
    expect(warnsAt(touched)).toEqual(at(100 + idle - 2 * MINUTE))
  })

  test('ends at its absolute time, however busy', () => {
    const busy = touch(session, at(absolute - 1))
    expect(endsAt(busy)).toEqual(at(absolute))
    expect(warnsAt(busy)).toEqual(at(absolute - 2 * MINUTE))
    expect(isOpen(busy, at(absolute - 0.001))).toBe(true)
    expect(isOpen(busy, at(absolute))).toBe(false)
  })

  test('can be extended until two minutes before its absolute end', () => {
    expect(canExtend(session, at(absolute - 2 * MINUTE - 0.001))).toBe(true)
    expect(canExtend(session, at(absolute - 2 * MINUTE))).toBe(false)
  })
})

test('R-SE-03 whatever its requests, a session is over by its absolute end or an idle spell', () => {
  const pauses = fc.array(fc.integer({ min: 1, max: 35 * MINUTE }), { maxLength: 60 })
  fc.assert(
    fc.property(fc.boolean(), pauses, (isOfficer, seconds) => {
      const [idle, absolute] = isOfficer ? [15 * MINUTE, 8 * HOUR] : [30 * MINUTE, 12 * HOUR]
      let [session, now] = [openSession(person, isOfficer, NOON), 0]
      for (const pause of seconds) {
        now += pause
        expect(isOpen(session, at(now))).toBe(pause < idle && now < absolute)
        expect(endsAt(session) <= session.absoluteUntil).toBe(true)
        if (!isOpen(session, at(now))) return
        session = touch(session, at(now))
      }
    }),
  )
})

describe("R-SE-01 a hat in an employee's session", () => {
  test('makes it as short as an officer would have opened it, whenever that was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 * HOUR }), (seconds) => {
        const short = asShortAsAnOfficers(openSession(person, false, NOON), at(seconds))
        expect(short.idleSeconds).toBe(15 * MINUTE)
        expect(short.idleUntil <= at(seconds + 15 * MINUTE)).toBe(true)
        expect(short.absoluteUntil).toEqual(at(8 * HOUR))
      }),
    )
  })

  test('leaves one that is short already', () => {
    const session = openSession(person, true, NOON)
    expect(asShortAsAnOfficers(session, NOON)).toEqual(session)
  })
})
