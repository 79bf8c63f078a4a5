import type { ArchiveRecord } from '#domain/archive/record.ts'
import type { Version } from '#domain/archive/version.ts'
import { paths } from '../../paths.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { pageText, RECORD } from './record-words.ts'

/** Of an A4 page; another is fitted in, so that nothing moves when it comes. */
const WIDTH = 160
const HEIGHT = 226
/** As many as a slow link has in a few seconds, whatever scripts would put off. */
const PAGES_SHOWN = 12

type Props = {
  side: ArchiveSide
  record: ArchiveRecord
  version: Version & { pages: number }
  from: number
}

/** Small pictures of some pages, each one tap from its legible one. */
export function PagesPart({ side, record, version, from }: Props) {
  const { id, no, pages } = version
  const last = Math.min(from + PAGES_SHOWN - 1, pages)
  const numbers = Array.from({ length: last - from + 1 }, (_, at) => from + at)
  return (
    <>
      <ul class="pages">
        {numbers.map((page) => (
          <li>
            <a href={side.page(record.id, page, no)}>
              <img
                src={paths.versionThumbnail(id, page, side.purpose)}
                alt={pageText(page, pages)}
                width={WIDTH}
                height={HEIGHT}
                loading="lazy"
              />
            </a>
          </li>
        ))}
      </ul>
      {pages > PAGES_SHOWN && (
        <p class="walk">
          {from > 1 && (
            <a href={fromPage(side.record(record.id, no), Math.max(from - PAGES_SHOWN, 1))}>
              {RECORD.fewerPages}
            </a>
          )}
          {last < pages && (
            <a href={fromPage(side.record(record.id, no), last + 1)}>{RECORD.morePages}</a>
          )}
        </p>
      )}
    </>
  )
}

function fromPage(path: string, from: number): string {
  return `${path}&halaman=${from}#halaman`
}
