import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ActRefused,
  type DeskActKind,
  decideAct,
  type Employee,
  type EmployeeAccount,
} from '#domain/desk/act.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { accountAfter, type ClosableAccount } from '#domain/import/account-after.ts'
import { no, ok } from '#domain/result.ts'
import { at, NOON as now } from '#test/support/phone.ts'

const told = { reason: 'Pegawai datang ke loket dengan kartu' as Reason }

function employee(account: Partial<EmployeeAccount> = {}, fields: Partial<Employee> = {}) {
  return {
    account: {
      state: 'active',
      since: at(-100),
      mfa: 'inUse',
      closedFrom: undefined,
      disabledFrom: undefined,
      shouldBeClosed: false,
      ...account,
    },
    isLocked: false,
    isClosedToBrowsers: false,
    mailbox: 'works',
    ...fields,
  } satisfies Employee
}

const disabled = { state: 'disabled' } as const
const byAgency = { ...disabled, disabledFrom: { state: 'active', since: at(-500) } } as const

describe('R-AD-02 an act of the desk', () => {
  test.each<[DeskActKind, string, Employee, ActRefused['kind']]>([
    ['unlock', 'of what is not locked', employee(), 'nothingLocked'],
    ['disable', 'twice', employee(byAgency), 'alreadyDisabled'],
    [
      'disable',
      'of what the data closed',
      employee({ ...disabled, closedFrom: 'active' }),
      'closedByData',
    ],
    ['enable', 'of what is open', employee(), 'notDisabled'],
    [
      'enable',
      'of what the data closed',
      employee({ ...disabled, closedFrom: 'active' }),
      'closedByData',
    ],
    ['freeze', 'twice', employee({ state: 'frozen' }), 'alreadyFrozen'],
    ['freeze', 'of what is disabled', employee(byAgency), 'disabled'],
    ['resend', 'to nobody', employee({}, { mailbox: 'none' }), 'noMailbox'],
    ['resend', 'to whom cannot sign in', employee(byAgency), 'disabled'],
  ])('%s is refused %s', (kind, _, whom, refused) => {
    expect(decideAct(kind, whom, told, now)).toEqual(no({ kind: refused }))
  })

  test.each([{ isLocked: true }, { isClosedToBrowsers: true }])(
    '2.6 unlocks what is locked (%j), and says why',
    (fields) => {
      const done = ok({ happening: { kind: 'lockLifted', ...told }, lifts: true })
      expect(decideAct('unlock', employee({}, fields), told, now)).toEqual(done)
    },
  )

  test('disables with the end of all sessions, and remembers what was before', () => {
    expect(decideAct('disable', employee({ state: 'frozen' }), told, now)).toEqual(
      ok({
        happening: { kind: 'disabledByAgency', ...told },
        states: {
          state: 'disabled',
          since: now,
          closedFrom: undefined,
          disabledFrom: { state: 'frozen', since: at(-100) },
        },
        ends: true,
      }),
    )
  })

  test.each<[string, Partial<EmployeeAccount>, object]>([
    ['as it was', byAgency, { state: 'active', since: at(-500) }],
    ['as it must have been', disabled, { state: 'active', since: now }],
    ['as it must have been', { ...disabled, mfa: 'none' }, { state: 'created', since: now }],
    [
      'for the national data to open',
      { ...byAgency, shouldBeClosed: true },
      { state: 'disabled', since: now, closedFrom: 'active' },
    ],
  ])('enables %s', (_, account, states) => {
    const done = decideAct('enable', employee(account), told, now)
    expect(done).toEqual(
      ok({
        happening: { kind: 'enabledByAgency', ...told },
        states: { closedFrom: undefined, disabledFrom: undefined, ...states },
      }),
    )
  })

  test.each([
    ['none', 'activation'],
    ['inUse', 'mailbox'],
    ['reactivation', 'mailbox'],
  ] as const)('to somebody whose second factor is %s mails about the %s', (mfa, about) => {
    const done = decideAct('resend', employee({ mfa }), told, now)
    expect(done).toEqual(ok({ happening: { kind: 'mailSentByAgency', about, ...told } }))
  })

  test('2.3 whatever officers and the national data do, a frozen account is never open again', () => {
    const step = fc.oneof(
      fc.constantFrom<DeskActKind>('unlock', 'disable', 'enable', 'freeze', 'note'),
      fc.boolean(),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const last = steps.reduce(stepOn, employee({ state: 'frozen' }).account)
        const open = { ...last, shouldBeClosed: false }
        const states = [last.state, stepOn(stepOn(open, 'enable'), false).state]
        expect(states).not.toContain('active')
        expect(states).not.toContain('created')
      }),
    )
  })

  test('R-AK-02 what the national data closes stays closed, whatever officers do', () => {
    const step = fc.constantFrom<DeskActKind>('unlock', 'disable', 'enable', 'freeze', 'resend')
    fc.assert(
      fc.property(fc.array(step), fc.array(step), (before, then) => {
        const closed = stepOn(before.reduce(stepOn, employee().account), true)
        expect(then.reduce(stepOn, closed).state).toBe('disabled')
      }),
    )
  })
})

/** The account after an act, or after national data that says whether it is closed. */
function stepOn(account: EmployeeAccount, step: DeskActKind | boolean): EmployeeAccount {
  if (typeof step !== 'boolean') {
    const done = decideAct(step, employee(account), told, now)
    return done.ok && done.value.states ? { ...account, ...done.value.states } : account
  }
  return { ...account, ...accountAfter(account as ClosableAccount, step), shouldBeClosed: step }
}
