import type { Context } from 'hono'
import { parseReason, type Reason, type ReasonProblem } from '#domain/desk/reason.ts'
import { readTicket } from '#domain/desk/ticket.ts'
import { EVIDENCE, type Evidence } from '#domain/reset/issue-code.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { field, readForm } from '../form.ts'

export const helpShape = { evidence: field(20), ticket: field(200), reason: field(4000) }

type Help = { evidence: Evidence; ticket: string; reason: Reason }

/** What every help at the desk is told with. */
export function parseHelp(
  typed: Record<keyof typeof helpShape, string>,
): Result<Help, ReasonProblem | { kind: 'evidenceMissing' }> {
  const evidence = EVIDENCE.find((one) => one === typed.evidence)
  if (!evidence) return no({ kind: 'evidenceMissing' })
  const reason = parseReason(typed.reason)
  if (!reason.ok) return reason
  const ticket = readTicket(typed.ticket) ?? ''
  return ok({ evidence, ticket, reason: reason.value })
}

/** As typed, for the form that comes back; nothing on a first look. */
export async function typedHelp<E extends object>(c: Context<E>) {
  return readForm(c, helpShape)
}
