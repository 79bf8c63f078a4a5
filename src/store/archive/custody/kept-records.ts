import type { AgencyId } from '#domain/agency.ts'
import type { KeptRecord } from '#domain/archive/custody.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../../database.ts'

/** What an agency has of a person, locked; what was destroyed stays where it was. */
export async function lockKept(
  tx: TransactionSql,
  { person, agency }: { person: PersonId; agency: AgencyId },
): Promise<KeptRecord[]> {
  await tx`select from archive.records where person = ${person} order by id for update`
  return await listKept(tx, { person, agency })
}

export async function listKept(
  sql: Sql | TransactionSql,
  { person, agency }: { person: PersonId; agency: AgencyId },
): Promise<KeptRecord[]> {
  return await sql<KeptRecord[]>`
    select r.id as record, r.stage, (select count(*)::int from archive.versions v where v.record = r.id) as versions
    from archive.records r
    where r.person = ${person} and r.agency = ${agency} and r.stage <> 'destroyed' order by r.id`
}

/** Custody moves, and with it every right over these records. */
export async function moveRecords(
  tx: TransactionSql,
  records: readonly RecordId[],
  to: AgencyId,
): Promise<void> {
  await tx`update archive.records set agency = ${to} where id = any(${[...records]}::uuid[])`
  await tx`update archive.versions set agency = ${to} where record = any(${[...records]}::uuid[])`
}
