import type { Zone } from '#domain/agency.ts'
import { isFileLost, type Loss, remedyOf } from '#domain/archive/incident.ts'
import type { Version } from '#domain/archive/version.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { pagesText } from '../care/incident-words.ts'
import { LOSS, lossNextText, lossText, picturesLostText } from './loss-words.ts'
import type { ShownRecord } from './shown-record.ts'

type Props = {
  side: ArchiveSide
  record: ShownRecord
  version: Version
  loss: Loss | undefined
  zone: Zone
}

/** That no copy of it is whole, that nothing else of it is lost, and what its person can do. */
export function LossPart({ side, record, version, loss, zone }: Props) {
  if (!loss) return null
  if (!isFileLost(loss.parts)) return <PagesLost loss={loss} />
  const remedy = remedyOf({ ...version, stage: record.record.stage, parts: loss.parts })
  if (remedy === 'none') return null
  const mayAdd = side.to !== undefined
  return (
    <div class="problem">
      <p>{lossText(loss.since, zone)}</p>
      <p>{LOSS.kept}</p>
      <p>{lossNextText(remedy, { mayAdd, isOwn: side.of === undefined })}</p>
    </div>
  )
}

/** What only searches and verifiers read of a page is missed by nobody here. */
function PagesLost({ loss }: { loss: Loss }) {
  const pages = loss.parts.filter(({ kind }) => kind !== 'text').map(({ page }) => page)
  if (pages.length === 0) return null
  return <p class="notice">{picturesLostText(pagesText(pages))}</p>
}
