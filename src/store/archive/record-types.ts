import { isMetadataField } from '#domain/archive/metadata-fields.ts'
import type {
  Cardinality,
  RecordGroup,
  RecordPart,
  RecordType,
  SecurityClass,
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
