import type { Context } from 'hono'
import type { Zone } from '#domain/agency.ts'
import { readMetadata } from '#domain/archive/metadata.ts'
import { FIELDS, type MetadataField } from '#domain/archive/metadata-fields.ts'
import { type ReturnProblem, readReturn, returnVersion } from '#domain/archive/return-version.ts'
import { type VerificationRefused, verifyVersion } from '#domain/archive/verify-version.ts'
import { RETURN_CODES, type VersionId } from '#domain/archive/version.ts'
import type { Result } from '#domain/result.ts'
import { dayOf } from '#domain/zone-day.ts'
import {
  BOX_FIELD,
  metadataName,
  NOTE_FIELD,
  PAGE_FIELD,
  reasonName,
  type WorkProblem,
} from '#views/archive/verification/verification-words.ts'
import type { TypedWork } from '#views/archive/verification/work-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { claimThis } from '../../../store/archive/claims.ts'
import { type Judged, judgeVersion, type ToJudge } from '../../../store/archive/judging.ts'
import type { OfficeAct } from '../../../store/worn-hat.ts'
import { field, readForm } from '../../form.ts'
import { officeAct } from '../../office.ts'
import { leaveFor } from '../../respond.ts'
import { proveIfDue } from '../../session/prove-in-form.ts'
import { claimingOf, goToNext } from './queue.ts'
import { noVersion, refuseWork, versionOf } from './work.ts'

/** POST /instansi/verifikasi/:id: taken, passed over, accepted or sent back; then the next one. */
export function postWork(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const id = versionOf(c)
    if (!id) return noVersion(c)
    const { keputusan } = await readForm(c, { keputusan: field(20) })
    switch (keputusan) {
      case 'lewati':
        return goToNext(deps, c, { passed: { version: id, how: 'skipped' } })
      case 'terima':
      case 'kembalikan':
        return judge(deps, c, id, keputusan)
      default:
        return take(deps, c, id)
    }
  }
}

/** The form again, before anything of it was looked at. */
export function workAgain(deps: Deps) {
  return async (c: Context<ForHat>, problem: WorkProblem) =>
    refuseWork(deps, c, await readTyped(c), problem)
}

async function take(deps: Deps, c: Context<ForHat>, id: VersionId) {
  const claimed = await claimThis(deps.sql, id, claimingOf(deps, c))
  if (!claimed.ok && claimed.problem.kind === 'noSuchVersion') return noVersion(c)
  return leaveFor(c, paths.verificationOf(id))
}

type Wanted = 'terima' | 'kembalikan'

const BEFORE = { terima: 'diterima', kembalikan: 'dikembalikan' } as const

async function judge(deps: Deps, c: Context<ForHat>, id: VersionId, wanted: Wanted) {
  const typed = await readTyped(c)
  const acting = c as unknown as Context<ForActing>
  const due = await proveIfDue(deps, acting, 'verification')
  if (due) return refuseWork(deps, c, typed, due)
  if (wanted === 'terima' && typed.codes.length > 0)
    return refuseWork(deps, c, typed, { kind: 'reasonsMarked' })
  const refused = await prepare(deps, c, id)
  if (refused?.kind === 'noSuchVersion') return noVersion(c)
  if (refused) return refuseWork(deps, c, typed, refused)
  const judging = { act: officeAct(deps, acting), wanted, typed, zone: zoneOf(c) }
  const judged = await judgeVersion(deps.sql, judging.act, id, (found) =>
    decide(deps, found, judging),
  )
  const passed = { version: id, how: 'judged' } as const
  if (judged.ok) return goToNext(deps, c, { passed, before: BEFORE[wanted] })
  const { problem } = judged
  if (problem.kind === 'noSuchVersion') return noVersion(c)
  if (problem.kind === 'noLonger') return leaveFor(c, paths.hatsFor(c.req.path))
  return refuseWork(deps, c, typed, problem)
}

/** The claim is prolonged while copies are read, which takes no lock. */
async function prepare(deps: Deps, c: Context<ForHat>, id: VersionId) {
  const claimed = await claimThis(deps.sql, id, claimingOf(deps, c))
  if (!claimed.ok) return claimed.problem
  await deps.care(id)
  return undefined
}

type Judging = { act: OfficeAct; wanted: Wanted; typed: TypedWork; zone: Zone }

function decide(
  { blobs }: Deps,
  found: ToJudge,
  { act, wanted, typed, zone }: Judging,
): Result<Judged, VerificationRefused | ReturnProblem> {
  const { hat, event } = act
  const by = { person: event.actor, mandate: hat }
  const now = event.at
  if (wanted === 'terima') {
    const metadata = readMetadata(found.type, typed.metadata, dayOf(now, zone))
    const copies = { healthy: found.healthy, needed: blobs.minCopies }
    return verifyVersion(found, { by, now, metadata, copies })
  }
  const { version } = found
  const reasons = readReturn(typed, 'pages' in version ? version.pages : 0)
  return reasons.ok ? returnVersion(found, { by, now, reasons: reasons.value }) : reasons
}

const LONGEST = 1000

/** All fields that any type asks for: those of others are not on the page. */
async function readTyped(c: Context<ForHat>): Promise<TypedWork> {
  const text = field(LONGEST)
  const fields = Object.keys(FIELDS) as MetadataField[]
  const names = [...fields.map(metadataName), ...RETURN_CODES.map(reasonName)]
  const shape = [...names, NOTE_FIELD, PAGE_FIELD, BOX_FIELD].map((name) => [name, text] as const)
  const form = await readForm(c, Object.fromEntries(shape))
  const typed = fields.map((name) => [name, form[metadataName(name)] ?? ''] as const)
  return {
    metadata: Object.fromEntries(typed.filter(([, value]) => value !== '')),
    codes: RETURN_CODES.filter((code) => form[reasonName(code)] === 'ya'),
    note: form[NOTE_FIELD] ?? '',
    page: form[PAGE_FIELD] ?? '',
    box: form[BOX_FIELD] ?? '',
  }
}

function zoneOf(c: Context<ForHat>): Zone {
  return c.var.current.person.agency.zone
}
