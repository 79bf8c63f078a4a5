import { describe, expect, test } from 'vitest'
import { type AdviceFacts, adviceFor, type CodeTrouble } from '#domain/desk/advice.ts'
import { codeFailures, codeTrouble, type PastCode } from '#domain/desk/code-failures.ts'
import { type AccountFacts, mailboxOf, type Standing, standingOf } from '#domain/desk/standing.ts'
import { at, NOON as now } from '#test/support/phone.ts'

function facts(fields: Partial<AccountFacts> = {}): AccountFacts {
  return {
    state: 'active',
    stateSince: at(-100),
    mfa: 'inUse',
    isClosedByData: false,
    codeFailures: 0,
    codesLockedUntil: new Date(0),
    drifts: [0],
    ...fields,
  }
}

describe('how an account stands', () => {
  test.each<[Partial<AccountFacts>, Standing]>([
    [{}, { kind: 'active' }],
    [{ state: 'created', mfa: 'none' }, { kind: 'neverActivated' }],
    [{ mfa: 'none' }, { kind: 'neverActivated' }],
    [{ mfa: 'reactivation' }, { kind: 'reactivation' }],
    [{ state: 'frozen' }, { kind: 'frozen', since: at(-100) }],
    [{ state: 'disabled' }, { kind: 'disabled', since: at(-100), by: 'agency' }],
    [
      { state: 'disabled', isClosedByData: true },
      { kind: 'disabled', since: at(-100), by: 'nationalData' },
    ],
    [{ codesLockedUntil: at(1) }, { kind: 'locked', until: at(1) }],
    [{ codesLockedUntil: now }, { kind: 'active' }],
    [{ codeFailures: 99 }, { kind: 'active' }],
    [{ codeFailures: 100 }, { kind: 'budgetSpent' }],
    [{ codeFailures: 50, drifts: [0, 9] }, { kind: 'budgetSpent' }],
    [
      { codeFailures: 100, codesLockedUntil: at(1) },
      { kind: 'locked', until: at(1) },
    ],
    [
      { state: 'frozen', codesLockedUntil: at(1) },
      { kind: 'frozen', since: at(-100) },
    ],
  ])('%j is %j', (fields, expected) => {
    expect(standingOf(facts(fields), now)).toEqual(expected)
  })

  test.each([
    [[], 'none'],
    [[true], 'bounced'],
    [[true, false], 'works'],
  ])('addresses of which bounced %j: %s', (bounced, expected) => {
    expect(mailboxOf(bounced)).toBe(expected)
  })
})

function seen(fields: Partial<AdviceFacts> = {}): AdviceFacts {
  return {
    standing: { kind: 'active' },
    mailbox: 'works',
    isClosedToNewBrowsers: false,
    trouble: undefined,
    mfaResetOpensAt: undefined,
    ...fields,
  }
}

const clockOff: CodeTrouble = { kind: 'clockOff', seconds: -190 }

describe('what helps', () => {
  test.each<[Partial<AdviceFacts>, string[]]>([
    [{}, ['nothing']],
    [{ standing: { kind: 'neverActivated' } }, ['sendInstructions']],
    [{ standing: { kind: 'neverActivated' }, mailbox: 'bounced' }, ['correctEmail']],
    [{ mailbox: 'none' }, ['correctEmail']],
    [{ standing: { kind: 'locked', until: at(900) } }, ['unlockOrWait']],
    [
      { standing: { kind: 'locked', until: at(900) }, trouble: clockOff, mailbox: 'none' },
      ['unlockOrWait', 'setClock'],
    ],
    [{ trouble: clockOff }, ['setClock']],
    [{ trouble: { kind: 'zone', hours: 1 } }, ['setZone']],
    [{ trouble: { kind: 'oldQr' } }, ['useNewEntry']],
    [{ standing: { kind: 'budgetSpent' } }, ['reactivate']],
    [{ isClosedToNewBrowsers: true }, ['unlockBrowsers']],
    [{ mfaResetOpensAt: at(60) }, ['mfaResetWaits']],
    [{ standing: { kind: 'reactivation' } }, ['activateAgain']],
    [{ standing: { kind: 'frozen', since: now }, mailbox: 'none' }, ['openFrozen']],
    [{ standing: { kind: 'disabled', since: now, by: 'agency' } }, ['enable']],
    [{ standing: { kind: 'disabled', since: now, by: 'nationalData' } }, ['closedByData']],
  ])('for %j is %j, never more than two', (fields, expected) => {
    expect(adviceFor(seen(fields)).map(({ kind }) => kind)).toEqual(expected)
  })
})

const wrong = (reason: string, off?: number): PastCode => ({
  at: now,
  happening: { kind: 'codeWrong', reason, inARow: 1, ...(off !== undefined && { off }) },
})
const success: PastCode = {
  at: now,
  happening: { kind: 'signedIn', by: 'code', browser: 'known' },
}

describe('why codes failed', () => {
  test.each<[string, PastCode[], CodeTrouble | undefined]>([
    ['nothing', [], undefined],
    ['a slip', [wrong('wrong')], undefined],
    ['a slow hand', [wrong('late', -90)], undefined],
    ['a slow clock', [wrong('clockOff', -190)], clockOff],
    ['a clock before a slip', [wrong('wrong'), wrong('clockOff', -190)], clockOff],
    ['a clock set right since', [success, wrong('clockOff', -190)], undefined],
    [
      'a clock of a record from before the seconds were kept',
      [wrong('clockOff')],
      { kind: 'clockOff', seconds: undefined },
    ],
    ['a zone', [wrong('zone', 3600)], { kind: 'zone', hours: 1 }],
    ['an old entry', [wrong('oldQr')], { kind: 'oldQr' }],
  ])('%s is told as what can be mended', (_, past, expected) => {
    expect(codeTrouble(past)).toEqual(expected)
  })

  test('shows no sign-in among the failures', () => {
    expect(codeFailures([success, wrong('wrong')])).toEqual([wrong('wrong')])
  })
})
