import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { type Purpose, purposesOf } from '#domain/archive/access.ts'
import { employeeArchive, type LookedAt } from '#views/archive/archive-side.ts'
import { purposePage } from '#views/archive/overview/purpose-page.tsx'
import { forPurpose, PURPOSE_NAMES } from '#views/path-queries.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat, ForPerson } from '../../../deps.ts'
import { findArchiveInCustody } from '../../../store/archive/archives.ts'
import { findDossierInCustody } from '../../../store/archive/dossiers.ts'
import type { ShownSubject } from '../../../store/office-acts.ts'
import { inScope } from '../../../store/scope.ts'
import { subjectOf } from '../../agency/subject.ts'
import { leaveFor, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { findAround } from './found-record.ts'
import type { Looking } from './looking.ts'
import { noRecord } from './own.ts'

/** Whoever is looked at is told that they were (R-AU-02), and what for (archive.md 9). */
export const OFFICE: Looking = {
  archive: async (deps, context) => {
    const c = underHat(context)
    const asked = await admitLook(deps, c)
    if (asked instanceof Response) return asked
    const { person, side } = asked
    const { hat } = c.var
    const archive = await inScope(deps.sql, scopeOf(hat), deps.clock(), (tx) =>
      findArchiveInCustody(tx, person, hat.id),
    )
    return archive ? { person, side, archive } : noRecord(context)
  },
  record: async (deps, context, record) => {
    const c = underHat(context)
    const asked = await admitLook(deps, c)
    if (asked instanceof Response) return asked
    const { person, side } = asked
    const { hat } = c.var
    const now = deps.clock()
    const found = await inScope(deps.sql, scopeOf(hat), now, async (tx) => {
      const dossier = record && (await findDossierInCustody(tx, { person, record }, hat.id))
      return dossier && findAround(tx, dossier, now)
    })
    return found ? { person, side, found } : noRecord(context)
  },
}

/** The routes of an office are asked under a hat alone. */
function underHat(c: Context<ForPerson>): Context<ForHat> {
  return c as unknown as Context<ForHat>
}

/** Of somebody within the scope, for a purpose that is asked first; one's own is looked at as such. */
async function admitLook(deps: Deps, c: Context<ForHat>) {
  const subject = await subjectOf(deps, c)
  if (subject instanceof Response) return subject
  if (subject.person === c.var.current.person.id) return leaveFor(c, paths.archive)
  const purpose = purposeAsked(c)
  const of = lookedAt(subject)
  if (!purpose) {
    const ways = purposesOf(c.var.hat.role).map((one) => wayFor(c, one))
    return respond(c, purposePage({ frame: frameOf(deps, c.var), of, ways }))
  }
  return { person: subject.person, side: employeeArchive(of, purpose) }
}

function purposeAsked(c: Context<ForHat>): Purpose | undefined {
  const asked = c.req.query('tujuan')
  return purposesOf(c.var.hat.role).find((one) => PURPOSE_NAMES[one] === asked)
}

/** The same page, for that purpose. */
function wayFor(c: Context<ForHat>, purpose: Purpose) {
  const no = Number(c.req.query('versi')) || undefined
  return { purpose, path: forPurpose(c.req.path, purpose, no) }
}

function lookedAt({ person, name, nip }: ShownSubject): LookedAt {
  return { id: person, name, nip }
}
