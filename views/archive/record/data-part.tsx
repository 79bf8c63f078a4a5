import type { Metadata } from '#domain/archive/metadata.ts'
import { FIELDS, type MetadataField } from '#domain/archive/metadata-fields.ts'
import { intakeNoteText } from '../intake-words.ts'
import { fieldText } from '../record-type-words.ts'
import { metadataText, RECORD } from './record-words.ts'
import type { ShownVersion } from './shown-record.ts'

/** What its data says, and what every reader of it should know. */
export function DataPart({ shown }: { shown: ShownVersion }) {
  const { metadata, version, notes, digitised } = shown
  const warnings = [
    ...(version.scan === 'notScanned' ? [RECORD.notScanned] : []),
    ...(digitised ? [RECORD.digitised] : []),
    ...notes.map(intakeNoteText),
  ]
  if (!metadata) return <p class="none">{RECORD.gone}</p>
  return (
    <>
      <DataList metadata={metadata} />
      {warnings.length > 0 && <p class="hint">{warnings.join(' ')}</p>}
    </>
  )
}

/** In the order of the form, which the stored object has lost. */
export function DataList({ metadata }: { metadata: Metadata }) {
  const all = Object.keys(FIELDS) as MetadataField[]
  const fields = all.filter((field) => metadata[field] !== undefined)
  if (fields.length === 0) return null
  return (
    <dl class="data">
      {fields.map((field) => (
        <div>
          <dt>{fieldText(field)}</dt>
          <dd>{metadataText(field, metadata)}</dd>
        </div>
      ))}
    </dl>
  )
}
