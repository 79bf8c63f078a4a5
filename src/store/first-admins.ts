import { firstAdminMandate } from '#domain/access/first-admins.ts'
import { type HoldRefused, mayHold } from '#domain/access/give-mandate.ts'
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
  | (HoldRefused & { nip: Nip })

/**
 * The two without whom nobody could give a role: named by whoever runs the portal, as the owner of
 * the tables, and only as long as there is no national admin.
 */
export function nameFirstAdmins(
  sql: Sql,
  nips: readonly [Nip, Nip],
  { reason, now }: { reason: string; now: Date },
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
    for (const person of found) await give(tx, person, { reason, now })
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
  const eligible = mayHold(candidate, firstAdminMandate(now))
  return eligible.ok ? ok(row.person) : no({ ...eligible.problem, nip })
}

async function give(
  tx: TransactionSql,
  person: PersonId,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  const { role, from, until } = firstAdminMandate(now)
  const [given] = await tx<{ id: MandateId }[]>`
    insert into mandates (person, role, valid_from, valid_to)
    values (${person}, ${role}, ${from}, ${until}) returning id`
  if (!given) return
  await tx`delete from sessions where person = ${person}`
  await addEvent(tx, {
    at: now,
    person,
    actor: undefined,
    browser: 'asn',
    network: '-',
    happening: { kind: 'mandateGiven', role, mandate: given.id, until, reason },
  })
}
