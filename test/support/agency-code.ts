import type { MfaResetId } from '#domain/reset/mfa-reset.ts'
import type { Sql } from '#src/store/database.ts'
import { addPerson, NOW, type SomePerson } from './builders.ts'
import { vault } from './secrets.ts'

const LETTERS = 'ABCDEFGHJKMN'

/** A code that an officer has handed over, as it is typed; `code` differs where a test needs two. */
export async function giveAgencyCode(
  sql: Sql,
  { id: person }: Pick<SomePerson, 'id'>,
  { code = LETTERS, madeAt = NOW }: { code?: string; madeAt?: Date } = {},
): Promise<{ id: MfaResetId; typed: string; mac: Buffer }> {
  const officer = await addPerson(sql, { role: 'officer' })
  const id = crypto.randomUUID() as MfaResetId
  const mac = vault.reactivationMac(id, code)
  await sql`
    update mfa_resets set state = 'cancelled', closes_at = null
    where person = ${person} and state = 'issued'`
  await sql`
    insert into mfa_resets (id, person, way, state, asked_at, closes_at)
    values (${id}, ${person}, 'agencyCode', 'issued', ${madeAt}, ${madeAt}::timestamptz + interval '1 day')`
  await sql`
    insert into reactivation_codes (reset, made_by, made_as, made_at, mac)
    select ${id}, ${officer.id}, id, ${madeAt}, ${mac} from mandates where person = ${officer.id}`
  return { id, typed: code.replace(/(.{4})(?=.)/g, '$1-'), mac }
}
