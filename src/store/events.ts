import type { AuditEvent, Happening } from '#domain/audit/event.ts'
import type { Sql, TransactionSql } from './database.ts'

/** Adds to the record; the application's role can neither change nor remove what stands there. */
export async function addEvent(sql: Sql | TransactionSql, event: AuditEvent): Promise<void> {
  const { happening, ...where } = event
  const { kind, ...detail } = happening
  await sql`
    insert into events (at, kind, person, actor, hat, browser, network, detail)
    values (${where.at}, ${kind}, ${where.person}, ${where.actor ?? null}, ${where.hat ?? null},
            ${where.browser}, ${where.network}, ${sql.json(detail)})`
}

export type HappeningRow = { kind: string; detail: Record<string, unknown> }

const MOMENTS = ['until', 'opensAt']

/** As `addEvent` kept it, in shapes that are for ever; JSON has no moments, so those are read again. */
export function toHappening({ kind, detail }: HappeningRow): Happening {
  const moments = MOMENTS.flatMap((name) =>
    typeof detail[name] === 'string' ? [[name, new Date(detail[name])] as const] : [],
  )
  return { kind, ...detail, ...Object.fromEntries(moments) } as Happening
}
