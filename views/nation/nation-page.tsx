import { CARE_TITLE, incidentText } from '../archive/care/care-words.ts'
import { TYPES } from '../archive/types/type-words.ts'
import type { Frame, Page } from '../page.tsx'
import { Tile } from '../parts/tile.tsx'
import { paths } from '../paths.ts'
import { LOG } from './log-words.ts'
import {
  importStateText,
  NATION,
  requestsText,
  siteRequestsText,
  typeRequestsText,
  WAITS,
  withoutAdminText,
} from './nation-words.ts'
import { SITES } from './sites/site-words.ts'

type Props = {
  frame: Frame
  waits: {
    requests: number
    agencies: number
    withoutAdmin: number
    siteRequests: number
    typeRequests: number
    /** Files of which no copy is whole. */
    incidents: number
    importState: 'staging' | 'staged' | 'applying' | null
  }
}

/** Where a national admin begins: what waits, and the ways to everything else. */
export function nationPage(props: Props): Page {
  return { title: NATION.title, main: <Nation {...props} />, frame: props.frame }
}

const AREAS = [
  { path: paths.rolesOfNation, text: 'Peran nasional dan admin instansi' },
  { path: paths.agencies, text: 'Instansi' },
  { path: paths.recordTypes, text: TYPES.title },
  { path: paths.embedSites, text: SITES.title },
  { path: paths.imports, text: 'Impor data kepegawaian' },
  { path: paths.nationBoard('month', 'percent'), text: 'Papan nasional' },
  { path: paths.nationCare, text: CARE_TITLE },
  { path: paths.nationLog, text: LOG.title },
  { path: paths.desk, text: 'Meja layanan bagi pemegang peran' },
]

function Nation({ waits }: Props) {
  return (
    <div id="nasional" class="stack">
      <h1>{NATION.title}</h1>
      <div class="tiles">
        <Tile heading={NATION.waits}>
          <Waits waits={waits} />
        </Tile>
        <Tile heading={NATION.areas}>
          <ul class="links">
            {AREAS.map(({ path, text }) => (
              <li>
                <a href={path}>{text}</a>
              </li>
            ))}
          </ul>
        </Tile>
      </div>
    </div>
  )
}

function Waits({ waits }: Pick<Props, 'waits'>) {
  const { requests, agencies, withoutAdmin, siteRequests, typeRequests, incidents, importState } =
    waits
  const lines = [
    incidents > 0 && {
      text: incidentText(incidents),
      path: paths.nationCare,
      link: WAITS.incidents,
    },
    requests > 0 && {
      text: requestsText(requests),
      path: paths.rolesOfNation,
      link: WAITS.roles,
    },
    siteRequests > 0 && {
      text: siteRequestsText(siteRequests),
      path: paths.embedSites,
      link: WAITS.sites,
    },
    typeRequests > 0 && {
      text: typeRequestsText(typeRequests),
      path: paths.recordTypes,
      link: WAITS.types,
    },
    withoutAdmin > 0 && {
      text: withoutAdminText(withoutAdmin, agencies),
      path: paths.agenciesWithoutAdmin,
      link: WAITS.agencies,
    },
    importState !== null && {
      text: importStateText(importState),
      path: paths.imports,
      link: WAITS.imports,
    },
  ].filter((line) => line !== false)
  if (lines.length === 0) return <p class="none">{NATION.nothing}</p>
  return (
    <ul class="links">
      {lines.map(({ text, path, link }) => (
        <li>
          {text}
          <br />
          <a href={path}>{link}</a>
        </li>
      ))}
    </ul>
  )
}
