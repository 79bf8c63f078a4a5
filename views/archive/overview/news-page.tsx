import type { EventId } from '#domain/archive/told-event.ts'
import type { Frame, Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { NewsList, type ShownNews } from './news.tsx'
import { NEWS } from './news-words.ts'
import { ARCHIVE } from './overview-words.ts'

/** `older`: after which one the next ones come, where there are any. */
type Props = {
  frame: Frame
  side: ArchiveSide
  news: readonly ShownNews[]
  older: EventId | undefined
  isNewest: boolean
}

/** All that somebody is told of their archive; what is on it counts as read. */
export function newsPage(props: Props): Page {
  const { frame, side, news, older, isNewest } = props
  const main = (
    <section id="kabar" class="card">
      <h1>{NEWS.title}</h1>
      <p>{NEWS.lead}</p>
      {news.length === 0 && <p class="none">{isNewest ? NEWS.none : NEWS.noneOlder}</p>}
      <NewsList news={news} side={side} zone={frame.clock.zone} />
      <p class="actions">
        {older && (
          <a class="button quiet" href={paths.archiveNewsBefore(older)}>
            {NEWS.older}
          </a>
        )}
        {!isNewest && <a href={paths.archiveNews}>{NEWS.newest}</a>}
        <a href={side.overview}>{ARCHIVE.back}</a>
      </p>
    </section>
  )
  return { title: NEWS.title, main, frame }
}
