import type { RecordHead } from '#domain/archive/overview.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { recordCalled } from '../record-called.ts'
import { stageText } from '../stage-words.ts'
import { ARCHIVE } from './overview-words.ts'
import { Mark } from './shelves.tsx'

type Props = { others: readonly RecordHead[]; types: readonly RecordType[]; side: ArchiveSide }

/** What is kept though nobody asks for it; what the schedule destroyed leaves its line. */
export function Others({ others, types, side }: Props) {
  if (others.length === 0) return null
  const typeOf = (code: string) => types.find((type) => type.code === code)
  return (
    <section class="card">
      <h2>{ARCHIVE.others}</h2>
      <p class="hint">{ARCHIVE.othersLead}</p>
      <ul class="shelf">
        {others.map(({ id, type, slot, stage }) => (
          <li>
            <a href={side.record(id)}>
              {recordCalled({ type: typeOf(type), slot, rowLabel: undefined })}
            </a>
            <Mark text={stageText(stage)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
