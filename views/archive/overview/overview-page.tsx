import type { FoundSlot, Score } from '#domain/archive/completeness.ts'
import { emptyTypes, type Overview } from '#domain/archive/overview.ts'
import type { RecordGroup, RecordType } from '#domain/archive/record-type.ts'
import type { ToldChange } from '#domain/archive/type-change.ts'
import type { PersonKind } from '#domain/person.ts'
import type { Frame, Page } from '../../page.tsx'
import { Notice } from '../../parts/problem.tsx'
import type { ArchiveSide } from '../archive-side.ts'
import { GapList, ScoreTile } from '../completeness-parts.tsx'
import { groupText } from '../record-type-words.ts'
import { TypeChanges } from '../type-changes.tsx'
import { ArchiveHead } from './looked-at.tsx'
import { LostNotice, type ShownLost } from './lost.tsx'
import { NewsTile, type ShownNews } from './news.tsx'
import { OnTheirWay } from './on-their-way.tsx'
import { Others } from './others.tsx'
import { ARCHIVE, elsewhereText } from './overview-words.ts'
import { Shelves } from './shelves.tsx'
import { type Ways, WaysTile } from './ways.tsx'

/** `elsewhere`: documents that another agency keeps still; `lost`, `ways`: of one's own archive alone. */
export type OverviewProps = {
  frame: Frame
  side: ArchiveSide
  kind: PersonKind
  types: readonly RecordType[]
  overview: Overview
  score: Score | undefined
  changes: readonly ToldChange[]
  news: readonly ShownNews[]
  elsewhere: number
  lost: readonly ShownLost[]
  ways: Ways | undefined
}

/** More stand on a page of their own, so that who lacks much is not buried by it. */
const GAPS_SHOWN = 5

export function overviewPage(props: OverviewProps): Page {
  const { frame, side } = props
  const title = side.of ? `${ARCHIVE.title}: ${side.of.name}` : ARCHIVE.title
  return { title, main: <Archive {...props} />, frame, sheet: 'archive' }
}

function Archive(props: OverviewProps) {
  const { frame, side, overview, score, news, elsewhere, lost, ways, types, changes } = props
  const { now, zone } = frame.clock
  return (
    <div id="arsip" class="stack">
      <ArchiveHead side={side} />
      <Notice text={side.to ? undefined : ARCHIVE.left} />
      <Notice text={elsewhereText(elsewhere)} />
      <LostNotice lost={lost} />
      <div class="tiles">
        {side.to && <ScoreTile score={score} gaps={overview.gaps} />}
        {ways && <WaysTile {...ways} />}
      </div>
      <Gaps {...props} />
      <TypeChanges changes={side.to ? changes : []} types={types} zone={zone} />
      <OnTheirWay slots={overview.onTheirWay} side={side} now={now} zone={zone} />
      <NewsTile news={news} side={side} zone={zone} />
      <Group {...props} group="main" />
      <Group {...props} group="conditional" />
      <Others others={overview.others} types={types} side={side} />
    </div>
  )
}

function Gaps({ frame, side, overview }: OverviewProps) {
  const { gaps } = overview
  const { to } = side
  if (!to || gaps.length === 0) return null
  const { now, zone } = frame.clock
  const uploadPath = ({ type, slot }: FoundSlot) => to(type.code, slot)
  return (
    <section class="stack">
      <h2>{ARCHIVE.gaps}</h2>
      <GapList gaps={gaps.slice(0, GAPS_SHOWN)} uploadPath={uploadPath} now={now} zone={zone} />
      {gaps.length > GAPS_SHOWN && (
        <p>
          <a class="way" href={side.gaps}>{`${ARCHIVE.allGaps} (${gaps.length})`}</a>
        </p>
      )}
    </section>
  )
}

function Group({ side, overview, types, kind, group }: OverviewProps & { group: RecordGroup }) {
  const empty = side.to ? emptyTypes(types, overview.shelves, kind) : []
  return (
    <Shelves
      heading={groupText(group)}
      shelves={overview.shelves.filter(({ type }) => type.group === group)}
      empty={empty.filter((type) => type.group === group)}
      side={side}
    />
  )
}
