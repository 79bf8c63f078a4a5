import type { Context } from 'hono'
import { recoveryCodesText } from '#views/activation/recovery-codes-file.ts'
import { recoveryCodesPage } from '#views/activation/recovery-codes-page.tsx'
import { unavailablePage } from '#views/failure-pages.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { listAuthenticators } from '../../store/devices.ts'
import {
  findRecoverySet,
  putAwayRecoverySet,
  type RecoverySet,
  renewUnsavedSet,
} from '../../store/recovery-sets.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { originOf } from '../visit.ts'
import { newRecoverySet } from './new-recovery-set.ts'

/** GET /aktivasi/kode-cadangan: the codes until they are ticked off, in the session that made them. */
export function getRecoveryCodes(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const { person } = c.var.current
    const set = await findRecoverySet(deps.sql, person.id)
    if (set?.savedAt) return seeOther(c, paths.home)
    const now = deps.clock()
    const { inUse } = await listAuthenticators(deps.sql, person.id, now)
    const frame = frameOf(deps, c.var)
    const page = recoveryCodesPage({
      frame,
      csrf: frame.csrf,
      codes: clearCodes(deps, c, set),
      device: inUse[0]?.device.name,
      person,
      madeAt: set?.madeAt ?? now,
      zone: person.agency.zone,
    })
    return respond(c, page)
  }
}

/** GET /aktivasi/kode-cadangan/unduhan */
export function getRecoveryCodesFile(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const { person } = c.var.current
    const set = await findRecoverySet(deps.sql, person.id)
    const codes = clearCodes(deps, c, set)
    if (!set || !codes) return seeOther(c, paths.recoveryCodes)
    const text = recoveryCodesText({ codes, person, madeAt: set.madeAt, zone: person.agency.zone })
    return c.text(text, 200, {
      'Content-Disposition': 'attachment; filename="kode-cadangan-asn-digital.txt"',
    })
  }
}

/** POST /aktivasi/kode-cadangan: ticked off, left for later, or made anew. */
export function postRecoveryCodes(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const form = await readForm(c, { saved: field(5), make: field(5) })
    if (form.make === 'ya') return makeAnew(c, deps)
    const { id: person } = c.var.current.person
    const happening = { kind: 'recoveryCodesSaved' } as const
    const event = { ...originOf(c.var.visit), at: deps.clock(), person, actor: person, happening }
    const saved = form.saved === 'ya'
    await putAwayRecoverySet(deps.sql, { person, saved, event })
    return leaveFor(c, saved ? paths.practice : paths.home)
  }
}

async function makeAnew(c: Context<ForPerson>, deps: Deps) {
  const place = deps.hashQueue.enter()
  if (!place) return respond(c, unavailablePage(), 503)
  try {
    const { person, id: to } = c.var.current
    const who = { person: person.id, to, origin: originOf(c.var.visit), now: deps.clock() }
    await renewUnsavedSet(deps.sql, await newRecoverySet(deps, who, place))
    return leaveFor(c, paths.recoveryCodes)
  } finally {
    place.leave()
  }
}

function clearCodes(
  { vault, clock }: Deps,
  c: Context<ForPerson>,
  set: RecoverySet | undefined,
): readonly string[] | undefined {
  const { id, person } = c.var.current
  if (!set?.shown?.to.equals(id) || set.shown.until <= clock()) return undefined
  return vault.openCodes(person.id, set.shown)
}
