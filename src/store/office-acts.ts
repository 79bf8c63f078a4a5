import type { Hat } from '#domain/access/hat.ts'
import type { Mandate, MandateId } from '#domain/access/mandate.ts'
import { mayActOn, scopeOf } from '#domain/access/scope.ts'
import type { Account } from '#domain/account/account.ts'
import type { AccountHold } from '#domain/account/hold.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Happening } from '#domain/audit/event.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { filled, type Sql, type TransactionSql } from './database.ts'
import { addEvent } from './events.ts'
import { type MandateJson, mandatesColumn, toMandates } from './people.ts'
import { inScope, setScope } from './scope.ts'
import { isStillWorn, type OfficeAct } from './worn-hat.ts'

/** `noLonger`: the session, its hat or its second factor are not what they were. */
export type ActRefused = { kind: 'noSuchPerson' | 'oneself' | 'higherRole' | 'noLonger' }

/** Whom it is about, as they stand under the lock. */
export type Subject = {
  person: PersonId
  account: Account
  hold: AccountHold | undefined
  mandates: readonly Mandate[]
  agency: { id: AgencyId; twoPersonResets: boolean }
}

/** With what a page calls them. */
export type ShownSubject = Subject & { name: string; nip: string }

/** For a statement that has people as p, accounts as a, agencies as g. */
function subjectColumns(sql: Sql | TransactionSql) {
  return sql`p.id as person, a.state, a.mfa, a.held_until, a.held_because, g.id as agency,
    g.two_person_resets, ${mandatesColumn(sql, sql`p.id`)}`
}

/**
 * Under the application's own role, for what the desk's may not write: so the scope is asked here by
 * name. Both accounts are locked, the smaller id first; then hat, scope and rank are judged again.
 */
export async function lockForAct(
  tx: TransactionSql,
  act: OfficeAct,
  person: PersonId,
): Promise<Result<Subject, ActRefused>> {
  const { actor, at } = act.event
  await tx`
    select from accounts where person = any(${[actor, person]}::uuid[]) order by person for update`
  if (!(await isStillWorn(tx, act))) return no({ kind: 'noLonger' })
  await setScope(tx, scopeOf(act.hat), at)
  const [row] = await tx<SubjectRow[]>`
    select ${subjectColumns(tx)}
    from people p join accounts a on a.person = p.id join agencies g on g.id = p.agency
    where p.id = ${person} and is_in_scope(p.id, p.agency, p.unit)`
  if (!row) return no({ kind: 'noSuchPerson' })
  const subject = toSubject(row)
  const allowed = mayActOn({ person: actor, role: act.hat.role }, subject, at)
  return allowed === 'yes' ? ok(subject) : no({ kind: allowed })
}

/** Whether all of them still hold: who has lost an office has no word in it any more. */
export async function areInForce(
  tx: TransactionSql,
  mandates: readonly MandateId[],
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    select from mandates
    where id = any(${[...mandates]}::uuid[]) and valid_from <= ${now} and valid_to > ${now}`
  return rows.length === new Set(mandates).size
}

/** The person of a page, for whoever may see them; a person out of scope does not exist. */
export function findSubject(
  sql: Sql,
  hat: Hat,
  person: PersonId,
  now: Date,
): Promise<ShownSubject | undefined> {
  return inScope(sql, scopeOf(hat), now, async (tx) => {
    const [row] = await tx<(SubjectRow & { name: string; nip: string | null })[]>`
      select ${subjectColumns(tx)}, p.name,
        p.number as nip
      from people p join accounts a on a.person = p.id join agencies g on g.id = p.agency
      where p.id = ${person}`
    return row && { ...toSubject(row), name: row.name, nip: row.nip ?? '' }
  })
}

export function addActEvent(
  tx: TransactionSql,
  { hat, event }: OfficeAct,
  person: PersonId,
  happening: Happening,
): Promise<void> {
  return addEvent(tx, { ...event, person, hat: hat.id, happening })
}

type SubjectRow = {
  person: PersonId
  state: Account['state']
  mfa: Account['mfa']
  heldUntil: Date | null
  heldBecause: AccountHold['because'] | null
  agency: AgencyId
  twoPersonResets: boolean
  mandates: MandateJson[]
}

function toSubject(row: SubjectRow): Subject {
  const { person, state, mfa, heldUntil, heldBecause, agency, twoPersonResets, mandates } = row
  return {
    person,
    account: { person, state, mfa },
    hold: heldUntil ? { until: heldUntil, because: filled(heldBecause) } : undefined,
    mandates: toMandates(mandates),
    agency: { id: agency, twoPersonResets },
  }
}
