import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Device, DeviceId } from '#domain/mfa/device.ts'
import type { CodeVerdict } from '#domain/mfa/otp.ts'
import { stepAt } from '#domain/mfa/step.ts'
import { at, type Code, codeOf, phone, toldSeconds, typeCode } from '#test/support/phone.ts'

type Move =
  | { kind: 'pass'; seconds: number }
  | { kind: 'set'; phone: number; offset: number }
  | { kind: 'wander'; phone: number; seconds: number }
  | { kind: 'type'; phone: number; delay: number }
  | { kind: 'guess'; phone: number; ahead: number }
  | { kind: 'random' }
  | { kind: 'again' }

/** What a bystander wrote down: of a code typed again, only the first time is kept as witness. */
type World = {
  now: number
  offsets: number[]
  devices: Device[]
  last: Code
  accepted: Set<string>
  newest: Map<string, number>
  burned: { device: string; step: number; ahead: number }[]
}

type Judged = { before: World; code: Code; now: Date; verdict: CodeVerdict; devices: Device[] }

const index = fc.nat({ max: 4 })
const farOrNear = fc.oneof(
  fc.integer({ min: -900, max: 900 }),
  fc.constantFrom(3600, -3600, 7200, 28_800, 86_400, -86_400),
)
const moves: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), seconds: fc.nat({ max: 90 }) }),
  fc.record({
    kind: fc.constant('pass' as const),
    seconds: fc.constantFrom(30, 600, 3600, 86_400),
  }),
  fc.record({
    kind: fc.constant('set' as const),
    phone: index,
    offset: fc.oneof(fc.constant(0), farOrNear),
  }),
  fc.record({
    kind: fc.constant('wander' as const),
    phone: index,
    seconds: fc.integer({ min: -30, max: 30 }),
  }),
  fc.record({ kind: fc.constant('type' as const), phone: index, delay: fc.nat({ max: 29 }) }),
  fc.record({ kind: fc.constant('type' as const), phone: index, delay: fc.constant(0) }),
  fc.record({
    kind: fc.constant('guess' as const),
    phone: index,
    ahead: fc.oneof(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 114, max: 126 })),
  }),
  fc.constant({ kind: 'random' as const }),
  fc.constant({ kind: 'again' as const }),
)
const journeys = fc.record({
  drifts: fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 1, maxLength: 5 }),
  moves: fc.array(moves, { minLength: 20, maxLength: 80 }),
})

describe('in whatever order codes are typed, clocks run and are set', () => {
  test('R-OT-05 no step is accepted twice, nor one older than the newest', () => {
    forEveryCode(({ before, verdict }) => {
      if (verdict.kind !== 'accepted') return
      const { device, step } = verdict.acceptance
      expect(before.accepted.has(`${device} ${step}`)).toBe(false)
      expect(step).toBeGreaterThan(before.newest.get(device) ?? 0)
    })
  })

  test('R-OT-09 a step once refused with its code is never accepted later', () => {
    forEveryCode(({ before, verdict }) => {
      if (verdict.kind !== 'accepted') return
      const { device, step } = verdict.acceptance
      expect(before.burned.filter((one) => one.device === device && one.step === step)).toEqual([])
    })
  })

  test('R-OT-04 drift stays within ten steps and moves by one at most', () => {
    forEveryCode(({ before, devices }) => {
      devices.forEach(({ drift }, one) => {
        expect(Math.abs(drift)).toBeLessThanOrEqual(10)
        expect(Math.abs(drift - (before.devices[one]?.drift ?? 0))).toBeLessThanOrEqual(1)
      })
    })
  })

  test('R-OT-04 a phone set right is let in with every step that is not used up', () => {
    forEveryCode(({ before, code, now, verdict }) => {
      if (code === 'random' || Math.abs(code.step - stepAt(now)) > 1) return
      const { device, step } = code
      const isUsed =
        step <= (before.newest.get(device) ?? 0) ||
        before.burned.some((one) => one.device === device && one.step === step)
      expect(verdict.kind).toBe(isUsed ? 'refused' : 'accepted')
    })
  })

  test('R-OT-09 beyond ±22 steps a clock error is told if and only if two codes agree on it', () => {
    forEveryCode(({ before, code, now, verdict }) => {
      if (verdict.kind === 'accepted') return
      const told = toldSeconds(verdict.refused)
      if (code === 'random') return expect(told).toBeUndefined()
      const ahead = code.step - stepAt(now)
      if (Math.abs(ahead) <= 22 || verdict.burned.length === 0) return
      const agrees = before.burned.some(
        (one) =>
          one.device === code.device && one.step !== code.step && Math.abs(one.ahead - ahead) <= 1,
      )
      expect(told !== undefined).toBe(agrees)
    })
  })
})

function forEveryCode(check: (judged: Judged) => void) {
  fc.assert(
    fc.property(journeys, ({ drifts, moves }) => {
      let world = begin(drifts)
      for (const move of moves) {
        const code = codeIn(world, move)
        if (!code) {
          world = go(world, move)
          continue
        }
        const now = at(world.now)
        const typed = typeCode(world.devices, code, now)
        check({ before: world, code, now, ...typed })
        world = write(world, { code, now, ...typed })
      }
    }),
    { numRuns: 60 },
  )
}

function begin(drifts: number[]): World {
  return {
    now: 0,
    offsets: drifts.map((drift) => drift * 30),
    devices: drifts.map((drift, one) => phone({ id: `hp-${one}` as DeviceId, drift })),
    last: 'random',
    accepted: new Set(),
    newest: new Map(),
    burned: [],
  }
}

function codeIn({ now, offsets, devices, last }: World, move: Move): Code | undefined {
  if (move.kind === 'random') return 'random'
  if (move.kind === 'again') return last
  if (move.kind !== 'type' && move.kind !== 'guess') return undefined
  const one = move.phone % devices.length
  const device = devices[one]
  if (!device) return undefined
  if (move.kind === 'guess') return { device: device.id, step: stepAt(at(now)) + move.ahead }
  return codeOf(device, offsets[one] ?? 0, at(now - move.delay))
}

function go(world: World, move: Move): World {
  if (move.kind === 'pass') return { ...world, now: world.now + move.seconds }
  if (move.kind !== 'set' && move.kind !== 'wander') return world
  const offsets = world.offsets.map((offset, one) => {
    if (one !== move.phone % world.offsets.length) return offset
    return move.kind === 'set' ? move.offset : offset + move.seconds
  })
  return { ...world, offsets }
}

function write(world: World, { code, now, verdict, devices }: Omit<Judged, 'before'>): World {
  const next = { ...world, devices, last: code }
  if (verdict.kind === 'accepted') {
    const { device, step } = verdict.acceptance
    next.accepted = new Set([...world.accepted, `${device} ${step}`])
    next.newest = new Map([...world.newest, [device, step]])
  } else if (verdict.burned.length > 0 && code !== 'random') {
    const { device, step } = code
    const isAgain = world.burned.some((one) => one.device === device && one.step === step)
    if (!isAgain) next.burned = [...world.burned, { device, step, ahead: step - stepAt(now) }]
  }
  return next
}
