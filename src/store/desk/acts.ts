import { mayActOn, scopeOf } from '#domain/access/scope.ts'
import type { AccountStates, Done, Employee, Open } from '#domain/desk/act.ts'
import { mailboxOf } from '#domain/desk/standing.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { isClosedToBrowsers } from '#domain/throttle/password-throttle.ts'
import { byteas, type Sql, type TransactionSql } from '../database.ts'
import { addEvent } from '../events.ts'
import { type MandateJson, mandatesColumn, toMandates } from '../people.ts'
import { inScope } from '../scope.ts'
import { isStillWorn, type OfficeAct } from '../worn-hat.ts'

/** An officer acts on `person`. */
export type DeskAct = OfficeAct & {
  person: PersonId
  /** The counters of the person's known and unknown browsers, locked in that order. */
  passwordKeys: readonly Buffer[]
}

/** `noLonger`: the session, its hat or its second factor are not what they were. */
export type MayNotAct =
  | { kind: 'noSuchEmployee' }
  | { kind: 'noLonger' }
  | { kind: 'oneself' }
  | { kind: 'higherRole' }

/**
 * R-AD-01: the account of the other is locked, and only then asked whether who acts still may, and
 * on whom. A no changes nothing; with a yes the change and its event stand together.
 */
export function actOnEmployee<Refused>(
  sql: Sql,
  act: DeskAct,
  decide: (employee: Employee) => Result<Done, Refused>,
): Promise<Result<Done, Refused | MayNotAct>> {
  const { hat, event, person } = act
  return inScope(sql, scopeOf(hat), event.at, async (tx) => {
    const employee = await lockEmployee(tx, act)
    if (!employee.ok) return employee
    const decided = decide(employee.value)
    if (!decided.ok) return decided
    await keep(tx, act, decided.value)
    await addEvent(tx, { ...event, person, hat: hat.id, happening: decided.value.happening })
    return decided
  })
}

/** What every act on somebody else begins with, in a transaction of `inScope`. */
async function lockEmployee(
  tx: TransactionSql,
  act: DeskAct,
): Promise<Result<Employee, MayNotAct>> {
  const { hat, person, passwordKeys } = act
  const { actor, at } = act.event
  await tx`select from accounts where person = ${person} for update`
  if (!(await isStillWorn(tx, act))) return no({ kind: 'noLonger' })
  const [row] = await tx<Row[]>`
    select a.state, a.state_since, a.mfa, a.closed_from, a.disabled_from, a.disabled_from_since,
      a.codes_locked_until > ${at} as is_locked,
      closes_account(p.legal_position, p.end_of_service) or a.sso_disabled as should_be_closed,
      (select coalesce(json_agg(e.bounced_at is not null), '[]') from email_addresses e
        where e.person = p.id and e.ended_at is null) as bounced,
      desk_password_failures(p.id, ${byteas(tx, passwordKeys)}) as password_failures,
      ${mandatesColumn(tx, tx`p.id`)}
    from people p join accounts a on a.person = p.id
    where p.id = ${person}`
  if (!row) return no({ kind: 'noSuchEmployee' })
  const mandates = toMandates(row.mandates)
  const verdict = mayActOn({ person: actor, role: hat.role }, { person, mandates }, at)
  return verdict === 'yes' ? ok(toEmployee(row)) : no({ kind: verdict })
}

async function keep(
  tx: TransactionSql,
  { person, passwordKeys }: DeskAct,
  { states, ends, lifts }: Done,
): Promise<void> {
  if (states) await keepStates(tx, person, states)
  if (lifts) {
    await tx`update accounts set codes_locked_until = 'epoch' where person = ${person}`
    await tx`select desk_reopens_passwords(${person}, ${byteas(tx, passwordKeys)})`
  }
  if (ends) await tx`select desk_stops_pending(${person})`
}

async function keepStates(
  tx: TransactionSql,
  person: string,
  { state, since, closedFrom, disabledFrom }: AccountStates,
): Promise<void> {
  await tx`
    update accounts set state = ${state}, state_since = ${since},
      closed_from = ${closedFrom ?? null}, disabled_from = ${disabledFrom?.state ?? null},
      disabled_from_since = ${disabledFrom?.since ?? null}
    where person = ${person}`
}

type Row = {
  state: AccountStates['state']
  stateSince: Date
  mfa: Employee['account']['mfa']
  closedFrom: Open | null
  disabledFrom: Open | null
  disabledFromSince: Date | null
  isLocked: boolean
  shouldBeClosed: boolean
  bounced: readonly boolean[]
  passwordFailures: number[] | null
  mandates: MandateJson[]
}

function toEmployee(row: Row): Employee {
  const { state, stateSince: since, mfa, shouldBeClosed, isLocked } = row
  const { closedFrom, disabledFrom: before, disabledFromSince } = row
  const [known = 0, unknown = 0] = row.passwordFailures ?? []
  const disabledFrom =
    before && disabledFromSince ? { state: before, since: disabledFromSince } : undefined
  return {
    account: {
      state,
      since,
      mfa,
      shouldBeClosed,
      closedFrom: closedFrom ?? undefined,
      disabledFrom,
    },
    isLocked,
    isClosedToBrowsers: isClosedToBrowsers({ known, unknown }),
    mailbox: mailboxOf(row.bounced),
  }
}
