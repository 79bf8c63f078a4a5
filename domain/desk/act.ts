import type { Account } from '../account/account.ts'
import { freezeRefused } from '../account/freeze.ts'
import type { Happening } from '../audit/event.ts'
import { no, ok, type Result } from '../result.ts'
import type { Reason } from './reason.ts'
import type { Mailbox } from './standing.ts'

/** What an officer does for somebody beside a reset of the second factor and a new address. */
export type DeskActKind = 'unlock' | 'disable' | 'enable' | 'freeze' | 'resend' | 'note'

/** Disabled by an officer from a state, which comes back; or by the national data, which says when. */
export type AccountStates = {
  state: Account['state']
  since: Date
  closedFrom: Open | undefined
  disabledFrom: { state: Open; since: Date } | undefined
}

/** `shouldBeClosed`: what the national data says now, whoever disabled the account. */
export type EmployeeAccount = AccountStates & Pick<Account, 'mfa'> & { shouldBeClosed: boolean }

export type Open = Exclude<Account['state'], 'disabled'>

/** What an act is judged by, read under the lock. */
export type Employee = {
  account: EmployeeAccount
  isLocked: boolean
  isClosedToBrowsers: boolean
  mailbox: Mailbox
}

export type ActRefused =
  | { kind: 'nothingLocked' }
  | { kind: 'alreadyDisabled' }
  | { kind: 'closedByData' }
  | { kind: 'notDisabled' }
  | { kind: 'alreadyFrozen' }
  | { kind: 'disabled' }
  | { kind: 'noMailbox' }

/**
 * `states`: what becomes of the account, where it changes; `ends`: all that is open or on its way
 * ends; `lifts`: the lock of codes, and the closing to browsers.
 */
export type Done = { happening: Happening; states?: AccountStates; ends?: true; lifts?: true }

type Told = { reason: Reason; ticket?: string }

export function decideAct(
  kind: DeskActKind,
  employee: Employee,
  told: Told,
  now: Date,
): Result<Done, ActRefused> {
  switch (kind) {
    case 'unlock':
      return unlock(employee, told)
    case 'disable':
      return disable(employee, told, now)
    case 'enable':
      return enable(employee, told, now)
    case 'freeze':
      return freezeFor(employee, told, now)
    case 'resend':
      return resend(employee, told)
    case 'note':
      return ok({ happening: { kind: 'deskNoted', ...told } })
  }
}

/** 2.6: lifts the lock, not the budget: failures go on counting until a code is accepted. */
function unlock(employee: Employee, told: Told): Result<Done, ActRefused> {
  if (!employee.isLocked && !employee.isClosedToBrowsers) return no({ kind: 'nothingLocked' })
  return ok({ happening: { kind: 'lockLifted', ...told }, lifts: true })
}

function disable({ account }: Employee, told: Told, now: Date): Result<Done, ActRefused> {
  if (account.state === 'disabled')
    return no({ kind: account.closedFrom ? 'closedByData' : 'alreadyDisabled' })
  return ok({
    happening: { kind: 'disabledByAgency', ...told },
    states: {
      state: 'disabled',
      since: now,
      closedFrom: undefined,
      disabledFrom: { state: account.state, since: account.since },
    },
    ends: true,
  })
}

/**
 * Back to what it was: who was frozen stays frozen (2.3 alone opens that). Where the national data
 * says closed by now, only the agency's own no is taken back, and the data's is in force.
 */
function enable({ account }: Employee, told: Told, now: Date): Result<Done, ActRefused> {
  if (account.state !== 'disabled') return no({ kind: 'notDisabled' })
  if (account.closedFrom) return no({ kind: 'closedByData' })
  const before = account.disabledFrom ?? stateWithoutMemory(account, now)
  const states: AccountStates = account.shouldBeClosed
    ? { state: 'disabled', since: now, closedFrom: before.state, disabledFrom: undefined }
    : { ...before, closedFrom: undefined, disabledFrom: undefined }
  return ok({ happening: { kind: 'enabledByAgency', ...told }, states })
}

/** Of an account that was disabled before that was kept. */
function stateWithoutMemory({ mfa }: EmployeeAccount, now: Date): { state: Open; since: Date } {
  return { state: mfa === 'none' ? 'created' : 'active', since: now }
}

/** As *Bukan saya*, at the word of its owner who stands at the counter. */
function freezeFor({ account }: Employee, told: Told, now: Date): Result<Done, ActRefused> {
  const refused = freezeRefused(account)
  if (refused) return no(refused)
  return ok({
    happening: { kind: 'frozenByAgency', ...told },
    states: { state: 'frozen', since: now, closedFrom: undefined, disabledFrom: undefined },
    ends: true,
  })
}

/** A mail that arrives takes back that the mailbox was said to be dead. */
function resend({ account, mailbox }: Employee, told: Told): Result<Done, ActRefused> {
  if (account.state === 'disabled') return no({ kind: 'disabled' })
  if (mailbox === 'none') return no({ kind: 'noMailbox' })
  const about = account.mfa === 'none' ? 'activation' : 'mailbox'
  return ok({ happening: { kind: 'mailSentByAgency', about, ...told } })
}
