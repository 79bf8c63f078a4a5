import type { Admins, Candidate, Giver } from '#domain/access/give-mandate.ts'
import { isInForce } from '#domain/access/mandate.ts'
import type { Account } from '#domain/account/account.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Actor } from '#domain/approval/approval.ts'
import type { MfaState } from '#domain/mfa/mfa.ts'
import type { PersonId } from '#domain/person.ts'
import type { TransactionSql } from './database.ts'
import { type MandateJson, mandatesColumn, toMandates } from './people.ts'
import { isStillWorn, type OfficeAct } from './worn-hat.ts'

/** The session, its hat or its second factor are not what they were. */
export type HatGone = { kind: 'hatGone' }

/** In the order of locks, accounts first; two people's in the order of their ids. */
export async function lockPeople(tx: TransactionSql, people: readonly PersonId[]): Promise<void> {
  await tx`
    select from accounts where person = any(${people as PersonId[]}) order by person for update`
}

/** And then whoever else gives or takes roles there waits. */
export async function lockRoles(tx: TransactionSql, agency: AgencyId | undefined): Promise<void> {
  await tx`select lock_roles(${agency ?? null})`
}

/** The hat that the act is done in, judged anew. */
export async function findGiver(tx: TransactionSql, act: OfficeAct): Promise<Giver | undefined> {
  const { role, agency } = act.hat
  return (await isStillWorn(tx, act)) ? { person: act.event.actor, role, agency } : undefined
}

/** As long as that mandate is in force. */
export async function findOfficeHolder(
  tx: TransactionSql,
  { person, hat }: Actor,
  at: Date,
): Promise<Giver | undefined> {
  const [row] = await tx<{ mandates: MandateJson[] }[]>`
    select ${mandatesColumn(tx, tx`${person}::uuid`)}`
  const held = toMandates(row?.mandates ?? []).find(({ id }) => id === hat)
  return held && isInForce(held, at) ? { person, role: held.role, agency: held.agency } : undefined
}

export async function findCandidate(
  tx: TransactionSql,
  person: PersonId,
): Promise<Candidate | undefined> {
  const [row] = await tx<CandidateRow[]>`
    select p.id as person, p.agency, a.state as account, a.mfa,
      not ends_mandates(p.legal_position, p.end_of_service) as serves,
      ${mandatesColumn(tx, tx`p.id`)}
    from people p join accounts a on a.person = p.id where p.id = ${person}`
  return row && { ...row, mandates: toMandates(row.mandates) }
}

type CandidateRow = {
  person: PersonId
  agency: AgencyId
  account: Account['state']
  mfa: MfaState
  serves: boolean
  mandates: MandateJson[]
}

export async function countAdmins(
  tx: TransactionSql,
  agency: AgencyId | undefined,
  now: Date,
): Promise<Admins> {
  const [row] = await tx<{ agency: number; nation: number }[]>`
    select agency, nation from count_admins(${agency ?? null}, ${now})`
  return { agency: row?.agency ?? 0, national: row?.nation ?? 0 }
}
