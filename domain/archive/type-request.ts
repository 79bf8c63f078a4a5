import type { Actor } from '../approval/approval.ts'
import type { Brand } from '../brand.ts'
import { no, ok, type Result } from '../result.ts'
import { isUuid } from '../uuid.ts'
import type { RecordType } from './record-type.ts'
import {
  isSame,
  isTaken,
  judgeTypeTerms,
  type TermsRefused,
  type TypeTerms,
  termsOf,
} from './type-terms.ts'

export type TypeRequestId = Brand<string, 'TypeRequestId'>

export function parseTypeRequestId(text: string): TypeRequestId | undefined {
  return isUuid(text) ? (text as TypeRequestId) : undefined
}

export const TYPE_REQUEST_STATES = ['open', 'applied', 'declined', 'withdrawn'] as const

/** A change of a type of record that one national admin wants, until another decides about it. */
export type TypeRequest = OpenTypeRequest | DecidedTypeRequest

export type OpenTypeRequest = Asked & { state: 'open' }
export type DecidedTypeRequest = Asked & {
  state: 'applied' | 'declined' | 'withdrawn'
  decidedBy: Actor
  decidedAt: Date
}

type Asked = {
  id: TypeRequestId
  /** Its code. */
  type: string
  /** As its asker saw it. */
  before: TypeTerms
  terms: TypeTerms
  askedBy: Actor
  askedAt: Date
}

export type TypeDecision = DecidedTypeRequest['state']

export type TypeDecisionRefused =
  | { kind: 'over' }
  | { kind: 'ownRequest' }
  | { kind: 'notYours' }
  | { kind: 'askerGone' }
  | { kind: 'outdated' }
  | { kind: 'nameTaken' }

/** `types`: all of them; `askerInOffice`: who has lost an office has no word in it any more. */
export type TypeDeciding = {
  by: Actor
  type: RecordType
  types: readonly RecordType[]
  askerInOffice: boolean
  now: Date
}

export function askTypeChange(
  type: RecordType,
  asked: Omit<Asked, 'type' | 'before'>,
  types: readonly RecordType[],
): Result<OpenTypeRequest, { kind: 'terms'; problem: TermsRefused }> {
  const judged = judgeTypeTerms(type, asked.terms, types)
  if (!judged.ok) return no({ kind: 'terms', problem: judged.problem })
  return ok({ ...asked, type: type.code, before: termsOf(type), state: 'open' })
}

/** Applied or declined by another person than the one who asked, in whatever hat; withdrawn by that one. */
export function decideTypeRequest(
  request: TypeRequest,
  decision: TypeDecision,
  { by, type, types, askerInOffice, now }: TypeDeciding,
): Result<DecidedTypeRequest, TypeDecisionRefused> {
  if (request.state !== 'open') return no({ kind: 'over' })
  const isOwn = by.person === request.askedBy.person
  if (decision === 'withdrawn' && !isOwn) return no({ kind: 'notYours' })
  if (decision !== 'withdrawn' && isOwn) return no({ kind: 'ownRequest' })
  if (decision === 'applied') {
    if (!askerInOffice) return no({ kind: 'askerGone' })
    if (!isSame(type, request.before)) return no({ kind: 'outdated' })
    if (isTaken(type, request.terms, types)) return no({ kind: 'nameTaken' })
  }
  return ok({ ...request, state: decision, decidedBy: by, decidedAt: now })
}
