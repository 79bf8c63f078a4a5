import type { Context } from 'hono'
import type { ApprovalId } from '#domain/approval/approval.ts'
import type { Slot } from '#domain/email/correction.ts'
import { parseEmailAddress } from '#domain/mail/address.ts'
import { no, ok } from '#domain/result.ts'
import { correctionPage } from '#views/agency/email-page.tsx'
import type { CorrectionProblem } from '#views/agency/email-words.ts'
import { paths } from '#views/paths.ts'
import { emailProblemOf } from '#views/reset/email-words.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { listSlots, proposeCorrection } from '../../store/email-corrections.ts'
import type { ShownSubject } from '../../store/office-acts.ts'
import { field, readForm } from '../form.ts'
import { asHat, officeAct } from '../office.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import type { AgainProblem } from '../route.ts'
import { frameOf } from '../session/frame.ts'
import { helpShape, parseHelp } from './help-form.ts'
import { subjectOf } from './subject.ts'
import { noEmployee } from './view.ts'

const SHAPE = { ...helpShape, slot: field(2), email: field(500) }
const SLOTS: Record<string, Slot> = { '1': 1, '2': 2 }

/** GET /instansi/pegawai/:id/email */
export function getCorrection(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const subject = await subjectOf(deps, c)
    if (subject instanceof Response) return subject
    return respond(c, await page(c, deps, subject, undefined))
  }
}

/** POST of the same address: a request for a second officer; nothing changes yet. */
export function postCorrection(deps: Deps) {
  return async (c: Context<ForActing>) => {
    const subject = await subjectOf(deps, c)
    if (subject instanceof Response) return subject
    const typed = await parseProposal(c)
    if (!typed.ok) return refuseCorrection(c, deps, subject, typed.problem)
    const id = deps.vault.newId() as ApprovalId
    const act = officeAct(deps, c)
    const { person } = subject
    const proposed = await proposeCorrection(deps.sql, { act, person, id, ...typed.value })
    if (proposed.ok) return leaveFor(c, paths.approval(id))
    const { problem } = proposed
    if (problem.kind === 'noSuchPerson') return noEmployee(deps, asHat(c))
    return refuseCorrection(c, deps, subject, { ...problem } as CorrectionProblem)
  }
}

export function correctionAgain(deps: Deps) {
  return async (c: Context<ForActing>, problem: AgainProblem) => {
    const subject = await subjectOf(deps, c)
    return subject instanceof Response ? subject : refuseCorrection(c, deps, subject, problem)
  }
}

async function parseProposal(c: Context<ForActing>) {
  const typed = await readForm(c, SHAPE)
  const slot = SLOTS[typed.slot]
  if (!slot) return no({ kind: 'slotMissing' } as const)
  const address = parseEmailAddress(typed.email)
  if (!address.ok) return no(emailProblemOf(address.problem))
  const help = parseHelp(typed)
  return help.ok ? ok({ ...help.value, slot, address: address.value }) : help
}

async function refuseCorrection(
  c: Context<ForActing>,
  deps: Deps,
  subject: ShownSubject,
  problem: CorrectionProblem,
) {
  return refuseForm(c, await page(c, deps, subject, problem), problem, deps.clock())
}

/** The subject was found within the scope, so the addresses may be asked for. */
async function page<E extends ForHat>(
  c: Context<E>,
  deps: Deps,
  { person: id, name, nip }: ShownSubject,
  problem: CorrectionProblem | undefined,
) {
  return correctionPage({
    frame: frameOf(deps, { current: c.get('current'), sid: c.get('sid') }),
    person: { id, name, nip },
    addresses: await listSlots(deps.sql, id),
    typed: await readForm(c, SHAPE),
    problem,
  })
}
