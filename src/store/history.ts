import type { Role } from '#domain/access/mandate.ts'
import type { Happening, Origin } from '#domain/audit/event.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from './database.ts'
import { type HappeningRow, toHappening } from './events.ts'

/** A line of the record about a person; `id` is its place in it. */
export type PastEvent = Origin & { id: number; at: Date; happening: Happening }

/** One by somebody else, in the role whose hat they wore. No person is behind an import. */
export type Touch = PastEvent & {
  by: { name: string; agency: string; role: Role | undefined } | 'import'
  reason: string | undefined
}

/** `before`: only what stands before that place; the newest otherwise. */
export type Span = { person: PersonId; before: number | undefined; limit: number }

/** What the person did, and what was tried with their name and not theirs to do, since `since`. */
export async function listHistory(
  sql: Sql,
  { person, since, before, limit }: Span & { since: Date },
): Promise<PastEvent[]> {
  const rows = await sql<EventRow[]>`
    select id, at, kind, browser, network, detail from events
    where person = ${person} and actor = ${person} and at > ${since}
      and (${before ?? null}::bigint is null or id < ${before ?? null})
    order by id desc limit ${limit}`
  return rows.map(toPast)
}

/** R-AU-02: each view and act of somebody else. */
export async function listTouches(sql: Sql, { person, before, limit }: Span): Promise<Touch[]> {
  const rows = await sql<TouchRow[]>`
    select e.id, e.at, e.kind, e.browser, e.network, e.detail, p.name,
      coalesce(h.name, g.name) as agency, m.role
    from events e
    left join people p on p.id = e.actor
    left join agencies g on g.id = p.agency
    left join mandates m on m.id = e.hat
    left join agencies h on h.id = m.agency
    where e.person = ${person} and e.actor is distinct from e.person
      and (${before ?? null}::bigint is null or e.id < ${before ?? null})
    order by e.id desc limit ${limit}`
  return rows.map(({ name, agency, role, ...row }) => {
    const { reason } = row.detail
    const told = typeof reason === 'string' ? reason : undefined
    const by =
      name === null || agency === null ? 'import' : { name, agency, role: role ?? undefined }
    return { ...toPast(row), by, reason: told }
  })
}

type EventRow = HappeningRow & Origin & { id: number; at: Date }
type TouchRow = EventRow & { name: string | null; agency: string | null; role: Role | null }

function toPast({ id, at, browser, network, kind, detail }: EventRow): PastEvent {
  return { id, at, browser, network, happening: toHappening({ kind, detail }) }
}
