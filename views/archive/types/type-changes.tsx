import { isSame, type TypeTerms } from '#domain/archive/type-terms.ts'
import { fieldText } from '../record-type-words.ts'
import {
  kilobytesText,
  kindsText,
  pagesText,
  securityName,
  TYPE_REQUEST,
  TYPES,
} from './type-words.ts'

type Props = { before: TypeTerms; terms: TypeTerms; beforeLabel: string }

/** Only what is changed; `beforeLabel`: what stood there before is called so. */
export function TypeChanges({ before, terms, beforeLabel }: Props) {
  const changed = ROWS.filter(({ of }) => !isSame({ ...before, ...of(terms) }, before))
  return (
    <dl class="facts">
      {changed.map(({ label, text }) => (
        <>
          <dt>{label}</dt>
          <dd>
            {beforeLabel}: {text(before)}
            <br />
            <b>{TYPE_REQUEST.asked}:</b> {text(terms)}
          </dd>
        </>
      ))}
    </dl>
  )
}

type Row = {
  label: string
  of: (terms: TypeTerms) => Partial<TypeTerms>
  text: (terms: TypeTerms) => string
}

const ROWS: readonly Row[] = [
  { label: TYPES.name, of: ({ name }) => ({ name }), text: ({ name }) => name },
  {
    label: TYPES.kinds,
    of: ({ appliesTo }) => ({ appliesTo }),
    text: ({ appliesTo }) => kindsText(appliesTo),
  },
  {
    label: TYPES.bytes,
    of: ({ maxBytes }) => ({ maxBytes }),
    text: ({ maxBytes }) => kilobytesText(maxBytes),
  },
  {
    label: TYPES.pages,
    of: ({ maxPages }) => ({ maxPages }),
    text: ({ maxPages }) => pagesText(maxPages),
  },
  {
    label: TYPES.security,
    of: ({ securityClass }) => ({ securityClass }),
    text: ({ securityClass }) => securityName(securityClass),
  },
  {
    label: TYPES.fields,
    of: ({ requiredMetadata }) => ({ requiredMetadata }),
    text: ({ requiredMetadata }) => requiredMetadata.map(fieldText).join(', '),
  },
]
