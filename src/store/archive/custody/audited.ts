import type { Custody, CustodyDifference, CustodyId, CustodyItem } from '#domain/archive/custody.ts'
import type { RecordId } from '#domain/archive/record.ts'
import {
  AUDITED_ON_A_PAGE,
  type Auditor,
  asAuditor,
  keepAsked,
  type ListAsked,
  within,
} from '../../auditor.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { type AuditedEvent, listAuditedEvents } from '../audited-events.ts'
import { type CustodyRow, custodyColumns, toCustody } from './custody-rows.ts'

/** A transfer for whoever may not know whose archive it is. */
export type AuditedCustody = Custody & {
  lastFour: string
  fromName: string
  toName: string
  offererName: string
  deciderName: string | undefined
}

/** Of all agencies, offered last first, one more than a page takes. */
export function listAuditedCustodies(
  sql: Sql,
  auditor: Auditor,
  asked: ListAsked<Custody['state']>,
): Promise<AuditedCustody[]> {
  const { agency, state, after } = asked
  return asAuditor(sql, async (tx) => {
    await keepAsked(tx, auditor, { of: 'custodies', ...asked })
    const rows = await tx<AuditedRow[]>`
      ${selectTransfers(tx)} where true
        ${agency ? tx`and (t.from_agency = ${agency} or t.to_agency = ${agency})` : tx``}
        ${state ? tx`and t.state = ${state}` : tx``} ${within(tx, tx`t.offered_at`, asked, auditor)}
        ${after ? tx`and (t.offered_at, t.id) < (select a.offered_at, a.id from archive.custody_transfers a where a.id = ${after})` : tx``}
      order by t.offered_at desc, t.id desc limit ${AUDITED_ON_A_PAGE + 1}`
    return rows.map(toAudited)
  })
}

/**
 * A record of the list as it was offered, or one that came to it since; `how`: in what it was not as
 * offered when it was accepted; `leaf`: where the log has that it was offered or went.
 */
type AuditedItem = {
  type: string
  versions: number | undefined
  how: CustodyDifference['how'] | undefined
  leaf: number | undefined
}

const CUSTODY_EVENTS = ['custodyOffered', 'custodyAccepted', 'custodyKept'] as const

type WholeCustody = AuditedCustody & {
  items: readonly AuditedItem[]
  events: readonly AuditedEvent<(typeof CUSTODY_EVENTS)[number]>[]
}

export function findAuditedCustody(
  sql: Sql,
  auditor: Auditor,
  id: CustodyId,
): Promise<WholeCustody | undefined> {
  return asAuditor(sql, async (tx) => {
    const [row] = await tx<AuditedRow[]>`${selectTransfers(tx)} where t.id = ${id}`
    if (!row) return undefined
    await keepAsked(tx, auditor, { of: 'custody', custody: id })
    const events = await listAuditedEvents(tx, {
      names: CUSTODY_EVENTS,
      where: tx`e.person = ${row.person} and e.record is null and e.body ->> 'transfer' = ${id}`,
    })
    return { ...toAudited(row), items: await listItems(tx, row), events }
  })
}

async function listItems(
  tx: TransactionSql,
  { id, list, differences }: Pick<CustodyRow, 'id' | 'list' | 'differences'>,
): Promise<AuditedItem[]> {
  const offered = new Map(list.map((item: CustodyItem) => [item.record, item.versions]))
  const how = new Map(differences?.map((one) => [one.record, one.how]))
  const ids = [...new Set([...offered.keys(), ...how.keys()])]
  const rows = await tx<{ record: RecordId; type: string; leaf: number | null }[]>`
    select r.id as record, r.type, (
      select max(l.index) from archive.events e join archive.log_leaves l on l.event = e.id
      where e.record = r.id and e.name in ('custodyOffered', 'custodyAccepted')
        and e.body ->> 'transfer' = ${id}) as leaf
    from archive.records r where r.id = any(${ids}::uuid[]) order by r.type, r.id`
  return rows.map(({ record, type, leaf }) => ({
    type,
    versions: offered.get(record),
    how: how.get(record),
    leaf: leaf ?? undefined,
  }))
}

function selectTransfers(tx: TransactionSql) {
  return tx`
    select ${custodyColumns(tx)}, coalesce(right(p.number, 4), '') as last_four, f.name as from_name,
      g.name as to_name, offerer.name as offerer_name, decider.name as decider_name
    from archive.custody_transfers t
    join people p on p.id = t.person
    join agencies f on f.id = t.from_agency
    join agencies g on g.id = t.to_agency
    join people offerer on offerer.id = t.offered_by
    left join people decider on decider.id = t.decided_by`
}

type AuditedRow = CustodyRow & {
  lastFour: string
  fromName: string
  toName: string
  offererName: string
  deciderName: string | null
}

function toAudited(row: AuditedRow): AuditedCustody {
  const { lastFour, fromName, toName, offererName } = row
  const deciderName = row.deciderName ?? undefined
  return { ...toCustody(row), lastFour, fromName, toName, offererName, deciderName }
}
