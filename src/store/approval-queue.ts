import type { Hat } from '#domain/access/hat.ts'
import type { Role } from '#domain/access/mandate.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { ApprovalId, ApprovalKind } from '#domain/approval/approval.ts'
import type { PersonId } from '#domain/person.ts'
import { columns, type FoundApproval, type Row, toFound } from './approvals.ts'
import type { Sql } from './database.ts'
import { inScope } from './scope.ts'

/** A request with the names of its people; `by`: who asked, in which role. */
export type QueuedApproval = FoundApproval & {
  person: { name: string; nip: string }
  by: { name: string; role: Role }
  decidedBy: string | undefined
}

type Queue = { hat: Hat; kinds: readonly ApprovalKind[]; now: Date }

const LENGTH = 50

/** What waits within the scope, oldest first. */
export async function listQueue(sql: Sql, queue: Queue): Promise<QueuedApproval[]> {
  const ids = await findIds(sql, queue, undefined)
  return namesOf(sql, ids)
}

/** One of the scope, whatever became of it. */
export async function findQueued(
  sql: Sql,
  queue: Queue,
  id: ApprovalId,
): Promise<QueuedApproval | undefined> {
  const [found] = await namesOf(sql, await findIds(sql, queue, id))
  return found
}

/** How many wait for `by`, to decide or, agreed to by another, to go on with: for the desk's first page. */
export async function countQueue(
  sql: Sql,
  { hat, kinds, now }: Queue,
  by: PersonId,
): Promise<number> {
  return inScope(sql, scopeOf(hat), now, async (tx) => {
    const [row] = await tx<{ count: number }[]>`
      select count(*) as count from approval_requests r
      where r.kind = any(${[...kinds]}) and r.agency is not distinct from ${hat.agency ?? null}
        and r.expires_at > ${now} and r.person <> ${by}
        and ((r.state = 'open' and r.asked_by <> ${by}) or (r.state = 'approved' and r.asked_by = ${by}))`
    return row?.count ?? 0
  })
}

function findIds(
  sql: Sql,
  { hat, kinds, now }: Queue,
  id: ApprovalId | undefined,
): Promise<ApprovalId[]> {
  return inScope(sql, scopeOf(hat), now, async (tx) => {
    const rows = await tx<{ id: ApprovalId }[]>`
      select r.id from approval_requests r
      where r.kind = any(${[...kinds]}) and r.agency is not distinct from ${hat.agency ?? null}
        and (r.id = ${id ?? null}
          or ${id === undefined} and r.state in ('open', 'approved') and r.expires_at > ${now})
      order by r.asked_at, r.id limit ${LENGTH}`
    return rows.map((row) => row.id)
  })
}

/** Of requests that the scope has let through: colleagues who asked may stand outside it. */
async function namesOf(sql: Sql, ids: readonly ApprovalId[]): Promise<QueuedApproval[]> {
  if (ids.length === 0) return []
  const rows = await sql<NamedRow[]>`
    select ${columns(sql)}, p.name, a.name as asker, m.role, d.name as decider,
      coalesce(p.number, '') as nip
    from approval_requests r
    join people p on p.id = r.person
    join people a on a.id = r.asked_by
    join mandates m on m.id = r.asked_as
    left join people d on d.id = r.decided_by
    where r.id = any(${[...ids]}::uuid[])
    order by r.asked_at, r.id`
  return rows.map((row) => ({
    ...toFound(row),
    person: { name: row.name, nip: row.nip },
    by: { name: row.asker, role: row.role },
    decidedBy: row.decider ?? undefined,
  }))
}

type NamedRow = Row & {
  name: string
  nip: string
  asker: string
  role: Role
  decider: string | null
}
