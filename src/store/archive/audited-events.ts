import type { Role } from '#domain/access/mandate.ts'
import type { ArchiveEvent, ArchiveEventName } from '#domain/archive/archive-event.ts'
import type { PersonId } from '#domain/person.ts'
import type { TransactionSql } from '../database.ts'

/** What happened, who did it in which role, and the number of its entry in the log. */
export type AuditedEvent<Name extends ArchiveEventName> = {
  name: Name
  at: Date
  body: ArchiveEvent['body']
  by: string | undefined
  role: Role | undefined
  leaf: number | undefined
}

/** In their order; `where`: which, for a statement that has events as e. */
export async function listAuditedEvents<Name extends ArchiveEventName>(
  tx: TransactionSql,
  { names, where }: { names: readonly Name[]; where: ReturnType<TransactionSql> },
): Promise<AuditedEvent<Name>[]> {
  const rows = await tx<Row<Name>[]>`
    select e.name, e.at, e.body, p.name as by, m.role, l.index as leaf
    from archive.events e
    left join archive.log_leaves l on l.event = e.id
    left join people p on p.id = e.actor
    left join mandates m on m.id = e.hat
    where ${where} and e.name = any(${[...names]}::text[])
    order by e.n, e.at, e.id`
  return rows.map(toAuditedEvent)
}

type Row<Name> = {
  name: Name
  at: Date
  body: ArchiveEvent['body']
  by: string | null
  role: Role | null
  leaf: number | null
}

function toAuditedEvent<Name extends ArchiveEventName>({ by, role, leaf, ...event }: Row<Name>) {
  return { ...event, by: by ?? undefined, role: role ?? undefined, leaf: leaf ?? undefined }
}

type Decided = { id: string; decidedBy: PersonId | null; decidedAt: Date | null }

/** What came of a request that two people decide about: told by the one who decided, at that moment. */
export function listDecided<Name extends ArchiveEventName>(
  tx: TransactionSql,
  names: readonly Name[],
  { id, decidedBy, decidedAt }: Decided,
): Promise<AuditedEvent<Name>[]> {
  return listAuditedEvents(tx, {
    names,
    where: tx`e.actor = ${decidedBy} and e.at = ${decidedAt} and e.body ->> 'request' = ${id}`,
  })
}
