import type { PersonKind } from '../person.ts'
import type { MetadataField } from './metadata-fields.ts'
import type { TypeTerms } from './type-terms.ts'

/** A change of a type that two national admins made. */
export type TypeChange = { type: string; before: TypeTerms; terms: TypeTerms; at: Date }

/** What is asked otherwise than before. */
export type ChangedTerm =
  | { kind: 'asked' | 'notAsked'; of: PersonKind }
  | { kind: 'renamed'; before: string; to: string }
  | { kind: 'bytes' | 'pages'; before: number; to: number }
  | { kind: 'fields'; added: readonly MetadataField[]; dropped: readonly MetadataField[] }
  | { kind: 'secret' }

export type ToldChange = { type: string; at: Date; terms: readonly ChangedTerm[] }

/** Later everybody has long met what changed, and it is how things are. */
export const TOLD_SECONDS = 365 * 86_400

/**
 * Of changes what is another thing for somebody of that kind: that a document is asked of them, or is not
 * any more; else what changed of those documents that they have or are asked for.
 */
export function changesFor(
  kind: PersonKind,
  own: ReadonlySet<string>,
  changes: readonly TypeChange[],
): ToldChange[] {
  return changes
    .map((change) => ({ ...change, terms: termsFor(kind, own.has(change.type), change) }))
    .filter(({ terms }) => terms.length > 0)
    .map(({ type, at, terms }) => ({ type, at, terms }))
}

/** Of changes of one type what whoever sends such a document has to know. */
export function changesOfForm(changes: readonly TypeChange[]): ToldChange[] {
  return changes
    .map(({ type, at, ...change }) => ({ type, at, terms: changedTerms(change) }))
    .filter(({ terms }) => terms.length > 0)
}

function termsFor(kind: PersonKind, isOwn: boolean, change: TypeChange): ChangedTerm[] {
  const [was, is] = [change.before, change.terms].map(({ appliesTo }) => appliesTo.includes(kind))
  if (!was && is) return [{ kind: 'asked', of: kind }]
  if (was && !is) return [{ kind: 'notAsked', of: kind }]
  return is && isOwn ? changedTerms(change) : []
}

function changedTerms({ before, terms }: Pick<TypeChange, 'before' | 'terms'>): ChangedTerm[] {
  const added = terms.requiredMetadata.filter((one) => !before.requiredMetadata.includes(one))
  const dropped = before.requiredMetadata.filter((one) => !terms.requiredMetadata.includes(one))
  const told: (ChangedTerm | false)[] = [
    before.name !== terms.name && { kind: 'renamed', before: before.name, to: terms.name },
    before.maxBytes !== terms.maxBytes && {
      kind: 'bytes',
      before: before.maxBytes,
      to: terms.maxBytes,
    },
    before.maxPages !== terms.maxPages && {
      kind: 'pages',
      before: before.maxPages,
      to: terms.maxPages,
    },
    added.length + dropped.length > 0 && { kind: 'fields', added, dropped },
    before.securityClass !== terms.securityClass && { kind: 'secret' },
  ]
  return told.filter((one) => one !== false)
}
