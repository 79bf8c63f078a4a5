import type { SiteWish } from '#domain/embed/site-request.ts'
import type { Frame, Page } from '../../page.tsx'
import { Notice } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import type { SiteDone } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import type { ShownSiteRequest } from './site-request-page.tsx'
import { outcomeText, SITE, SITES, siteDoneText, wishText } from './site-words.ts'
import { Origins } from './sites-page.tsx'

type ShownSite = {
  key: string
  name: string
  agencyName: string
  origins: readonly string[]
  since: Date
  endedAt: Date | null
}

type Props = {
  frame: Frame
  site: ShownSite
  /** The newest first. */
  history: readonly ShownSiteRequest[]
  done: SiteDone | undefined
}

/** One site, with its key and everything that was asked for about it. */
export function sitePage(props: Props): Page {
  return { title: props.site.name, main: <Site {...props} />, frame: props.frame }
}

function Site(props: Props) {
  const { site, done } = props
  return (
    <div id="situs" class="stack">
      <section class="card">
        <h1>{site.name}</h1>
        <Notice text={done && siteDoneText(done)} />
        <Facts {...props} />
        {site.endedAt === null && <Ways {...props} />}
      </section>
      <section class="card">
        <h2>{SITE.history}</h2>
        <History {...props} />
        <p class="actions">
          <a href={paths.embedSites}>{SITES.back}</a>
        </p>
      </section>
    </div>
  )
}

function Facts({ frame, site }: Props) {
  const { zone } = frame.clock
  return (
    <dl class="facts">
      <dt>{SITE.agency}</dt>
      <dd>{site.agencyName}</dd>
      <dt>{SITE.origins}</dt>
      <dd>
        <Origins origins={site.origins} />
      </dd>
      <dt>{SITE.key}</dt>
      <dd>
        <code>{site.key}</code>
        {site.endedAt === null && <p class="hint">{SITE.keyHint}</p>}
      </dd>
      <dt>{SITE.since}</dt>
      <dd>{momentText(site.since, zone)}</dd>
      {site.endedAt && (
        <>
          <dt>{SITE.ended}</dt>
          <dd>{momentText(site.endedAt, zone)}</dd>
        </>
      )}
    </dl>
  )
}

function Ways({ site, history }: Props) {
  const open = history.find(({ state }) => state === 'open')
  return (
    <>
      {open && (
        <p>
          {SITE.alreadyAsked} <a href={paths.siteRequest(open.id)}>{SITE.openRequest}</a>
        </p>
      )}
      <p class="actions">
        <a href={paths.embeds}>{SITE.snippet}</a>
        {!open && <a href={paths.embedSiteChange(site.key)}>{SITE.change}</a>}
        {!open && <a href={paths.embedSiteEnd(site.key)}>{SITE.end}</a>}
      </p>
    </>
  )
}

function History({ frame, history }: Props) {
  const { zone } = frame.clock
  return (
    <ol class="links">
      {history.map((request) => (
        <li>
          <b>
            {wishText(request.wish.kind)}, {outcomeText(request.state)}
          </b>
          <Wanted {...request.wish} />
          {request.askerName}, {momentText(request.askedAt, zone)}: {request.reason}
          <Outcome request={request} frame={frame} />
        </li>
      ))}
    </ol>
  )
}

/** Of an end there is nothing to say but that. */
function Wanted(wish: SiteWish) {
  if (wish.kind === 'end') return <br />
  return (
    <>
      <br />
      {wish.terms.name}: <code>{wish.terms.origins.join(', ')}</code>
      <br />
    </>
  )
}

function Outcome({ request, frame }: { request: ShownSiteRequest; frame: Frame }) {
  if (request.state === 'open') return null
  return (
    <>
      <br />
      {request.deciderName && `${request.deciderName}, `}
      {momentText(request.decidedAt, frame.clock.zone)}
      {request.state !== 'stopped' && request.answer && `: ${request.answer}`}
    </>
  )
}
