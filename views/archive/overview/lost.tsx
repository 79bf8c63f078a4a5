import type { RecordId } from '#domain/archive/record.ts'
import { paths } from '../../paths.ts'
import { ARCHIVE } from './overview-words.ts'

/** A document of one's own of which no copy is whole. */
export type ShownLost = { record: RecordId; no: number; called: string }

/** Each leads to its page, which says what to do. */
export function LostNotice({ lost }: { lost: readonly ShownLost[] }) {
  if (lost.length === 0) return null
  return (
    <div class="notice" role="status">
      <p>{ARCHIVE.lost}</p>
      <ul>
        {lost.map(({ record, no, called }) => (
          <li>
            <a href={paths.archiveRecord(record, no)}>{called}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
