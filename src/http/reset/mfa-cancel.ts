import type { Context } from 'hono'
import { paths } from '#views/paths.ts'
import { mfaCancelPage } from '#views/reset/mfa-cancel-page.tsx'
import type { Deps, ForPerson } from '../../deps.ts'
import { cancelMfaResets } from '../../store/mfa-resets.ts'
import { leaveFor, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { originOf } from '../visit.ts'

/** GET /reset/mfa/pembatalan: where a sign-in with the old device ends while a request waits. */
export function getMfaCancel(deps: Deps) {
  return (c: Context<ForPerson>) => {
    const { person, pendingMfaReset: pending } = c.var.current
    const page = mfaCancelPage({
      frame: frameOf(deps, c.var),
      pending,
      isCancelled: c.req.query('hasil') === 'batal',
      now: deps.clock(),
      zone: person.agency.zone,
    })
    return respond(c, page)
  }
}

/** POST /reset/mfa/pembatalan: any session of the person may take it back (2.5). */
export function postMfaCancel(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const { id: person } = c.var.current.person
    const happening = { kind: 'mfaResetCancelled' } as const
    const event = { ...originOf(c.var.visit), at: deps.clock(), person, actor: person, happening }
    await cancelMfaResets(deps.sql, { person, event })
    return leaveFor(c, paths.mfaResetCancelled)
  }
}
