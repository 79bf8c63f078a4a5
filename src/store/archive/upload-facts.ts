import type { Mandate, MandateId } from '#domain/access/mandate.ts'
import { isInForce } from '#domain/access/mandate.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Stage } from '#domain/archive/record.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import { isSlotOf } from '#domain/archive/slot.ts'
import type { Uploader, UploadSubject } from '#domain/archive/uploader.ts'
import type { PersonId, PersonKind } from '#domain/person.ts'
import type { TransactionSql } from '../database.ts'
import { setScope } from '../scope.ts'
import { listCareers } from './careers.ts'
import { findRecordType } from './record-types.ts'

/** For whom a document is sent, by whom, and which one of theirs it is. */
export type UploadPlace = {
  person: PersonId
  sentBy: PersonId
  sentAs: MandateId | undefined
  type: string
  slot: string
}

/** What T1 and T2 ask of the database, as it is at this moment. */
export type UploadFacts = {
  uploader: Uploader
  subject: UploadSubject & { kind: PersonKind; agency: AgencyId }
  type: RecordType | undefined
  slotExists: boolean
  stage: Stage | undefined
}

export async function findUploadFacts(
  tx: TransactionSql,
  place: UploadPlace,
  now: Date,
): Promise<UploadFacts> {
  const { person, type: code, slot } = place
  const right = await findUploadRight(tx, place, now)
  const type = await findRecordType(tx, code)
  const [known] = await listCareers(tx, [person], false)
  const [record] = await tx<{ stage: Stage }[]>`
    select stage from archive.records
    where person = ${person} and type = ${code} and slot = ${slot} and stage <> 'destroyed'`
  const slotExists = type !== undefined && known !== undefined && isSlotOf(type, slot, known.career)
  return { ...right, type, slotExists, stage: record?.stage }
}

/** Asked anew wherever it matters, for an office may end while a file is on its way. */
export async function findUploadRight(
  tx: TransactionSql,
  { person, sentBy, sentAs }: Pick<UploadPlace, 'person' | 'sentBy' | 'sentAs'>,
  now: Date,
): Promise<Pick<UploadFacts, 'uploader' | 'subject'>> {
  const mandate = sentAs && (await findMandate(tx, sentAs, sentBy))
  if (mandate) await setScope(tx, scopeOf(mandate), now)
  const [row] = await tx<RightRow[]>`
    select p.kind, p.agency, a.state = 'active' as is_active,
      ${sentAs !== undefined} and is_in_scope(p.id, p.agency, p.unit) as is_in_scope
    from people p join accounts a on a.person = ${sentBy} where p.id = ${person}`
  if (!row) throw new Error('a file is sent for a person, or by one, who is not there')
  const isUnderHat = mandate !== undefined && isInForce(mandate, now) && row.isInScope === true
  const isReached = row.isActive && (sentAs === undefined || isUnderHat)
  return {
    uploader: { person: sentBy, hat: mandate && { id: mandate.id, role: mandate.role } },
    subject: { person, kind: row.kind, agency: row.agency, isReached },
  }
}

type RightRow = {
  kind: PersonKind
  agency: AgencyId
  isActive: boolean
  isInScope: boolean | null
}

async function findMandate(
  tx: TransactionSql,
  id: MandateId,
  person: PersonId,
): Promise<Mandate | undefined> {
  const [row] = await tx<MandateRow[]>`
    select id, role, agency, unit, valid_from, valid_to from mandates
    where id = ${id} and person = ${person}`
  if (!row) return undefined
  const { validFrom: from, validTo: until, agency, unit, ...rest } = row
  return { ...rest, agency: agency ?? undefined, unit: unit ?? undefined, from, until }
}

type MandateRow = Pick<Mandate, 'id' | 'role'> & {
  agency: AgencyId | null
  unit: NonNullable<Mandate['unit']> | null
  validFrom: Date
  validTo: Date
}
