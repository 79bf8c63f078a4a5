import type { PersonKind } from '../person.ts'
import type { MetadataField } from './metadata-fields.ts'

/** Arsip Utama, which everybody has, and Arsip Kondisional, which comes with an event. */
export type RecordGroup = 'main' | 'conditional'

/** How many documents of a type a person has: one, or one for each row of a history. */
export type Cardinality = 'one' | 'perLevel' | 'perRank' | 'perEvent' | 'perAgreement' | 'perYear'

/** `secret`: for its subject, and for officers who are named for it, alone. */
export type SecurityClass = 'restricted' | 'secret'

/** One of several documents that a row of a history is proven by. */
export type RecordPart = { code: string; name: string; isRequired: boolean }

/**
 * What kinds of documents there are is data that the nation may change (archive.md 3). `weight`: its
 * points in the score, in hundredths; a scored type without one shares those of the conditional ones.
 */
export type RecordType = {
  code: string
  name: string
  group: RecordGroup
  appliesTo: readonly PersonKind[]
  cardinality: Cardinality
  parts: readonly RecordPart[]
  requiredMetadata: readonly MetadataField[]
  maxBytes: number
  maxPages: number
  securityClass: SecurityClass
  /** Of the file of a person, by the kind of person; `processClassification`: of what it came from. */
  classification: Partial<Record<PersonKind, string>>
  processClassification: string | undefined
  retentionTrigger: string
  weight: number | undefined
  isScored: boolean
}

export function applies({ appliesTo }: Pick<RecordType, 'appliesTo'>, kind: PersonKind): boolean {
  return appliesTo.includes(kind)
}

export function hasHistory({ cardinality }: Pick<RecordType, 'cardinality'>): boolean {
  return cardinality !== 'one'
}

export function isSecret({ securityClass }: Pick<RecordType, 'securityClass'>): boolean {
  return securityClass === 'secret'
}
