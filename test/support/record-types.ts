import { readFileSync } from 'node:fs'
import type { MetadataField } from '#domain/archive/metadata-fields.ts'
import type { RecordType } from '#domain/archive/record-type.ts'

/** As it stands in vectors/record-types.json. */
export type TypeVector = Pick<
  RecordType,
  'code' | 'name' | 'group' | 'appliesTo' | 'cardinality' | 'securityClass' | 'retentionTrigger'
> & {
  term: string
  dmsKey: string | null
  siasnDocumentCodes: number[]
  basis: string
  scored: boolean
  weight: number | null
  requiredMetadata: MetadataField[]
  classificationCode: RecordType['classification']
  processClassificationCode: string | null
  parts?: { code: string; name: string; required: boolean }[]
}

export type ScoreVector = {
  about: string
  status: 'P' | 'C'
  statusArsip: Record<string, Record<string, 0 | 1>>
  expected: { main: number; conditional: number; total: number; category: string }
}

export const vectors: {
  fields: Record<string, string>
  types: TypeVector[]
  completenessExamples: { examples: ScoreVector[] }
} = JSON.parse(readFileSync('test/vectors/record-types.json', 'utf8'))

const MEGABYTE = 1024 * 1024

/** The types that the nation begins with. */
export const recordTypes: readonly RecordType[] = vectors.types.map((one) => ({
  code: one.code,
  name: one.name,
  group: one.group,
  appliesTo: one.appliesTo,
  cardinality: one.cardinality,
  parts: (one.parts ?? []).map(({ code, name, required }) => ({
    code,
    name,
    isRequired: required,
  })),
  requiredMetadata: one.requiredMetadata,
  maxBytes: MEGABYTE,
  maxPages: 300,
  securityClass: one.securityClass,
  classification: one.classificationCode,
  processClassification: one.processClassificationCode ?? undefined,
  retentionTrigger: one.retentionTrigger,
  weight: one.weight === null ? undefined : one.weight * 100,
  isScored: one.scored,
}))

export function recordType(code: string): RecordType {
  const found = recordTypes.find((one) => one.code === code)
  if (!found) throw new Error(`no record type ${code}`)
  return found
}
