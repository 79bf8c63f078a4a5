import type { Box, Version } from '#domain/archive/version.ts'
import type { Frame, Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { LOSS } from './loss-words.ts'
import { pageText, RECORD, versionName } from './record-words.ts'
import type { ShownRecord } from './shown-record.ts'

/** The width that previews have, and the height of an A4 page: room for it before it comes. */
const WIDTH = 1000
const HEIGHT = 1414

export type PreviewProps = {
  frame: Frame
  side: ArchiveSide
  record: ShownRecord
  version: Version & { pages: number }
  page: number
  /** No copy of its picture is whole. */
  isLost: boolean
}

/** One page, legible; a slow link loads no other with it. */
export function previewPage(props: PreviewProps): Page {
  const { frame, record, page, version } = props
  const title = `${record.called}, ${pageText(page, version.pages).toLowerCase()}`
  return { title, main: <Preview {...props} />, frame, sheet: 'archive' }
}

function Preview({ side, record, version, page, isLost }: PreviewProps) {
  const { id, no, pages } = version
  const text = pageText(page, pages)
  const marked = markedOn(version, page)
  return (
    <section id="pratinjau" class="card sheet">
      <h1>{record.called}</h1>
      <p>{`${versionName(version)}. ${text}.`}</p>
      <p class="walk">
        {page > 1 && (
          <a href={side.page(record.record.id, page - 1, no)} rel="prev">
            {RECORD.fewerPages}
          </a>
        )}
        {page < pages && (
          <a href={side.page(record.record.id, page + 1, no)} rel="next">
            {RECORD.morePages}
          </a>
        )}
      </p>
      {marked && <p class="problem">{marked.box ? RECORD.marked : RECORD.markedPage}</p>}
      <p class="actions">
        <a href={side.record(record.record.id, no)}>{RECORD.back}</a>
        <a href={paths.versionFile(id, side.purpose)} download>
          {RECORD.download}
        </a>
      </p>
      {isLost ? (
        <div class="problem">
          <p>{LOSS.page}</p>
          <p>{LOSS.pageNext}</p>
        </div>
      ) : (
        <div class="page">
          <div>
            <img
              src={paths.versionPage(id, page, side.purpose)}
              alt={text}
              width={WIDTH}
              height={HEIGHT}
            />
            {marked?.box && <Mark box={marked.box} />}
          </div>
        </div>
      )}
    </section>
  )
}

/** In thousandths of the page, whatever size it is drawn in; the page says in words that it is there. */
function Mark({ box }: { box: Box }) {
  const { left, top, width, height } = box
  return (
    <svg class="box" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
      <rect x={left} y={top} width={width} height={height} />
    </svg>
  )
}

function markedOn(version: Version, page: number) {
  const place = version.status === 'returned' ? version.returned.place : undefined
  return place?.page === page ? place : undefined
}
