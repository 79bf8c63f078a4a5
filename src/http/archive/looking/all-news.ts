import type { Context } from 'hono'
import { overviewOf } from '#domain/archive/overview.ts'
import { parseEventId } from '#domain/archive/told-event.ts'
import { newsPage } from '#views/archive/overview/news-page.tsx'
import type { Deps, ForPerson } from '../../../deps.ts'
import { markRead } from '../../../store/archive/notices.ts'
import { listArchiveNotices } from '../../../store/archive/told-events.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { newsOf } from './news.ts'
import { OWN } from './own.ts'

const SHOWN = 25
const EVER = new Date(0)

/** GET /arsip/kabar: what is shown counts as read from then on, unless the browser only looks ahead. */
export function getArchiveNews(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const looked = await OWN.archive(deps, c)
    if (looked instanceof Response) return looked
    const { person, side, archive } = looked
    const before = parseEventId(c.req.query('sebelum') ?? '')
    const span = { since: EVER, before, atMost: SHOWN + 1 }
    const found = await listArchiveNotices(deps.sql, person, span)
    const shown = found.slice(0, SHOWN)
    const unread = shown.filter(({ isUnread }) => isUnread).map(({ event }) => event)
    const looksAhead = (c.req.header('Sec-Purpose') ?? '').includes('prefetch')
    if (!looksAhead) await markRead(deps.sql, { person, events: unread, now: deps.clock() })
    const overview = overviewOf(archive.completeness, archive.records)
    const older = found.length > SHOWN ? shown.at(-1)?.event : undefined
    const news = newsOf(shown, overview, archive.types)
    const isNewest = before === undefined
    return respond(c, newsPage({ frame: frameOf(deps, c.var), side, news, older, isNewest }))
  }
}
