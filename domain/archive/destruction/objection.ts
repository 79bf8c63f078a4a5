import type { Brand } from '../../brand.ts'
import type { Reason } from '../../desk/reason.ts'
import type { PersonId } from '../../person.ts'
import { no, ok, type Result } from '../../result.ts'
import { isUuid } from '../../uuid.ts'
import type { RecordId } from '../record.ts'
import type { Viewer } from './acts.ts'
import { type Acting, type Batch, isProven, seatOf } from './batch.ts'
import type { Item } from './item.ts'

export type ObjectionId = Brand<string, 'ObjectionId'>

export function parseObjectionId(text: string): ObjectionId | undefined {
  return isUuid(text) ? (text as ObjectionId) : undefined
}

/** Somebody does not want their record destroyed; nothing is before it has an answer. */
export type Objection = Filed & ({ state: 'open' } | ({ state: 'answered' } & Answered))

type Filed = { record: RecordId; person: PersonId; reason: Reason; at: Date }
type Answered = { accepted: boolean; because: Reason; by: PersonId }

export type ObjectingRefused =
  | { kind: 'notYours' }
  | { kind: 'tooEarly' }
  | { kind: 'tooLate' }
  | { kind: 'alreadyObjected' }

export type Objecting = { by: PersonId; reason: Reason; has: boolean; now: Date }

/** From the panel's recommendation until the wait is over, once for each list. */
export function objectTo(
  batch: Batch,
  item: Item,
  { by, reason, has, now }: Objecting,
): Result<Objection, ObjectingRefused> {
  if (item.subject !== by) return no({ kind: 'notYours' })
  if (batch.state === 'appraising') return no({ kind: 'tooEarly' })
  if (!isObjectable(batch, now) || item.state === 'over') return no({ kind: 'tooLate' })
  if (has) return no({ kind: 'alreadyObjected' })
  return ok({ record: item.record, person: by, reason, at: now, state: 'open' })
}

export type AnswerRefused =
  | { kind: 'alreadyAnswered' }
  | { kind: 'otherHat' }
  | { kind: 'ownRecord' }
  | { kind: 'otherSeat' }
  | { kind: 'proofDue' }

export type Answering = {
  accepted: boolean
  because: Reason
  by: Acting
  isSubject: boolean
  now: Date
}

/** Whom an open objection waits for. */
export function mayAnswer(batch: Batch, { person, role, isSubject }: Viewer): boolean {
  const seat = seatOf(batch, person)
  return role === 'legalOfficer' && !isSubject && (!seat || seat === 'legalWitness')
}

/** T20: by the legal unit, and by nobody who proposed, appraised or approved the list. */
export function answerObjection(
  batch: Batch,
  objection: Objection,
  { accepted, because, by, isSubject, now }: Answering,
): Result<Objection, AnswerRefused> {
  if (by.role !== 'legalOfficer') return no({ kind: 'otherHat' })
  if (isSubject || objection.person === by.person) return no({ kind: 'ownRecord' })
  const seat = seatOf(batch, by.person)
  if (seat && seat !== 'legalWitness') return no({ kind: 'otherSeat' })
  if (objection.state !== 'open') return no({ kind: 'alreadyAnswered' })
  if (!isProven(by, now)) return no({ kind: 'proofDue' })
  return ok({ ...objection, state: 'answered', accepted, because, by: by.person })
}

function isObjectable(batch: Batch, now: Date): boolean {
  return batch.state === 'proposed' || (batch.state === 'waiting' && now < batch.waitUntil)
}
