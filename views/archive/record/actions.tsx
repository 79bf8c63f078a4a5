import { isReadable } from '#domain/archive/access.ts'
import { takesVersions } from '#domain/archive/record.ts'
import type { Version } from '#domain/archive/version.ts'
import { paths } from '../../paths.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { ShareLink } from '../share/share-link.tsx'
import { LOSS } from './loss-words.ts'
import { RECORD } from './record-words.ts'
import { SHEET } from './sheet-words.ts'
import type { ShownRecord } from './shown-record.ts'

/** `isLost`: no copy of the file is whole. */
type Props = { side: ArchiveSide; record: ShownRecord; version: Version; isLost: boolean }

const WITHDRAWABLE: readonly Version['status'][] = [
  'quarantined',
  'awaitingVerification',
  'returned',
]

/** What can be done with it now; what cannot is not offered, and judged again where it is done. */
export function Actions({ side, record: shown, version, isLost }: Props) {
  const { record, type } = shown
  const { to, cover, sheet, purpose } = side
  const mayRead = isReadable(version) && record.stage !== 'destroyed'
  const mayAdd = to && takesVersions(record.stage)
  const mends = version.status === 'returned' || version.status === 'rejectedBySystem'
  return (
    <p class="actions">
      {mayAdd && (
        <a class={mends || isLost ? 'button' : 'button quiet'} href={to(type.code, record.slot)}>
          {sendText(mends, isLost)}
        </a>
      )}
      {mayRead && !isLost && (
        <a class="button quiet" href={paths.versionFile(version.id, purpose)} download>
          {RECORD.download}
        </a>
      )}
      {to && WITHDRAWABLE.includes(version.status) && (
        <a href={side.sent(version.id)}>{RECORD.withdraw}</a>
      )}
      {mayRead && !isLost && !side.of && version.status === 'verified' && (
        <ShareLink version={version.id} />
      )}
      {mayRead && 'verified' in version && <a href={sheet(record.id, version.no)}>{SHEET.link}</a>}
      {mayRead && cover && <a href={cover(record.id)}>{RECORD.cover}</a>}
    </p>
  )
}

function sendText(mends: boolean, isLost: boolean): string {
  if (mends) return RECORD.mend
  return isLost ? LOSS.resend : RECORD.newVersion
}
