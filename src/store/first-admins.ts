import { mayHoldOffice, type NotEligible } from '#domain/access/give-mandate.ts'
import type { MandateId } from '#domain/access/mandate.ts'
import type { Nip } from '#domain/nip.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'
import { addEvent } from './events.ts'
import { findCandidate, lockPeople, lockRoles } from './role-judging.ts'

export type FirstAdminsRefused =
  | { kind: 'thereAreAdmins' }
  | { kind: 'samePerson' }
  | { kind: 'noSuchPerson'; nip: Nip }
  | { kind: 'holdsOffice'; nip: Nip }
  | (NotEligible & { nip: Nip })

const YEARS = 1

/**
 * The two without whom nobody could give a role: named by whoever runs the portal, as the owner of
 * the tables, and only as long as there is no national admin.
 */
export function nameFirstAdmins(
  sql: Sql,
  nips: readonly [Nip, Nip],
  now: Date,
): Promise<Result<readonly PersonId[], FirstAdminsRefused>> {
  if (nips[0] === nips[1]) return Promise.resolve(no({ kind: 'samePerson' }))
  return inTransaction(sql, async (tx) => {
    await lockRoles(tx, undefined)
    const [anyone] = await tx`
      select from mandates where role = 'nationalAdmin' and valid_to > ${now} limit 1`
    if (anyone) return no({ kind: 'thereAreAdmins' })
    const found: PersonId[] = []
    for (const nip of nips) {
      const judged = await findEligible(tx, nip, now)
      if (!judged.ok) return judged
      found.push(judged.value)
    }
    for (const person of found) await give(tx, person, now)
    return ok(found)
  })
}

async function findEligible(
  tx: TransactionSql,
  nip: Nip,
  now: Date,
): Promise<Result<PersonId, FirstAdminsRefused>> {
  const [row] = await tx<{ person: PersonId }[]>`
    select person from login_identifiers
    where identifier = ${nip} and kind in ('nip', 'niPppk') and valid_to is null`
  if (!row) return no({ kind: 'noSuchPerson', nip })
  await lockPeople(tx, [row.person])
  const candidate = await findCandidate(tx, row.person)
  if (!candidate) return no({ kind: 'noSuchPerson', nip })
  const eligible = mayHoldOffice(candidate, { agency: undefined })
  if (!eligible.ok) return no({ ...eligible.problem, nip })
  const audits = candidate.mandates.some(({ role, until }) => role === 'auditor' && now < until)
  return audits ? no({ kind: 'holdsOffice', nip }) : ok(row.person)
}

async function give(tx: TransactionSql, person: PersonId, now: Date): Promise<void> {
  const [given] = await tx<{ id: MandateId; validTo: Date }[]>`
    insert into mandates (person, role, valid_from, valid_to)
    values (${person}, 'nationalAdmin', ${now}, ${now}::timestamptz + ${YEARS} * interval '1 year')
    returning id, valid_to`
  if (!given) return
  await tx`delete from sessions where person = ${person}`
  await addEvent(tx, {
    at: now,
    person,
    actor: undefined,
    browser: 'asn',
    network: '-',
    happening: {
      kind: 'mandateGiven',
      role: 'nationalAdmin',
      mandate: given.id,
      until: given.validTo,
      reason: 'Admin nasional pertama, ditunjuk saat portal disiapkan.',
    },
  })
}
