import type { Context } from 'hono'
import { type Overview, overviewOf } from '#domain/archive/overview.ts'
import { changesFor } from '#domain/archive/type-change.ts'
import { after } from '#domain/instant.ts'
import { overviewPage } from '#views/archive/overview/overview-page.tsx'
import { allGapsPage, shelfPage } from '#views/archive/overview/parts-page.tsx'
import type { Deps, ForPerson } from '../../../deps.ts'
import { listProposedOf } from '../../../store/archive/destruction/proposed-of.ts'
import { listLostOf } from '../../../store/archive/losses.ts'
import { listArchiveNotices } from '../../../store/archive/told-events.ts'
import { listTypeChanges } from '../../../store/archive/type-requests.ts'
import { listOpenUploads } from '../../../store/archive/uploads.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import type { LookedArchive, Looking } from './looking.ts'
import { lostIn, newsOf } from './news.ts'
import { noRecord } from './own.ts'

/** GET /arsip, /instansi/pegawai/:id/arsip */
export function getArchive(looking: Looking) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const looked = await looking.archive(deps, c)
    if (looked instanceof Response) return looked
    const { side, archive } = looked
    const overview = overviewIn(looked)
    const page = overviewPage({
      frame: frameOf(deps, c.var),
      side,
      kind: archive.kind,
      types: archive.types,
      overview,
      score: archive.completeness.score,
      changes: changesFor(
        archive.kind,
        typesOf(overview),
        await listTypeChanges(deps.sql, deps.clock()),
      ),
      elsewhere: archive.elsewhere,
      ...(side.of ? NOT_THEIRS : await ownWays(deps, looked, overview)),
    })
    return respond(c, page)
  }
}

/** GET …/kekurangan: all of them. */
export function getGaps(looking: Looking) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const looked = await looking.archive(deps, c)
    if (looked instanceof Response) return looked
    const { gaps } = overviewIn(looked)
    return respond(c, allGapsPage({ frame: frameOf(deps, c.var), side: looked.side, gaps }))
  }
}

/** GET …/jenis/:type: every document of one type. */
export function getShelf(looking: Looking) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const looked = await looking.archive(deps, c)
    if (looked instanceof Response) return looked
    const { shelves } = overviewIn(looked)
    const shelf = shelves.find(({ type }) => type.code === c.req.param('type'))
    if (!shelf) return noRecord(c)
    return respond(c, shelfPage({ frame: frameOf(deps, c.var), side: looked.side, shelf }))
  }
}

function overviewIn({ archive }: LookedArchive): Overview {
  return overviewOf(archive.completeness, archive.records)
}

/** Of all that is asked for or kept. */
function typesOf({ shelves, others }: Overview): ReadonlySet<string> {
  return new Set([...shelves.map(({ type }) => type.code), ...others.map(({ type }) => type)])
}

const NEWS_SECONDS = 30 * 86_400
const NEWS_SHOWN = 5
const NOT_THEIRS = { news: [], lost: [], ways: undefined }

/** What only its owner is told of an archive, and where else it leads them. */
async function ownWays({ sql, clock }: Deps, looked: LookedArchive, overview: Overview) {
  const { person, archive } = looked
  const now = clock()
  const since = after(now, -NEWS_SECONDS)
  const notices = await listArchiveNotices(sql, person, { since, atMost: NEWS_SHOWN })
  const uploads = await listOpenUploads(sql, { sentBy: person, sentAs: undefined }, now)
  const proposed = await listProposedOf(sql, person, now)
  return {
    news: newsOf(notices, overview, archive.types),
    lost: lostIn(await listLostOf(sql, person), overview, archive.types),
    ways: { open: uploads.length, proposed: proposed.length },
  }
}
