import type { Context } from 'hono'
import type { ApprovalId } from '#domain/approval/approval.ts'
import type { PersonId } from '#domain/person.ts'
import { RESET_CAUSES, takesTwo } from '#domain/reset/issue-code.ts'
import { issueMfaReset, type MfaResetId } from '#domain/reset/mfa-reset.ts'
import { shownUntil } from '#domain/reset/reactivation-code.ts'
import { no, ok } from '#domain/result.ts'
import { resetMfaPage } from '#views/agency/reset-mfa-page.tsx'
import type { ResetMfaProblem } from '#views/agency/reset-mfa-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { addAgencyReset } from '../../store/agency-resets.ts'
import type { ShownSubject } from '../../store/office-acts.ts'
import type { NewReactivationCode } from '../../store/reactivation-codes.ts'
import { field, readForm } from '../form.ts'
import { asHat, officeAct } from '../office.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import type { AgainProblem } from '../route.ts'
import { frameOf } from '../session/frame.ts'
import { helpShape, parseHelp, typedHelp } from './help-form.ts'
import { subjectOf } from './subject.ts'
import { noEmployee } from './view.ts'

/** GET /instansi/pegawai/:id/reset-mfa */
export function getAgencyReset(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const subject = await subjectOf(deps, c)
    if (subject instanceof Response) return subject
    return respond(c, await page(c, deps, subject, undefined))
  }
}

/** POST of the same address: a code to hand over, or a request for a second officer. */
export function postAgencyReset(deps: Deps) {
  return async (c: Context<ForActing>) => {
    const subject = await subjectOf(deps, c)
    if (subject instanceof Response) return subject
    const { person } = subject
    const help = await parseResetHelp(c)
    if (!help.ok) return refuseReset(c, deps, subject, help.problem)
    const request = deps.vault.newId() as ApprovalId
    const act = officeAct(deps, c)
    const makeCode = codeMaker(deps, c)
    const added = await addAgencyReset(deps.sql, {
      act,
      person,
      help: help.value,
      request,
      makeCode,
    })
    if (added.ok)
      return leaveFor(
        c,
        added.value === 'issued' ? paths.employeeCode(person) : paths.approval(request),
      )
    if (added.problem.kind === 'noSuchPerson') return noEmployee(deps, asHat(c))
    return refuseReset(c, deps, subject, { ...added.problem } as ResetMfaProblem)
  }
}

export function agencyResetAgain(deps: Deps) {
  return async (c: Context<ForActing>, problem: AgainProblem) => {
    const subject = await subjectOf(deps, c)
    return subject instanceof Response ? subject : refuseReset(c, deps, subject, problem)
  }
}

/** A code and what is kept of it; clear it lies sealed for this session alone. */
export function codeMaker({ vault, clock }: Deps, c: Context<ForActing>) {
  return (person: PersonId): Omit<NewReactivationCode, 'by'> => {
    const now = clock()
    const code = vault.newReactivationCode()
    const reset = issueMfaReset({ id: vault.newId() as MfaResetId, person }, now)
    const to = c.var.current.id
    const until = shownUntil(now)
    return {
      reset,
      mac: vault.reactivationMac(reset.id, code),
      shown: { to, until, ...vault.sealReactivationCode(reset.id, code) },
    }
  }
}

async function parseResetHelp(c: Context<ForActing>) {
  const typed = await readForm(c, { ...helpShape, cause: field(20) })
  const cause = RESET_CAUSES.find((one) => one === typed.cause)
  if (!cause) return no({ kind: 'causeMissing' } as const)
  const help = parseHelp(typed)
  return help.ok ? ok({ ...help.value, cause }) : help
}

async function refuseReset(
  c: Context<ForActing>,
  deps: Deps,
  subject: ShownSubject,
  problem: ResetMfaProblem,
) {
  return refuseForm(c, await page(c, deps, subject, problem), problem, deps.clock())
}

async function page<E extends ForHat>(
  c: Context<E>,
  deps: Deps,
  { person: id, name, nip, mandates, agency }: ShownSubject,
  problem: ResetMfaProblem | undefined,
) {
  const { cause } = await readForm(c, { cause: field(20) })
  const agencyAsks = agency.twoPersonResets
  return resetMfaPage({
    frame: frameOf(deps, { current: c.get('current'), sid: c.get('sid') }),
    person: { id, name, nip },
    takesTwo: takesTwo({ mandates, agencyAsks }, deps.clock()),
    typed: { ...(await typedHelp(c)), cause },
    problem,
  })
}
