import type { Context } from 'hono'
import { heldTold } from '#domain/archive/told-in-office.ts'
import { isUuid } from '#domain/uuid.ts'
import { incidentsPage, type ShownIncident } from '#views/archive/care/incidents-page.tsx'
import { INCIDENT_LISTS, type IncidentListName } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import {
  INCIDENTS_ON_A_PAGE,
  type Incident,
  type IncidentList,
  type IncidentPlace,
  listIncidents,
} from '../../../store/archive/incidents.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

const LISTS: Record<IncidentListName, IncidentList> = { terbuka: 'open', pulih: 'ended' }

/** GET /instansi/penyusutan/kesehatan/berkas: page by page; what was mended of late beneath the first. */
export function getIncidents(deps: Deps) {
  return async (c: Context<ForHat>) => {
    if (!c.var.hat.agency) return c.notFound()
    const list = INCIDENT_LISTS.find((name) => name === c.req.query('daftar')) ?? 'terbuka'
    const after = placeIn(c.req.query('setelah') ?? '')
    const { shown, last } = await walk(deps, c, LISTS[list], after)
    const isFirst = after === undefined
    const page = incidentsPage({
      frame: frameOf(deps, c.var),
      list,
      incidents: shown,
      ended: list === 'terbuka' && isFirst ? await endedOf(deps, c) : undefined,
      names: await typeNames(deps),
      more: last && paths.agencyIncidentsIn(list, placeText(last)),
      isFirst,
    })
    return respond(c, page)
  }
}

async function walk(
  { sql, clock }: Deps,
  c: Context<ForHat>,
  list: IncidentList,
  after: IncidentPlace | undefined,
) {
  const { hat } = c.var
  const found = await listIncidents(sql, hat, { list, after }, clock())
  const listed = found.slice(0, INCIDENTS_ON_A_PAGE)
  return {
    shown: listed.map((one) => toShown(c, one)),
    last: found.length > INCIDENTS_ON_A_PAGE ? listed.at(-1) : undefined,
  }
}

async function endedOf(deps: Deps, c: Context<ForHat>) {
  const { shown, last } = await walk(deps, c, 'ended', undefined)
  return { incidents: shown, hasMore: last !== undefined }
}

function toShown(c: Context<ForHat>, incident: Incident): ShownIncident {
  if (incident.of === 'paper') return incident
  const viewer = c.var.current.person.id
  return { ...heldTold(incident, viewer), isOwn: incident.person === viewer }
}

/** 1786932000000.<uuid>: after the one with that id, of that moment. */
function placeText({ at, id }: IncidentPlace): string {
  return `${at.getTime()}.${id}`
}

function placeIn(text: string): IncidentPlace | undefined {
  const [, at = '', id = ''] = /^(\d{1,14})\.(.+)$/.exec(text) ?? []
  return isUuid(id) ? { at: new Date(Number(at)), id } : undefined
}
