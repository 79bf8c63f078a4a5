import type { Frame, Page } from '../../page.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Field } from '../../parts/field.tsx'
import { AskForm } from '../../parts/form.tsx'
import { Notice } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import type { SiteDone } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import { NATION } from '../nation-words.ts'
import type { ShownSiteRequest } from './site-request-page.tsx'
import { SITE_STATES, SITES, siteDoneText, wishText } from './site-words.ts'

type ListedSite = {
  key: string
  name: string
  agencyName: string
  agencyCode: string
  origins: readonly string[]
}

type Props = {
  frame: Frame
  sites: readonly ListedSite[]
  waiting: readonly ShownSiteRequest[]
  declined: readonly ShownSiteRequest[]
  filter: { sought: string; ended: boolean }
  more: string | undefined
  isFirst: boolean
  done: SiteDone | undefined
}

/** The register of sites that may show our pages in theirs. */
export function sitesPage(props: Props): Page {
  return { title: SITES.title, main: <Sites {...props} />, frame: props.frame }
}

function Sites(props: Props) {
  const { frame, waiting, declined, sites, done, more, isFirst } = props
  return (
    <div id="situs" class="stack">
      <h1>{SITES.title}</h1>
      <Notice text={done && siteDoneText(done)} />
      <p>{SITES.lead}</p>
      <p class="actions">
        <a class="button" href={paths.newEmbedSite}>
          {SITES.add}
        </a>
        <a href={paths.nation}>{NATION.title}</a>
      </p>
      <Requests frame={frame} title={SITES.waiting} requests={waiting} />
      <section class="card">
        <h2>{SITES.list}</h2>
        <SiteFilter {...props} />
        {sites.length === 0 ? <p class="none">{SITES.none}</p> : <SiteTable sites={sites} />}
        {(more !== undefined || !isFirst) && (
          <p class="actions">
            {more && <a href={more}>{SITES.more}</a>}
            {!isFirst && <a href={paths.embedSites}>{SITES.first}</a>}
          </p>
        )}
      </section>
      <Requests frame={frame} title={SITES.declined} requests={declined} />
    </div>
  )
}

type RequestsProps = Pick<Props, 'frame'> & { title: string; requests: Props['waiting'] }

function Requests({ frame, title, requests }: RequestsProps) {
  if (requests.length === 0) return null
  return (
    <section class="card">
      <h2>{title}</h2>
      <ul class="links">
        {requests.map(({ id, wish, agencyName, askerName, askedAt }) => (
          <li>
            <a href={paths.siteRequest(id)}>
              {wishText(wish.kind)}: {(wish.kind === 'end' ? wish.before : wish.terms).name}
            </a>
            <br />
            {agencyName}; {askerName}, {momentText(askedAt, frame.clock.zone)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SiteFilter({ filter }: Pick<Props, 'filter'>) {
  return (
    <AskForm action={paths.embedSites} label={SITES.search}>
      <div class="ask">
        <Field name="cari" label={SITES.sought} value={filter.sought} autocomplete="off" />
        <ChoiceField
          name="keadaan"
          label="Keadaan"
          choices={SITE_STATES}
          value={filter.ended ? 'berakhir' : ''}
        />
        <button class="quiet">Cari</button>
      </div>
    </AskForm>
  )
}

function SiteTable({ sites }: Pick<Props, 'sites'>) {
  return (
    <table>
      <caption>{SITES.caption}</caption>
      <thead>
        <tr>
          <th scope="col">Situs</th>
          <th scope="col">Instansi</th>
          <th scope="col">Alamat</th>
        </tr>
      </thead>
      <tbody>
        {sites.map(({ key, name, agencyName, agencyCode, origins }) => (
          <tr>
            <th scope="row">
              <a href={paths.embedSite(key)}>{name}</a>
            </th>
            <td>
              {agencyName}
              <br />
              <code>{agencyCode}</code>
            </td>
            <td>
              <Origins origins={origins} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Each on a line of its own, so that two are compared letter by letter. */
export function Origins({ origins }: { origins: readonly string[] }) {
  return (
    <ul class="links">
      {origins.map((origin) => (
        <li>
          <code>{origin}</code>
        </li>
      ))}
    </ul>
  )
}
