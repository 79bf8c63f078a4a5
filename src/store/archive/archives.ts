import type { MandateId } from '#domain/access/mandate.ts'
import { type Completeness, completenessOf } from '#domain/archive/completeness.ts'
import type { RecordHead } from '#domain/archive/overview.ts'
import { isSecret, type RecordType } from '#domain/archive/record-type.ts'
import { type EndOfService, endsMandates, type LegalPosition } from '#domain/import/service.ts'
import type { PersonId, PersonKind } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { listCareers } from './careers.ts'
import { listRecordTypes } from './record-types.ts'

/** All that is kept of somebody and asked of them; `serves`: nothing is asked of whoever left. */
export type FoundArchive = {
  kind: PersonKind
  serves: boolean
  types: readonly RecordType[]
  completeness: Completeness
  records: readonly RecordHead[]
}

export async function findOwnArchive(
  sql: Sql,
  person: PersonId,
): Promise<FoundArchive | undefined> {
  return find(sql, { person, types: await listRecordTypes(sql), elsewhere: [], withQueue: true })
}

/**
 * Of somebody within the scope of the transaction; secret types exist only for a hat that was named
 * for them. `elsewhere`: what another agency has in custody still, which is neither there nor missing.
 */
export async function findArchiveInCustody(
  tx: TransactionSql,
  person: PersonId,
  hat: MandateId,
): Promise<(FoundArchive & { elsewhere: number }) | undefined> {
  const [named] = await tx<{ readsSecrets: boolean }[]>`
    select archive.reads_secrets(${hat}) as reads_secrets`
  const all = await listRecordTypes(tx)
  const types = named?.readsSecrets ? all : all.filter((type) => !isSecret(type))
  const elsewhere = await tx<Place[]>`
    select type, slot from archive.slots_elsewhere(${person})`
  const found = await find(tx, { person, types, elsewhere, withQueue: false })
  return found && { ...found, elsewhere: elsewhere.length }
}

type Place = { type: string; slot: string }

type Asked = {
  person: PersonId
  types: readonly RecordType[]
  elsewhere: readonly Place[]
  withQueue: boolean
}

async function find(
  sql: Sql | TransactionSql,
  { person, types, elsewhere, withQueue }: Asked,
): Promise<FoundArchive | undefined> {
  const [known] = await listCareers(sql, [person], withQueue)
  const [row] = await sql<Row[]>`
    select p.legal_position, p.end_of_service, (
      select coalesce(json_agg(json_build_object('id', r.id, 'type', r.type, 'slot', r.slot, 'stage', r.stage)
        order by r.stage_since desc, r.id), '[]')
      from archive.records r where r.person = p.id) as records
    from people p where p.id = ${person}`
  if (!known || !row) return undefined
  const codes = new Set(types.map(({ code }) => code))
  const away = new Set(elsewhere.map(({ type, slot }) => `${type}/${slot}`))
  const service = {
    position: row.legalPosition ?? undefined,
    ending: row.endOfService ?? undefined,
  }
  return {
    kind: known.career.kind,
    serves: !endsMandates(service),
    types,
    completeness: completenessOf(types, known.career, (type, slot) =>
      away.has(`${type}/${slot}`) ? undefined : known.stateOf(type, slot),
    ),
    records: row.records.filter(({ type }) => codes.has(type)),
  }
}

type Row = {
  legalPosition: LegalPosition | null
  endOfService: EndOfService | null
  records: RecordHead[]
}
