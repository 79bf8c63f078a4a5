import type { AgencyId } from '#domain/agency.ts'
import type { ArchiveEventName } from '#domain/archive/archive-event.ts'
import type {
  AcceptedCustody,
  Custody,
  CustodyId,
  EndedCustody,
  OfferedCustody,
} from '#domain/archive/custody.ts'
import {
  acceptCustody,
  endCustody,
  type HandOverRefused,
  type OfferRefused,
  offerCustody,
} from '#domain/archive/hand-over.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import { no, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { actorOf, type OfficeAct } from '../../worn-hat.ts'
import { addArchiveEvent } from '../events.ts'
import { lockActor } from '../lock-actor.ts'
import { recomputeLocked } from '../retention/recompute.ts'
import { type CustodyRow, custodyColumns, toCustody } from './custody-rows.ts'
import { lockKept, moveRecords } from './kept-records.ts'

export type NotThere = { kind: 'noLonger' | 'noSuchPerson' | 'noSuchCustody' }

/** By an archivist of the agency that has the records; to another there is no such person. */
export function addOffer(
  sql: Sql,
  { id, person }: { id: CustodyId; person: PersonId },
  act: OfficeAct,
): Promise<Result<OfferedCustody, OfferRefused | NotThere>> {
  const from = act.hat.agency
  return inTransaction(sql, async (tx) => {
    if (!from || !(await lockActor(tx, act))) return no({ kind: 'noLonger' })
    const worksAt = await lockAgencyOf(tx, person)
    const kept = await lockKept(tx, { person, agency: from })
    if (!worksAt || (kept.length === 0 && worksAt !== from)) return no({ kind: 'noSuchPerson' })
    const isOffered = await isWaiting(tx, person, from)
    const offering = { by: actorOf(act), now: act.event.at, worksAt, isOffered }
    const offered = offerCustody({ id, person, from }, kept, offering)
    if (!offered.ok) return offered
    await keepOffer(tx, offered.value)
    await tell(tx, offered.value, {
      name: 'custodyOffered',
      act,
      records: recordsOf(offered.value),
    })
    return offered
  })
}

export type Acceptance = { id: CustodyId; agreedTo: string; note: string }

/** The records and their versions move with the acceptance, and are kept by the rules of the new agency. */
export function acceptOffer(
  sql: Sql,
  { id, agreedTo, note }: Acceptance,
  act: OfficeAct,
): Promise<Result<AcceptedCustody, HandOverRefused | NotThere>> {
  return decide(sql, id, act, async (tx, custody, agency) => {
    const worksAt = (await lockAgencyOf(tx, custody.person)) ?? custody.from
    const kept = await lockKept(tx, { person: custody.person, agency: custody.from })
    const { at: now } = act.event
    const accepting = { by: actorOf(act), agency, now, worksAt, agreedTo, note }
    const accepted = acceptCustody(custody, kept, accepting)
    if (!accepted.ok) return accepted
    const records = kept.map(({ record }) => record)
    await moveRecords(tx, records, custody.to)
    await tx`
      delete from archive.custody_due where person = ${custody.person} and agency = ${custody.from}`
    await recomputeLocked(tx, records, now)
    await keepEnd(tx, accepted.value)
    await tell(tx, accepted.value, { name: 'custodyAccepted', act, records })
    return accepted
  })
}

/** Declined by the one agency, or withdrawn by the other. */
export function endOffer(
  sql: Sql,
  { id, note }: { id: CustodyId; note: string },
  act: OfficeAct,
): Promise<Result<EndedCustody, HandOverRefused | NotThere>> {
  return decide(sql, id, act, async (tx, custody, agency) => {
    const ended = endCustody(custody, { by: actorOf(act), agency, now: act.event.at, note })
    if (!ended.ok) return ended
    await keepEnd(tx, ended.value)
    await tell(tx, ended.value, { name: 'custodyKept', act, records: [] })
    return ended
  })
}

type Work<Changed, Refused> = (
  tx: TransactionSql,
  custody: Custody,
  agency: AgencyId,
) => Promise<Result<Changed, Refused>>

/** By either of the two agencies; to all others there is no such offer. */
function decide<Changed, Refused>(
  sql: Sql,
  id: CustodyId,
  act: OfficeAct,
  work: Work<Changed, Refused>,
): Promise<Result<Changed, Refused | NotThere>> {
  const { agency } = act.hat
  return inTransaction(sql, async (tx) => {
    if (!agency || !(await lockActor(tx, act))) return no({ kind: 'noLonger' })
    const [row] = await tx<CustodyRow[]>`
      select ${custodyColumns(tx)} from archive.custody_transfers t
      where t.id = ${id} and ${agency} in (t.from_agency, t.to_agency) for update`
    return row ? work(tx, toCustody(row), agency) : no({ kind: 'noSuchCustody' })
  })
}

async function keepOffer(tx: TransactionSql, offered: OfferedCustody): Promise<void> {
  const { id, person, from, to, list, offeredBy, offeredAt } = offered
  await tx`
    insert into archive.custody_transfers (id, person, from_agency, to_agency, list, offered_by, offered_as,
      offered_at, state)
    values (${id}, ${person}, ${from}, ${to}, ${tx.json(list as never)}, ${offeredBy.person}, ${offeredBy.hat},
      ${offeredAt}, 'offered')`
}

async function keepEnd(tx: TransactionSql, ended: AcceptedCustody | EndedCustody): Promise<void> {
  const { id, state, decidedBy, decidedAt, note } = ended
  const differences = ended.state === 'accepted' ? tx.json(ended.differences as never) : null
  await tx`
    update archive.custody_transfers
    set state = ${state}, decided_by = ${decidedBy.person}, decided_as = ${decidedBy.hat},
      decided_at = ${decidedAt}, note = ${note}, differences = ${differences}
    where id = ${id}`
}

type Telling = { name: ArchiveEventName; act: OfficeAct; records: readonly RecordId[] }

/** Once of the person, who is told by it, and once in each record that moves. */
async function tell(tx: TransactionSql, custody: Custody, { name, act, records }: Telling) {
  const { id, person, from, to } = custody
  const differences = custody.state === 'accepted' ? custody.differences.length : 0
  const body = { transfer: id, from, to, state: custody.state, differences }
  const about = { name, person, actor: actorOf(act), at: act.event.at, body }
  await addArchiveEvent(tx, { ...about, record: undefined })
  for (const record of records) await addArchiveEvent(tx, { ...about, record })
}

function recordsOf({ list }: OfferedCustody): RecordId[] {
  return list.map(({ record }) => record)
}

/** Where they work, until this is done: the national data may move them on meanwhile. */
async function lockAgencyOf(tx: TransactionSql, person: PersonId): Promise<AgencyId | undefined> {
  const [row] = await tx<{ agency: AgencyId | null }[]>`
    select archive.lock_agency_of(${person}) as agency`
  return row?.agency ?? undefined
}

async function isWaiting(tx: TransactionSql, person: PersonId, from: AgencyId): Promise<boolean> {
  const found = await tx`
    select from archive.custody_transfers
    where person = ${person} and from_agency = ${from} and state = 'offered'`
  return found.length > 0
}
