import type { MandateId } from '#domain/access/mandate.ts'
import type { Nip } from '#domain/nip.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Sql } from '../../database.ts'

/** Who stands for a restore: a national admin, in whose name holds are placed. */
export type Operator = { person: PersonId; hat: MandateId }

export type OperatorsRefused = { kind: 'samePerson' } | { kind: 'noOperator'; nip: Nip }

/** T31: two persons, not two numbers of one. */
export async function findOperators(
  sql: Sql,
  nips: readonly [Nip, Nip],
  now: Date,
): Promise<Result<readonly [Operator, Operator], OperatorsRefused>> {
  const [one, other] = [
    await findOperator(sql, nips[0], now),
    await findOperator(sql, nips[1], now),
  ]
  if (!one) return no({ kind: 'noOperator', nip: nips[0] })
  if (!other) return no({ kind: 'noOperator', nip: nips[1] })
  return one.person === other.person ? no({ kind: 'samePerson' }) : ok([one, other])
}

async function findOperator(sql: Sql, nip: Nip, now: Date): Promise<Operator | undefined> {
  const [found] = await sql<Operator[]>`
    select m.person, m.id as hat from login_identifiers i
    join mandates m on m.person = i.person and m.role = 'nationalAdmin'
    join accounts a on a.person = m.person and a.state = 'active'
    where i.identifier = ${nip} and i.valid_to is null and m.valid_from <= ${now} and m.valid_to > ${now}
    limit 1`
  return found
}
