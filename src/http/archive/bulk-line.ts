import type { RecordType } from '#domain/archive/record-type.ts'
import type { BulkLine, BulkState } from '#views/archive/bulk-upload-page.tsx'
import type { BatchFile } from '../../store/archive/upload-batches.ts'

/** `person`: their name, where the hat still reaches them. */
export function toBulkLine(
  file: BatchFile,
  type: RecordType | undefined,
  person: string | undefined,
): BulkLine {
  const { n, name, bytes, problem } = file
  if (problem) return { n, name, bytes, problem }
  if (!type || person === undefined) return { n, name, bytes, problem: 'noSuchPerson' }
  return {
    n,
    name,
    bytes,
    person,
    document: documentOf(type, file.slot ?? ''),
    state: stateOf(file),
  }
}

function documentOf(type: RecordType, slot: string): string {
  const [key = '', code] = slot.split('#')
  const name = type.parts.find((part) => part.code === code)?.name ?? type.name
  return key === '' ? name : `${name}: ${key}`
}

function stateOf({ upload, status, refused, refusal }: BatchFile): BulkState {
  if (refused) return { kind: 'notBegun', why: refused }
  if (!upload) return { kind: 'notSent' }
  if (refusal) return { kind: 'notReceived', why: refusal }
  return { kind: 'sent', upload, status: status ?? 'uploading' }
}
