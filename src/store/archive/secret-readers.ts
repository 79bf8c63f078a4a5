import type { MandateId, Role } from '#domain/access/mandate.ts'
import { type NamingRefused, nameReader } from '#domain/archive/name-reader.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { isStillWorn, type OfficeAct } from '../worn-hat.ts'

/** Somebody in an office of the agency that reads records. */
export type ListedReader = {
  hat: MandateId
  person: PersonId
  name: string
  role: Role
  unitName: string | undefined
  isNamed: boolean
}

/** In a transaction of `inScope`: those in force, by name. */
export async function listReaders(
  tx: TransactionSql,
  { agency, roles, now }: { agency: string; roles: readonly Role[]; now: Date },
): Promise<ListedReader[]> {
  const rows = await tx<(Omit<ListedReader, 'unitName'> & { unitName: string | null })[]>`
    select m.id as hat, p.id as person, p.name, m.role, u.name as unit_name, archive.reads_secrets(m.id) as is_named
    from mandates m join people p on p.id = m.person left join units u on u.id = m.unit
    where m.agency = ${agency} and m.role = any(${[...roles]}::text[])
      and m.valid_from <= ${now} and m.valid_to > ${now}
    order by p.name, m.id limit 500`
  return rows.map((row) => ({ ...row, unitName: row.unitName ?? undefined }))
}

/** Of the agency of whoever names; what is changed is kept with who did so. */
export function setSecretReader(
  sql: Sql,
  act: OfficeAct,
  { hat, named }: { hat: MandateId; named: boolean },
): Promise<Result<null, NamingRefused | { kind: 'noSuchReader' } | { kind: 'noLonger' }>> {
  const { actor, at } = act.event
  return inTransaction(sql, async (tx) => {
    await tx`select from accounts where person = ${actor} for update`
    if (!(await isStillWorn(tx, act))) return no({ kind: 'noLonger' })
    const [reader] = await tx<{ person: PersonId; role: Role; isNamed: boolean }[]>`
      select person, role, archive.reads_secrets(id) as is_named from mandates
      where id = ${hat} and agency = ${act.hat.agency ?? null} and valid_to > ${at}`
    if (!reader) return no({ kind: 'noSuchReader' })
    const decided = nameReader(reader, { by: actor, named })
    if (!decided.ok) return decided
    if (named)
      await tx`
        insert into archive.secret_readers (hat, named_by, named_as, named_at)
        values (${hat}, ${actor}, ${act.hat.id}, ${at}) on conflict (hat) where ended_at is null do nothing`
    else
      await tx`
        update archive.secret_readers set ended_at = ${at} where hat = ${hat} and ended_at is null`
    return ok(null)
  })
}
