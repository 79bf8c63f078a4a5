import type { Context } from 'hono'
import type { PersonId } from '#domain/person.ts'
import {
  noReactivationCodePage,
  reactivationCodePage,
} from '#views/agency/reactivation-code-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { findShownCode, putAwayCode } from '../../store/reactivation-codes.ts'
import { leaveFor, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { subjectOf } from './subject.ts'

/** GET /instansi/pegawai/:id/reset-mfa/kode: in the session that made it, until it is handed over. */
export function getReactivationCode(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const subject = await subjectOf(deps, c)
    if (subject instanceof Response) return subject
    const frame = frameOf(deps, c.var)
    const asked = { person: subject.person, to: c.var.current.id, now: deps.clock() }
    const shown = await findShownCode(deps.sql, asked)
    if (!shown) return respond(c, noReactivationCodePage({ frame, id: subject.person }))
    const { person: id, name, nip, madeAt, until } = shown
    const code = deps.vault.openReactivationCode(shown.reset, shown.sealed)
    return respond(
      c,
      reactivationCodePage({ frame, person: { id, name, nip }, code, madeAt, until }),
    )
  }
}

/** POST of the same address: it is handed over, and shown no more. */
export function postReactivationCode(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const subject = await subjectOf(deps, c)
    if (subject instanceof Response) return subject
    const person: PersonId = subject.person
    await putAwayCode(deps.sql, { person, to: c.var.current.id })
    return leaveFor(c, paths.employee(person))
  }
}
