import type { Zone } from '#domain/agency.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { Mark } from '../overview/shelves.tsx'
import { stageText } from '../stage-words.ts'
import { statusText } from '../upload-words.ts'
import { RECORD, versionName, versionText } from './record-words.ts'
import type { ShownRecord, ShownVersion } from './shown-record.ts'

type Props = { side: ArchiveSide; record: ShownRecord; shown: ShownVersion | undefined; zone: Zone }

/** Each one tap from its pages and data; what is shown says so. */
export function VersionsPart({ side, record, shown, zone }: Props) {
  const isGone = record.record.stage === 'destroyed'
  return (
    <section class="card">
      <h2>{RECORD.versions}</h2>
      <ul class="shelf">
        {record.versions.map(({ version }) => (
          <li>
            <span>
              <a
                href={side.record(record.record.id, version.no)}
                aria-current={version === shown?.version ? 'true' : undefined}
              >
                {versionName(version)}
              </a>
              {version === shown?.version && <span class="here">{RECORD.shown}</span>}
              <br />
              <span class="hint">{versionText(version, zone)}</span>
            </span>
            <Mark
              text={isGone ? stageText('destroyed') : statusText(version.status)}
              isGood={version.status === 'verified' && !isGone}
              isBad={version.status === 'returned' || version.status === 'rejectedBySystem'}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
