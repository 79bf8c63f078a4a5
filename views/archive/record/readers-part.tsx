import type { Zone } from '#domain/agency.ts'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { readerText, type ShownAccess } from '../accesses-page.tsx'
import { actionText } from '../reading-words.ts'
import { RECORD } from './record-words.ts'

type Props = { record: string; readers: readonly ShownAccess[]; zone: Zone }

/** The last of those who looked; all of them, and objecting, are on a page of their own. */
export function ReadersPart({ record, readers, zone }: Props) {
  return (
    <section class="card">
      <h2>{RECORD.readers}</h2>
      {readers.length === 0 && <p class="none">{RECORD.nobody}</p>}
      <ol class="log">
        {readers.map((access) => (
          <li>
            <p class="hint">{momentText(access.at, zone)}</p>
            <p>{`${actionText(access.action)} oleh ${readerText(access)}.`}</p>
          </li>
        ))}
      </ol>
      <p class="actions">
        <a href={paths.accessesOf({ record })}>{RECORD.allReaders}</a>
      </p>
    </section>
  )
}
