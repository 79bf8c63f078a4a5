import type { Context } from 'hono'
import { ownEmailPage } from '#views/account/email-page.tsx'
import type { NewEmailProblem } from '#views/email/new-email-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { listAddresses } from '../../store/email-addresses.ts'
import { findOwnCorrection } from '../../store/email-corrections.ts'
import { tryCorrectionCode } from '../email/correction-try.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

/** GET /akun/email */
export function getOwnEmail(deps: Deps) {
  return async (c: Context<ForPerson>) => respond(c, await page(deps, c, undefined))
}

/** POST /akun/email: the code of a correction that two officers have agreed on. */
export function postOwnEmail(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const { email_code } = await readForm(c, { email_code: field(50) })
    const one = { person: c.var.current.person.id, visit: c.var.visit }
    const problem = await tryCorrectionCode(deps, one, email_code)
    return problem ? refuse(deps, c, problem) : leaveFor(c, paths.ownEmailDone)
  }
}

export function ownEmailAgain(deps: Deps) {
  return (c: Context<ForPerson>) => refuse(deps, c, { kind: 'stale' })
}

async function refuse(deps: Deps, c: Context<ForPerson>, problem: NewEmailProblem) {
  return refuseForm(c, await page(deps, c, problem), problem, deps.clock())
}

async function page(deps: Deps, c: Context<ForPerson>, problem: NewEmailProblem | undefined) {
  const { id } = c.var.current.person
  return ownEmailPage({
    frame: frameOf(deps, c.var),
    addresses: await listAddresses(deps.sql, id),
    pending: await findOwnCorrection(deps.sql, id, deps.clock()),
    isDone: c.req.query('hasil') === 'diganti',
    problem,
  })
}
