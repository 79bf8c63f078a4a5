import type { Metadata } from '#domain/archive/metadata.ts'
import type { MetadataField } from '#domain/archive/metadata-fields.ts'
import { isMetadataField } from '#domain/archive/metadata-fields.ts'
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
  return (
    <>
      {metadata ? <DataList metadata={metadata} /> : <p class="none">{RECORD.gone}</p>}
      {warnings.length > 0 && <p class="hint">{warnings.join(' ')}</p>}
    </>
  )
}

export function DataList({ metadata }: { metadata: Metadata }) {
  const fields = Object.keys(metadata).filter(isMetadataField)
  if (fields.length === 0) return null
  return (
    <dl class="data">
      {fields.map((field: MetadataField) => (
        <div>
          <dt>{fieldText(field)}</dt>
          <dd>{metadataText(field, metadata)}</dd>
        </div>
      ))}
    </dl>
  )
}
