import type { MandateId } from '#domain/access/mandate.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from './database.ts'

/** Who ended a role before its time and why; undefined where it ended by itself or by its holder. */
export type RoleEnd = { by: string; reason: string }

export async function findRoleEnd(
  sql: Sql,
  person: PersonId,
  mandate: MandateId,
): Promise<RoleEnd | undefined> {
  const [row] = await sql<RoleEnd[]>`
    select p.name as by, e.detail ->> 'reason' as reason
    from events e join people p on p.id = e.actor
    where e.person = ${person} and e.kind = 'mandateEnded' and e.actor <> e.person
      and e.detail ->> 'mandate' = ${mandate}
    order by e.id desc limit 1`
  return row
}
