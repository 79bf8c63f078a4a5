import type { MandateId } from '#domain/access/mandate.ts'
import { isMetadataField } from '#domain/archive/metadata-fields.ts'
import {
  type Cardinality,
  isSecret,
  type RecordGroup,
  type RecordPart,
  type RecordType,
  type SecurityClass,
} from '#domain/archive/record-type.ts'
import type { PersonKind } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'

/** All of them, in the order in which pages show them. */
export async function listRecordTypes(sql: Sql | TransactionSql): Promise<RecordType[]> {
  const rows = await sql<TypeRow[]>`
    select ${typeColumns(sql)} from archive.record_types t order by t.position`
  return rows.map(toRecordType)
}

export async function findRecordType(
  sql: Sql | TransactionSql,
  code: string,
): Promise<RecordType | undefined> {
  const [row] = await sql<TypeRow[]>`
    select ${typeColumns(sql)} from archive.record_types t where t.code = ${code}`
  return row && toRecordType(row)
}

/** Of secret types none exists for whoever acts in a hat that was not named for them. */
export async function listTypesFor(
  sql: Sql | TransactionSql,
  hat: MandateId | undefined,
): Promise<RecordType[]> {
  const types = await listRecordTypes(sql)
  const isOpen = hat === undefined || (await readsSecrets(sql, hat))
  return isOpen ? types : types.filter((type) => !isSecret(type))
}

/** Likewise one of them. */
export async function findTypeFor(
  sql: Sql | TransactionSql,
  code: string,
  hat: MandateId | undefined,
): Promise<RecordType | undefined> {
  const type = await findRecordType(sql, code)
  if (!type || hat === undefined || !isSecret(type)) return type
  return (await readsSecrets(sql, hat)) ? type : undefined
}

async function readsSecrets(sql: Sql | TransactionSql, hat: MandateId): Promise<boolean> {
  const [named] = await sql<{ isNamed: boolean }[]>`
    select archive.reads_secrets(${hat}) as is_named`
  return named?.isNamed === true
}

function typeColumns(sql: Sql | TransactionSql) {
  return sql`t.code, t.name, t.part_of, t.applies_to, t.cardinality, t.parts, t.required_metadata, t.max_bytes,
    t.max_pages, t.security_class, t.classification, t.process_classification, t.retention_trigger, t.weight, t.scored`
}

type TypeRow = {
  code: string
  name: string
  partOf: RecordGroup
  appliesTo: PersonKind[]
  cardinality: Cardinality
  parts: RecordPart[]
  requiredMetadata: string[]
  maxBytes: number
  maxPages: number
  securityClass: SecurityClass
  classification: RecordType['classification']
  processClassification: string | null
  retentionTrigger: string
  weight: number | null
  scored: boolean
}

/** A field that this program does not know is one it cannot ask for. */
function toRecordType({ partOf, parts, scored, ...row }: TypeRow): RecordType {
  return {
    ...row,
    group: partOf,
    parts: parts.map(({ code, name, isRequired }) => ({ code, name, isRequired })),
    requiredMetadata: row.requiredMetadata.filter(isMetadataField),
    processClassification: row.processClassification ?? undefined,
    weight: row.weight ?? undefined,
    isScored: scored,
  }
}
