import type { Context } from 'hono'
import { FIELDS, isMetadataField, type MetadataField } from '#domain/archive/metadata-fields.ts'
import { isSecret, type RecordType } from '#domain/archive/record-type.ts'
import type { TypeTerms } from '#domain/archive/type-terms.ts'
import { oneLine } from '#domain/one-line.ts'
import type { PersonKind } from '#domain/person.ts'
import type { TypedType } from '#views/archive/types/type-change-page.tsx'
import { SECRET, TYPE_FIELDS } from '#views/archive/types/type-words.ts'
import type { ForHat } from '../../../deps.ts'
import { field, readBody, readForm } from '../../form.ts'

const KINDS: readonly PersonKind[] = ['cpns', 'pns', 'pppk']
const LONGEST_NAME = 100

/** A type as it stands, to be changed. */
export function toTyped(type: RecordType): TypedType {
  return {
    name: type.name,
    kilobytes: String(Math.round(type.maxBytes / 1024)),
    pages: String(type.maxPages),
    kinds: type.appliesTo,
    fields: type.requiredMetadata,
    secret: isSecret(type),
  }
}

export async function readTyped(c: Context<ForHat>): Promise<TypedType> {
  const { name, bytes, pages, security, kinds, fields } = TYPE_FIELDS
  const said = await readForm(c, {
    [name]: field(1000),
    [bytes]: field(20),
    [pages]: field(20),
    [security]: field(20),
  })
  const body = await readBody(c)
  return {
    name: said[name] ?? '',
    kilobytes: said[bytes] ?? '',
    pages: said[pages] ?? '',
    kinds: KINDS.filter((kind) => body[`${kinds}-${kind}`] !== undefined),
    fields: Object.keys(FIELDS)
      .filter(isMetadataField)
      .filter((one: MetadataField) => body[`${fields}-${one}`] !== undefined),
    secret: said[security] === SECRET,
  }
}

/** What is no number is out of every range; caps that nobody touched stay to the byte. */
export function termsIn(typed: TypedType, type: RecordType): TypeTerms {
  const isTouched = typed.kilobytes !== toTyped(type).kilobytes
  return {
    name: oneLine(typed.name, LONGEST_NAME),
    appliesTo: typed.kinds,
    requiredMetadata: inOrder(typed.fields, type),
    maxBytes: isTouched ? wholeOf(typed.kilobytes) * 1024 : type.maxBytes,
    maxPages: wholeOf(typed.pages),
    securityClass: typed.secret ? 'secret' : 'restricted',
  }
}

/** As the form of the type asks for them now, and what is new after that. */
function inOrder(fields: readonly MetadataField[], { requiredMetadata }: RecordType) {
  const kept = requiredMetadata.filter((one) => fields.includes(one))
  return [...kept, ...fields.filter((one) => !requiredMetadata.includes(one))]
}

function wholeOf(text: string): number {
  const typed = text.trim()
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
}
