import type { Context } from 'hono'
import { parseRecordId } from '#domain/archive/record.ts'
import { heldTold } from '#domain/archive/told-in-office.ts'
import { parsePersonId } from '#domain/person.ts'
import { findPersonPage } from '#views/archive/find-person-page.tsx'
import { retentionOfPersonPage } from '#views/archive/retention/person-page.tsx'
import { retentionOfRecordPage } from '#views/archive/retention/record-page.tsx'
import { RETENTION_PAGE } from '#views/archive/retention/retention-page-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { findOwner, listKeptOf } from '../../../store/archive/kept-of-person.ts'
import { findRecordRetention } from '../../../store/archive/retention/of-record.ts'
import { findSubject } from '../../../store/office-acts.ts'
import { keepView, noEmployee } from '../../agency/view.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { findPeopleAsked } from '../find-person.ts'
import { typeNames } from '../type-names.ts'

/** GET /instansi/penyusutan/arsip: whose records. */
export function getRetentionSearch(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await findPeopleAsked(deps, c, paths.retentionSearch)
    return respond(c, findPersonPage({ frame: frameOf(deps, c.var), area: AREA, ...found }))
  }
}

const AREA = {
  title: RETENTION_PAGE.search,
  lead: RETENTION_PAGE.searchLead,
  place: paths.retentionSearch,
  pathOf: paths.retentionOfPerson,
  back: { path: paths.retention, label: RETENTION_PAGE.back },
}

/** GET /instansi/penyusutan/pegawai/:id: seen is recorded (R-AU-02). */
export function getRetentionOfPerson(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const id = parsePersonId(c.req.param('id') ?? '')
    if (!id) return noEmployee(deps, c)
    const away = await keepView(deps, c, id)
    if (away) return away
    const now = deps.clock()
    const person = await findSubject(deps.sql, c.var.hat, id, now)
    if (!person) return noEmployee(deps, c)
    const page = retentionOfPersonPage({
      frame: frameOf(deps, c.var),
      person,
      records: (await listKeptOf(deps.sql, c.var.hat, id, now)).map((record) =>
        heldTold({ ...record, person: id }, c.var.current.person.id),
      ),
      names: await typeNames(deps),
    })
    return respond(c, page)
  }
}

/** GET /instansi/penyusutan/arsip/:id: why it is kept, and until when. */
export function getRetentionOfRecord(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const id = parseRecordId(c.req.param('id') ?? '')
    const now = deps.clock()
    const owner = id && (await findOwner(deps.sql, c.var.hat, id, now))
    const found = id && (await findRecordRetention(deps.sql, c.var.hat, id, now))
    if (!owner || !found) return c.notFound()
    const viewer = c.var.current.person.id
    const page = retentionOfRecordPage({
      frame: frameOf(deps, c.var),
      record: heldTold({ ...owner, stage: found.stage, held: found.held }, viewer),
      person: { id: owner.person, name: owner.name, nip: owner.nip },
      reason: found.reason,
      source: found.rule,
      isOwn: owner.person === viewer,
      coming: found.coming && { ...found.coming, source: found.coming.rule },
      follows: found.follows,
      names: await typeNames(deps),
    })
    return respond(c, page)
  }
}
