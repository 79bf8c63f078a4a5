import { describe, expect, test } from 'vitest'
import type { DeviceId } from '#domain/mfa/device.ts'
import { judgeCode, type OldQr } from '#domain/mfa/otp.ts'
import { stepAt } from '#domain/mfa/step.ts'
import { at, codeOf, NOON, phone, refusalOf, typeCode, typeInTurn } from '#test/support/phone.ts'

const HOUR = 3600
const here = stepAt(NOON)

/** What a phone shows at that second, and types at once. */
function shown(offset: number, seconds: number) {
  return { code: codeOf(phone(), offset, at(seconds)), now: at(seconds) }
}

describe('R-OT-05 a code', () => {
  test('that is accepted names its device, its step and the drift it teaches', () => {
    expect(
      judgeCode({ matches: [{ device: phone(), step: here + 1 }], oldQr: undefined }, NOON),
    ).toEqual({
      kind: 'accepted',
      acceptance: { device: 'hp-1', step: here + 1, drift: 1 },
    })
  })

  test('serves once, and neither it nor an older one later', () => {
    const used = typeInTurn(phone(), [shown(0, 0)]).device
    expect(refusalOf(typeInTurn(used, [shown(0, 29)]).verdict)).toEqual({ kind: 'used' })
    expect(refusalOf(typeCode([used], codeOf(used, -30, at(0)), at(0)).verdict)).toEqual({
      kind: 'used',
    })
    expect(typeInTurn(used, [shown(0, 30)]).verdict?.kind).toBe('accepted')
  })

  test('that was used leaves nothing behind', () => {
    const spent = phone({ lastStep: here })
    const verdict = judgeCode({ matches: [{ device: spent, step: here }], oldQr: undefined }, NOON)
    expect(verdict).toEqual({ kind: 'refused', refused: { kind: 'used' }, burned: [] })
  })

  test('used on one device is accepted where it fits another', () => {
    const second = phone({ id: 'hp-2' as DeviceId })
    const matches = [phone({ lastStep: here }), second].map((device) => ({ device, step: here }))
    expect(judgeCode({ matches, oldQr: undefined }, NOON)).toEqual({
      kind: 'accepted',
      acceptance: { device: 'hp-2', step: here, drift: 0 },
    })
  })
})

describe('R-OT-11 a code of an old QR', () => {
  const oldQr: OldQr = { name: 'HP Samsung', since: at(-3 * 24 * HOUR) }

  test('is told as such where nothing in use fits', () => {
    const refused = { kind: 'oldQr', oldQr }
    expect(judgeCode({ matches: [], oldQr }, NOON)).toEqual({
      kind: 'refused',
      refused,
      burned: [],
    })
  })

  test('is not mentioned where the clock of a device in use explains it', () => {
    const matches = [{ device: phone(), step: here + 5 }]
    const { kind } = refusalOf(judgeCode({ matches, oldQr }, NOON)) ?? {}
    expect(kind).toBe('clockOff')
  })
})

describe('T-ORACLE R-OT-09 a code told as +600 s', () => {
  const told = shown(600, 0)

  test('fails 600 s later, and its neighbours do not', () => {
    const { device } = typeInTurn(phone(), [told])
    const later = (steps: number) =>
      typeCode([device], codeOf(device, 30 * steps, at(600)), at(600))
    expect(refusalOf(later(0).verdict)).toEqual({ kind: 'used' })
    expect(later(-1).verdict.kind).toBe('accepted')
    expect(later(1).verdict.kind).toBe('accepted')
  })

  test('does not shut out whoever sets the clock right: the new code is in at once', () => {
    expect(typeInTurn(phone(), [told, shown(0, 0)]).verdict?.kind).toBe('accepted')
    expect(typeInTurn(phone(), [told, shown(0, 20)]).verdict?.kind).toBe('accepted')
  })

  test('burns its step, past or ahead, with the step it was typed at', () => {
    expect(typeCode([phone()], told.code, NOON).verdict).toEqual({
      kind: 'refused',
      refused: { kind: 'clockOff', seconds: 620 },
      burned: [{ device: 'hp-1', step: here + 20, atStep: here }],
    })
  })
})

describe('T-ORACLE R-OT-09 a code an hour off', () => {
  const WRONG = { kind: 'wrong' }

  test('is answered like a random code until a second one agrees', () => {
    const once = refusalOf(typeInTurn(phone(), [shown(HOUR, 15)]).verdict)
    expect(once).toEqual(refusalOf(typeCode([phone()], 'random', at(15)).verdict))
    expect(once).toEqual(WRONG)
    const twice = typeInTurn(phone(), [shown(HOUR, 15), shown(HOUR, 45)])
    expect(refusalOf(twice.verdict)).toEqual({ kind: 'zone', hours: 1 })
  })

  test('is burned although nothing was told, and fails an hour later', () => {
    const { device } = typeInTurn(phone(), [shown(HOUR, 0)])
    expect(device.told).toEqual([{ step: here + 120, atStep: here }])
    expect(typeInTurn(device, [shown(0, HOUR)]).verdict?.kind).toBe('refused')
  })

  test.each([
    [HOUR - 90, WRONG],
    [HOUR - 60, WRONG],
    [HOUR - 30, { kind: 'zone', hours: 1 }],
    [HOUR + 30, { kind: 'zone', hours: 1 }],
    [HOUR + 60, WRONG],
  ])('then one of %i s off: only an offset within one step agrees', (offset, refused) => {
    const second = typeInTurn(phone(), [shown(HOUR, 15), shown(offset, 135)])
    expect(refusalOf(second.verdict)).toEqual(refused)
  })

  test('typed again is no second witness', () => {
    const { code } = shown(HOUR, 0)
    const again = [0, 10, 30, 60].map((seconds) => ({ code, now: at(seconds) }))
    expect(refusalOf(typeInTurn(phone(), again).verdict)).toEqual(WRONG)
  })

  test('has no witness on another device', () => {
    const [first, second] = [phone(), phone({ id: 'hp-2' as DeviceId })]
    const { devices } = typeCode([first, second], codeOf(first, HOUR, at(0)), at(0))
    expect(refusalOf(typeCode(devices, codeOf(second, HOUR, at(30)), at(30)).verdict)).toEqual(
      WRONG,
    )
  })

  test('may agree with one that was near enough to be told', () => {
    const both = [shown(22 * 30, 0), shown(23 * 30, 30)]
    const far = { kind: 'clockOff', seconds: 23 * 30 + 20 }
    expect(refusalOf(judgeFar(both))).toEqual(far)
  })
})

/** Like the vault, but with a search wide enough for a step just past the ones told at once. */
function judgeFar([first, second]: { code: ReturnType<typeof codeOf>; now: Date }[]) {
  if (!first || !second || second.code === 'random') throw new Error('two codes wanted')
  const { device } = typeInTurn(phone(), [first])
  return judgeCode({ matches: [{ device, step: second.code.step }], oldQr: undefined }, second.now)
}
